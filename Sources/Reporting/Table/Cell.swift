public import Diagnostics
public import Indicators

/// What stands in one cell of a table.
public enum Cell: Sendable, Hashable {
    /// Nothing, because there is nothing to say.
    case empty
    /// Text from data: a name, a code, a period.
    case text(String)
    /// A wording of ours in both languages, such as a verdict.
    case label(Text, tone: Tone = .plain)
    /// A whole number that counts something.
    case integer(Int)
    /// An exact number.
    ///
    /// People see it rounded half away from zero to `decimals` (as it is when `nil`), with a plus
    /// sign if it is `signed` and above zero, and marked if it is `preliminary`. Machines get it
    /// exactly as it is.
    case decimal(
        ScaledDecimal, decimals: UInt8? = nil, signed: Bool = false, preliminary: Bool = false)
    /// A drawing of a value that another cell of the row states as a number; machines skip it.
    case gauge(Gauge)
    /// No value, and why: never a zero.
    case missing(OutcomeStatus)

    /// A shade of meaning that colour may underline; the words must carry it alone.
    public enum Tone: Sendable, Hashable {
        /// Nothing to underline.
        case plain
        /// Good news.
        case good
        /// Bad news.
        case bad
        /// Something to be careful with.
        case doubtful
        /// Less important than its surroundings.
        case muted
    }
}
