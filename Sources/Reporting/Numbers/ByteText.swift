internal import Indicators

/// Writes numbers as ASCII straight into a byte buffer, without a string between.
enum ByteText {
    /// Appends a whole number.
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        append(
            UInt64(value.magnitude), isNegative: value < 0, scale: 0, decimalSeparator: 0,
            to: &bytes)
    }

    /// Appends an exact number with all its decimals and no grouping.
    static func append(
        _ value: ScaledDecimal, decimalSeparator: UInt8 = UInt8(ascii: "."),
        to bytes: inout [UInt8]
    ) {
        let scale = Int(value.scale)
        if scale <= longestFastScale, let magnitude = UInt64(exactly: value.units.magnitude) {
            append(
                magnitude, isNegative: value.units < 0, scale: scale,
                decimalSeparator: decimalSeparator, to: &bytes)
        } else {
            appendLong(value, decimalSeparator: decimalSeparator, to: &bytes)
        }
    }

    /// Appends a finite double with the fewest digits that give it back: `0.1`, `5`, `1e-07`.
    static func append(
        _ value: Double, decimalSeparator: UInt8 = UInt8(ascii: "."), to bytes: inout [UInt8]
    ) {
        // Adding 0 turns a negative zero into a plain one.
        var digits = Array((value + 0).description.utf8)
        if digits.suffix(2).elementsEqual(".0".utf8) { digits.removeLast(2) }
        for digit in digits { bytes.append(digit == UInt8(ascii: ".") ? decimalSeparator : digit) }
    }

    private static let longestFastScale = 18

    /// Writes the digits from the last to the first, since division yields them in that order.
    private static func append(
        _ magnitude: UInt64, isNegative: Bool, scale: Int, decimalSeparator: UInt8,
        to bytes: inout [UInt8]
    ) {
        // 20 digits at most, the mark and the sign.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { scratch in
            var rest = magnitude
            var index = scratch.count
            var digits = 0
            repeat {
                if digits == scale, scale > 0 {
                    index -= 1
                    scratch[index] = decimalSeparator
                }
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                index -= 1
                scratch[index] = 0x30 + UInt8(truncatingIfNeeded: digit)
                rest = quotient
                digits += 1
            } while rest > 0 || digits <= scale
            if isNegative {
                index -= 1
                scratch[index] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: scratch[index...])
        }
    }

    /// Writes numbers of up to 38 digits.
    private static func appendLong(
        _ value: ScaledDecimal, decimalSeparator: UInt8, to bytes: inout [UInt8]
    ) {
        if value.units < 0 { bytes.append(UInt8(ascii: "-")) }
        var digits = Array(String(value.units.magnitude).utf8)
        let missing = Int(value.scale) + 1 - digits.count
        if missing > 0 { digits.insert(contentsOf: repeatElement(0x30, count: missing), at: 0) }
        bytes.append(contentsOf: digits.dropLast(Int(value.scale)))
        guard value.scale > 0 else { return }
        bytes.append(decimalSeparator)
        bytes.append(contentsOf: digits.suffix(Int(value.scale)))
    }
}
