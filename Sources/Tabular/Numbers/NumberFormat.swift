/// How numbers are written in a source.
public struct NumberFormat: Sendable, Hashable {
    /// The mark between whole number and decimals.
    public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
        /// `4,8`, as Swedish has it.
        case comma
        /// `4.8`, as C and English have it.
        case point
        /// Not said: whatever can be read in one way only is read, the rest is ambiguous.
        case undeclared
    }

    /// The mark between whole number and decimals.
    public var decimal: DecimalMark
    /// The marks that may stand between groups of three digits.
    public var grouping: ThousandsMarks
    /// Whether a percent sign may follow the number.
    public var allowsPercent: Bool
    /// Whether `1,5E+3` is a number; Excel writes so what it has rounded for display.
    public var allowsExponent: Bool

    /// Makes a format; nothing but digits, sign and decimal mark is allowed unless said.
    public init(
        decimal: DecimalMark, grouping: ThousandsMarks = [], allowsPercent: Bool = false,
        allowsExponent: Bool = false
    ) {
        self.decimal = decimal
        self.grouping = grouping
        self.allowsPercent = allowsPercent
        self.allowsExponent = allowsExponent
    }

    /// Decimal comma, any kind of space between thousands, percent signs allowed.
    public static let swedish = NumberFormat(
        decimal: .comma, grouping: .spaces, allowsPercent: true)
    /// Decimal point and nothing else, as programs write for programs.
    public static let plain = NumberFormat(decimal: .point)

    /// Whether the decimal mark is not a thousands mark as well.
    public var isConsistent: Bool {
        switch decimal {
        case .comma: !grouping.contains(.comma)
        case .point: !grouping.contains(.point)
        case .undeclared: true
        }
    }
}

/// The marks that may stand between groups of three digits.
public struct ThousandsMarks: OptionSet, Sendable, Hashable {
    /// One bit for each mark.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// U+0020.
    public static let space = ThousandsMarks(rawValue: 1 << 0)
    /// U+00A0, which Excel and Statistics Sweden write.
    public static let noBreakSpace = ThousandsMarks(rawValue: 1 << 1)
    /// U+202F, which newer locale data has.
    public static let narrowNoBreakSpace = ThousandsMarks(rawValue: 1 << 2)
    /// U+2009.
    public static let thinSpace = ThousandsMarks(rawValue: 1 << 3)
    /// U+2007, as wide as a digit.
    public static let figureSpace = ThousandsMarks(rawValue: 1 << 4)
    /// `.`, where the decimal mark is a comma.
    public static let point = ThousandsMarks(rawValue: 1 << 5)
    /// `,`, where the decimal mark is a point.
    public static let comma = ThousandsMarks(rawValue: 1 << 6)

    /// All kinds of space.
    public static let spaces: ThousandsMarks = [
        .space, .noBreakSpace, .narrowNoBreakSpace, .thinSpace, .figureSpace,
    ]

    /// The mark that a scalar is, or nil if it is none.
    static func mark(_ scalar: UInt32) -> ThousandsMarks? {
        switch scalar {
        case 0x20: .space
        case 0xA0: .noBreakSpace
        case 0x202F: .narrowNoBreakSpace
        case 0x2009: .thinSpace
        case 0x2007: .figureSpace
        case 0x2E: .point
        case 0x2C: .comma
        default: nil
        }
    }
}
