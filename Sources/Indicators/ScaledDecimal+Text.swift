extension ScaledDecimal: CustomStringConvertible {
    /// The number with a decimal point, all its decimals and no grouping: `-0.50`.
    public var description: String { formatted(decimalSeparator: ".", groupSeparator: "") }

    /// Reads a number written with a decimal point: `-12.50`; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        var units: Int128 = 0
        var scale: UInt8 = 0
        var digits = 0
        var sawPoint = false
        var rest = Substring(text)[...]
        let negative = rest.first == "-"
        if negative { rest = rest.dropFirst() }
        for byte in rest.utf8 {
            switch byte {
            case 0x30...0x39:
                let (product, overflow) = units.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                units = product + Int128(byte - 0x30)
                digits += 1
                if sawPoint {
                    guard scale < Self.maximumScale else { return nil }
                    scale += 1
                }
            case 0x2E where !sawPoint && digits > 0:
                sawPoint = true
            default:
                return nil
            }
        }
        guard digits > 0, !(sawPoint && scale == 0) else { return nil }
        self.init(units: negative ? -units : units, scale: scale)
    }

    /// Writes the number with the given separators; groups are of three digits.
    public func formatted(decimalSeparator: String, groupSeparator: String) -> String {
        var digits = String(units.magnitude)
        if digits.count <= scale {
            digits = String(repeating: "0", count: Int(scale) + 1 - digits.count) + digits
        }
        let whole = digits.dropLast(Int(scale))
        var text = units < 0 ? "-" : ""
        for (offset, digit) in whole.enumerated() {
            if offset > 0, (whole.count - offset) % 3 == 0 { text += groupSeparator }
            text.append(digit)
        }
        if scale > 0 { text += decimalSeparator + String(digits.suffix(Int(scale))) }
        return text
    }
}
