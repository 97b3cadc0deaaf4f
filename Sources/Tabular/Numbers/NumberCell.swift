/// Reads cells as decimal numbers, exactly, and says why when they are none.
///
/// Blanks around the number are passed over. The minus sign may be U+002D, U+2212, U+2013, U+FE63 or
/// U+FF0D, right before a digit or decimal mark. A decimal mark may come first (`,5`) but not last.
/// Nothing is repaired: `5-`, `(5)`, `O5` and `1 2345` are failures.
public enum NumberCell {
    /// Reads one cell.
    ///
    /// - Parameters:
    ///   - bytes: the cell as UTF-8.
    ///   - format: how numbers are written in the source.
    /// - Returns: the number with its printed decimals, or the reason why there is none.
    public static func parse(_ bytes: Span<UInt8>, format: NumberFormat) -> NumberResult {
        bytes.withUnsafeBufferPointer { parse($0, format: format) }
    }

    /// Reads one cell that lies in memory.
    ///
    /// - Parameters:
    ///   - bytes: the cell as UTF-8.
    ///   - format: how numbers are written in the source.
    /// - Returns: the number with its printed decimals, or the reason why there is none.
    public static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, format: NumberFormat
    ) -> NumberResult {
        if let number = plainNumber(bytes, format.decimal) {
            return .number(number, hadPercentSign: false)
        }
        var scanner = NumberScanner(bytes, format)
        return scanner.parse()
    }

    /// Reads one cell given as a string.
    ///
    /// - Parameters:
    ///   - text: the cell.
    ///   - format: how numbers are written in the source.
    /// - Returns: the number with its printed decimals, or the reason why there is none.
    public static func parse(_ text: String, format: NumberFormat) -> NumberResult {
        parse(Array(text.utf8).span, format: format)
    }

    /// The number if the cell is an optional `-`, digits, and a declared mark with decimals at most.
    ///
    /// Nearly all cells of real files are, so this lane decides the speed. Anything else is left to
    /// the scanner, which begins anew.
    @inline(__always)
    private static func plainNumber(
        _ bytes: UnsafeBufferPointer<UInt8>, _ decimal: NumberFormat.DecimalMark
    ) -> DecimalNumber? {
        let count = bytes.count
        // 18 digits, a sign and a mark: so neither units nor scale can be too great.
        guard count > 0, count <= DecimalNumber.maximumDigits else { return nil }
        let isNegative = bytes[0] == 0x2D
        var index = isNegative ? 1 : 0
        let firstDigit = index
        var units: Int64 = 0
        while index < count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { break }
            units = units &* 10 &+ Int64(digit)
            index += 1
        }
        guard index > firstDigit else { return nil }
        if index == count {
            return DecimalNumber(checkedUnits: isNegative ? -units : units, scale: 0)
        }
        switch (decimal, bytes[index]) {
        case (.comma, 0x2C), (.point, 0x2E): break
        default: return nil
        }
        index += 1
        let firstDecimal = index
        while index < count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            units = units &* 10 &+ Int64(digit)
            index += 1
        }
        guard index > firstDecimal else { return nil }
        return DecimalNumber(
            checkedUnits: isNegative ? -units : units,
            scale: UInt8(truncatingIfNeeded: index - firstDecimal))
    }
}
