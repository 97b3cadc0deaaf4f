internal import Indicators

/// Writes numbers as ASCII straight into a byte buffer, without a string between.
enum ByteText {
    /// Appends a whole number.
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(UInt64(value.magnitude), atLeast: 1, to: &bytes)
    }

    /// Appends an exact number with all its decimals and no grouping.
    static func append(
        _ value: ScaledDecimal, decimalSeparator: UInt8 = UInt8(ascii: "."),
        to bytes: inout [UInt8]
    ) {
        if value.units < 0 { bytes.append(UInt8(ascii: "-")) }
        let scale = Int(value.scale)
        guard let magnitude = UInt64(exactly: value.units.magnitude), scale < powers.count else {
            appendLong(value, decimalSeparator: decimalSeparator, to: &bytes)
            return
        }
        if scale == 0 {
            appendDigits(magnitude, atLeast: 1, to: &bytes)
            return
        }
        let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: powers[scale])
        appendDigits(whole, atLeast: 1, to: &bytes)
        bytes.append(decimalSeparator)
        appendDigits(fraction, atLeast: scale, to: &bytes)
    }

    /// Powers of ten that fit in 64 bits: 10^0 to 10^19.
    private static let powers: [UInt64] = (0..<19).reduce(into: [1]) { list, _ in
        list.append((list.last ?? 1) * 10)
    }

    private static func appendLong(
        _ value: ScaledDecimal, decimalSeparator: UInt8, to bytes: inout [UInt8]
    ) {
        var digits = Array(String(value.units.magnitude).utf8)
        let missing = Int(value.scale) + 1 - digits.count
        if missing > 0 { digits.insert(contentsOf: repeatElement(0x30, count: missing), at: 0) }
        bytes.append(contentsOf: digits.dropLast(Int(value.scale)))
        guard value.scale > 0 else { return }
        bytes.append(decimalSeparator)
        bytes.append(contentsOf: digits.suffix(Int(value.scale)))
    }

    private static func appendDigits(_ value: UInt64, atLeast: Int, to bytes: inout [UInt8]) {
        var count = 1
        while count < powers.count, value >= powers[count] { count += 1 }
        count = max(count, atLeast)
        let end = bytes.count + count
        bytes.append(contentsOf: repeatElement(0x30, count: count))
        var rest = value
        var index = end - 1
        while rest > 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes[index] = 0x30 + UInt8(truncatingIfNeeded: digit)
            rest = quotient
            index -= 1
        }
    }
}
