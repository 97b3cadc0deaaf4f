/// A slip of the scanner or typist that was read past, kept as a note on the figure.
public struct Repair: Sendable, Hashable, CustomStringConvertible {
    /// The kinds of slip that are repaired.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A letter stands for a digit: I or l for 1, O for 0.
        case letterForDigit = "letter-for-digit"
        /// A letter of another alphabet stands for its Latin look-alike.
        case lookAlike = "look-alike"
        /// A dash of another kind stands for the minus sign.
        case minusSign = "minus-sign"
        /// A blank stands inside a number where no group ends.
        case strayBlank = "stray-blank"
        /// A cell too many stood in the row.
        case surplusCell = "surplus-cell"
        /// The mark of a note stands raised after the number.
        case noteMark = "note-mark"
    }

    /// What kind of slip it is.
    public let kind: Kind
    /// What is printed.
    public let printed: String
    /// What it was read as.
    public let read: String

    /// Creates a note.
    public init(_ kind: Kind, printed: String, read: String) {
        self.kind = kind
        self.printed = printed
        self.read = read
    }

    /// The note in one line: `letter-for-digit: "I 089" read as "1 089"`.
    public var description: String { "\(kind.rawValue): \"\(printed)\" read as \"\(read)\"" }
}
