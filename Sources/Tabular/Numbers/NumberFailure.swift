/// What a cell is when read as a number.
public enum NumberResult: Sendable, Hashable {
    /// A number, and whether a percent sign followed it; the number is not divided by 100.
    case number(DecimalNumber, hadPercentSign: Bool)
    /// No number, and why.
    case failure(NumberFailure)

    /// The number, or nil.
    public var number: DecimalNumber? {
        switch self {
        case .number(let number, _): number
        case .failure: nil
        }
    }

    /// Why it is no number, or nil.
    public var failure: NumberFailure? {
        switch self {
        case .number: nil
        case .failure(let failure): failure
        }
    }
}

/// Why a cell is not a number, and where in the cell it shows.
public struct NumberFailure: Error, Sendable, Hashable {
    /// What is wrong.
    public let reason: Reason
    /// The offset of the offending character in bytes from the start of the cell.
    public let offset: Int

    /// Makes a failure from its parts.
    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// What is wrong with a cell that should be a number; nothing of this is ever repaired.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The cell is empty or blank.
        case empty
        /// `1,234` where no decimal mark is declared: it may be a thousand or little more than one.
        case ambiguousSeparator = "ambiguous-separator"
        /// `4.8` where the decimal mark is a comma, or the other way round.
        case wrongDecimalMark = "wrong-decimal-mark"
        /// Groups that are not of three digits, or set apart by different marks: `12 34`.
        case badGrouping = "bad-grouping"
        /// A thousands mark that the source does not declare: `1 234`.
        case groupingNotAllowed = "grouping-not-allowed"
        /// A decimal mark without a decimal behind it: `5,`.
        case missingDecimals = "missing-decimals"
        /// More than 18 significant digits or decimals.
        case tooManyDigits = "too-many-digits"
        /// Two signs in a row: `--5`.
        case twoSigns = "two-signs"
        /// The sign behind the number: `5-`.
        case trailingSign = "trailing-sign"
        /// A sign with no digit behind it: `-`, `- 5`.
        case signWithoutDigits = "sign-without-digits"
        /// A negative number in parentheses, as in accounts: `(5)`.
        case parentheses
        /// A letter in the place of a digit, as text recognition leaves it: `O5`, `2 02 I`.
        case letterForDigit = "letter-for-digit"
        /// A Cyrillic letter in the place of a digit.
        case cyrillicLookalike = "cyrillic-lookalike"
        /// Digits of another script, or full-width ones.
        case foreignDigit = "foreign-digit"
        /// A power of ten, as Excel shows long numbers: `1E+05`.
        case exponent
        /// A percent sign where the source does not declare any.
        case percentNotAllowed = "percent-not-allowed"
        /// A date or a time, perhaps made of a number by a spreadsheet: `2017-03-01`, `12-mar`.
        case dateLike = "date-like"
        /// Two numbers and a dash: `5-10`.
        case range
        /// A number with a footnote mark: `86 1)`, `86*`, `86²`.
        case footnoteMark = "footnote-mark"
        /// A bound instead of a value: `<5`.
        case comparison
        /// A spreadsheet's error or overflowing cell: `#DIV/0!`, `#SAKNAS!`, `####`.
        case spreadsheetError = "spreadsheet-error"
        /// `NaN`, `inf`.
        case notFinite = "not-finite"
        /// A character without width between the digits.
        case invisibleCharacter = "invisible-character"
        /// A control character between the digits.
        case controlCharacter = "control-character"
        /// A whole number or decimal with other text behind it: `86 kr`.
        case trailingText = "trailing-text"
        /// Anything else.
        case notANumber = "not-a-number"
    }
}
