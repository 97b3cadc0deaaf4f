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
        let (whole, decimals) = digits(groupSeparator: groupSeparator)
        let sign = units < 0 ? "-" : ""
        return decimals.isEmpty ? sign + whole : sign + whole + decimalSeparator + decimals
    }

    /// The digits of the number without its sign: those before the decimal mark, in groups of three, and
    /// those after it.
    ///
    /// - Parameter groupSeparator: what stands between groups; may be empty.
    /// - Returns: the whole part, at least `0`, and as many decimals as the scale says.
    public func digits(groupSeparator: String) -> (whole: String, decimals: String) {
        var rest = units.magnitude
        var decimals = ""
        if scale > 0 {
            var (left, last) = (rest, scale)
            decimals = String(unsafeUninitializedCapacity: Int(scale)) { buffer in
                while last > 0 {
                    last -= 1
                    let (quotient, digit) = left.quotientAndRemainder(dividingBy: 10)
                    buffer[Int(last)] = UInt8(truncatingIfNeeded: digit) + 0x30
                    left = quotient
                }
                return Int(scale)
            }
            rest = left
        }
        guard rest >= 1000, !groupSeparator.isEmpty else { return (String(rest), decimals) }
        let digits = String(rest)
        var whole = ""
        var left = digits.utf8.count
        for digit in digits.unicodeScalars {
            whole.unicodeScalars.append(digit)
            left -= 1
            if left > 0, left.isMultiple(of: 3) { whole += groupSeparator }
        }
        return (whole, decimals)
    }
}
