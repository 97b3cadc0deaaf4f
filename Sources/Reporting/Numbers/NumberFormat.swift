public import Diagnostics
public import Indicators

/// How people of a language write numbers.
///
/// Swedish: decimal comma, groups of three parted by a no-break space (U+00A0). English: decimal
/// point, groups parted by a comma. Both use the true minus sign (U+2212). Machine formats do not
/// use this: they write numbers exactly, with `-` and without groups.
public struct NumberFormat: Sendable, Hashable {
    /// What stands between the whole part and the decimals.
    public let decimalSeparator: String
    /// What stands between groups of three digits.
    public let groupSeparator: String

    /// Creates the format of a language.
    public init(_ language: Language) {
        switch language {
        case .sv:
            decimalSeparator = ","
            groupSeparator = "\u{A0}"
        case .en:
            decimalSeparator = "."
            groupSeparator = ","
        }
    }

    /// Writes a number, rounded half away from zero to a number of decimals if one is given.
    ///
    /// Decimals that the number does not have are filled with zeros. A number too large to be
    /// written with that many decimals keeps those it has.
    public func string(
        _ value: ScaledDecimal, decimals: UInt8? = nil, signed: Bool = false
    ) -> String {
        let (whole, fraction) = parts(value, decimals: decimals, signed: signed)
        return whole + fraction
    }

    /// Writes a whole number.
    public func string(_ value: Int) -> String {
        string(ScaledDecimal(value))
    }

    /// The text before the decimal mark, and the mark with what follows it.
    func parts(
        _ value: ScaledDecimal, decimals: UInt8?, signed: Bool
    ) -> (whole: String, fraction: String) {
        let shown = decimals.flatMap(value.rounded(toScale:)) ?? value
        let (whole, fraction) = shown.digits(groupSeparator: groupSeparator)
        let sign = shown.units < 0 ? "\u{2212}" : signed && shown.units > 0 ? "+" : ""
        return (
            sign.isEmpty ? whole : sign + whole,
            fraction.isEmpty ? "" : decimalSeparator + fraction
        )
    }
}
