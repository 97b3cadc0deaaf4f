public import Indicators

/// A number as reports print it: `-148 150`, `36,0`, `2 02 I`.
public struct Numeral: Sendable, Hashable {
    /// The number, with its printed decimals.
    public let value: ScaledDecimal
    /// Whether a plus or minus is printed.
    public let hasSign: Bool
    /// What was read past.
    public let repairs: [Repair]
    /// Whether the groups are no thousands, so that only arithmetic can confirm the number.
    public let needsArithmetic: Bool

    /// Reads a whole text as one number; `nil` when it is none.
    ///
    /// The decimal mark is a comma, thousands are divided by blanks of any kind. Letters that look
    /// like digits are read where at least one digit stands with them, or where they stand alone and
    /// `allowsLetterAlone` says that the column holds numbers.
    ///
    /// - Parameters:
    ///   - text: The printed number, without unit.
    ///   - allowsStrayBlanks: Whether groups that are no thousands may be joined.
    ///   - allowsLetterAlone: Whether `I` alone is the number 1.
    public init?(
        _ text: some StringProtocol, allowsStrayBlanks: Bool = false,
        allowsLetterAlone: Bool = false
    ) {
        let printed = BlankScalar.trimmed(text)
        var repairs: [Repair] = []
        var rest = Substring(printed).unicodeScalars
        let sign = rest.first.map(FlowText.fold)
        let hasSign = sign == "-" || sign == "+"
        if hasSign, let first = rest.popFirst() {
            if sign == "-", first != "-" {
                repairs.append(Repair(.minusSign, printed: String(Character(first)), read: "-"))
            }
            if let next = rest.first, BlankScalar.isBlank(next) {
                repairs.append(Repair(.strayBlank, printed: printed, read: "\(Character(first))…"))
                while let next = rest.first, BlankScalar.isBlank(next) { rest.removeFirst() }
            }
        }
        guard let body = Self.body(rest) else { return nil }
        guard body.genuineDigits > 0 || (allowsLetterAlone && body.groups.count == 1) else {
            return nil
        }
        let isGrouped = body.isGrouped
        guard isGrouped || allowsStrayBlanks else { return nil }
        let digits = body.groups.joined() + body.decimals
        let mantissa = body.groups.joined() + (body.decimals.isEmpty ? "" : "." + body.decimals)
        guard digits.utf8.count <= 30,
            let number = ScaledDecimal((sign == "-" ? "-" : "") + mantissa)
        else { return nil }
        let written = (sign == "-" ? "-" : "") + body.written
        if body.letters > 0 {
            let kind: Repair.Kind = body.hasForeignLetter ? .lookAlike : .letterForDigit
            repairs.append(Repair(kind, printed: printed, read: written))
        }
        if !isGrouped { repairs.append(Repair(.strayBlank, printed: printed, read: digits)) }
        value = number
        self.hasSign = hasSign
        self.repairs = repairs
        needsArithmetic = !isGrouped
    }

    /// The digits of a number, look-alikes read.
    private struct Body {
        var groups: [String] = [""]
        var decimals = ""
        var hasMark = false
        var genuineDigits = 0
        var letters = 0
        var hasForeignLetter = false

        var isGrouped: Bool {
            guard groups.count > 1 else { return true }
            // No number of thousands begins with a zero: `0 248 256` is two cells.
            return (1...3).contains(groups[0].utf8.count) && !groups[0].hasPrefix("0")
                && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        }

        var written: String {
            groups.joined(separator: " ") + (hasMark ? "," + decimals : "")
        }
    }

    private static func body(_ scalars: Substring.UnicodeScalarView) -> Body? {
        var body = Body()
        var wasBlank = false
        for scalar in scalars {
            if BlankScalar.isBlank(scalar) {
                guard !body.hasMark, !wasBlank, body.groups.last?.isEmpty == false else {
                    return nil
                }
                body.groups.append("")
                wasBlank = true
                continue
            }
            wasBlank = false
            if scalar == "," {
                guard !body.hasMark, body.groups.last?.isEmpty == false else { return nil }
                body.hasMark = true
                continue
            }
            guard let digit = LookAlike.digit(scalar) else { return nil }
            if digit.isGenuine { body.genuineDigits += 1 } else { body.letters += 1 }
            if digit.isForeign { body.hasForeignLetter = true }
            if body.hasMark {
                body.decimals.append(digit.character)
            } else {
                body.groups[body.groups.count - 1].append(digit.character)
            }
        }
        guard body.groups.last?.isEmpty == false, !body.hasMark || !body.decimals.isEmpty else {
            return nil
        }
        return body
    }
}
