/// Reads a number in JSON's form into an exact decimal.
///
/// The memory behind the number must end with a byte that belongs to no number; ``ByteWindow`` sees
/// to that.
enum DecimalScanner {
    /// The most significant digits that a value may have: as many as always fit into 64 bits.
    static let maximumDigits = 18
    /// The most decimals that a value may have, as in `ScaledDecimal`.
    static let maximumScale = 37

    /// What came of it.
    enum Outcome: UInt8 {
        case read
        /// No number in JSON's form.
        case malformed
        /// A number with more digits than a value may have.
        case tooLong
    }

    /// A number and the first byte behind it.
    struct Reading {
        var units: Int64
        var scale: UInt8
        var outcome: Outcome
        var end: UnsafePointer<UInt8>
    }

    /// Reads the number that begins at a byte; its decimals lose the zeros at their end.
    @inline(__always)
    static func scan(_ start: UnsafePointer<UInt8>) -> Reading {
        var place = start
        let isNegative = place.pointee == 0x2D
        if isNegative { place += 1 }
        let whole = place
        var units: UInt64 = 0
        digits(&place, &units)
        let wholeCount = place - whole
        var scale = 0
        if place.pointee == 0x2E {
            place += 1
            let fraction = place
            digits(&place, &units)
            scale = place - fraction
            guard scale > 0 else {
                return Reading(units: 0, scale: 0, outcome: .malformed, end: place)
            }
        }
        guard wholeCount > 0, whole.pointee != 0x30 || wholeCount == 1 else {
            return Reading(units: 0, scale: 0, outcome: .malformed, end: place)
        }
        guard wholeCount + scale <= maximumDigits, place.pointee | 0x20 != 0x65 else {
            return scanLong(start)
        }
        while scale > 0 {
            let (quotient, remainder) = units.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            units = quotient
            scale -= 1
        }
        let signed = Int64(bitPattern: units)
        return Reading(
            units: isNegative ? 0 &- signed : signed, scale: UInt8(truncatingIfNeeded: scale),
            outcome: .read, end: place)
    }

    @inline(__always)
    private static func digits(_ place: inout UnsafePointer<UInt8>, _ units: inout UInt64) {
        while true {
            let digit = place.pointee &- 0x30
            guard digit < 10 else { return }
            units = units &* 10 &+ UInt64(digit)
            place += 1
        }
    }

    /// Reads a number with many digits or an exponent; the sign, digits and point are known to be
    /// well-formed.
    @inline(never)
    private static func scanLong(_ start: UnsafePointer<UInt8>) -> Reading {
        var place = start
        let isNegative = place.pointee == 0x2D
        if isNegative { place += 1 }
        var units: UInt64 = 0
        var taken = 0  // significant digits in `units`
        var zeros = 0  // zeros read behind them and not yet taken
        var power = 0  // the number is units × 10^power, once `zeros` are counted
        var fits = true
        var sawPoint = false
        while true {
            let byte = place.pointee
            if byte == 0x2E, !sawPoint {
                sawPoint = true
                place += 1
                continue
            }
            let digit = byte &- 0x30
            guard digit < 10 else { break }
            place += 1
            if sawPoint { power -= 1 }
            if digit == 0 {
                if taken > 0 { zeros += 1 }
                continue
            }
            taken += zeros + 1
            fits = fits && taken <= maximumDigits
            if fits {
                for _ in 0..<zeros { units *= 10 }
                units = units * 10 + UInt64(digit)
            }
            zeros = 0
        }
        power += zeros
        if place.pointee | 0x20 == 0x65 {
            place += 1
            let isBelowOne = place.pointee == 0x2D
            if isBelowOne || place.pointee == 0x2B { place += 1 }
            let first = place
            var exponent = 0
            while place.pointee &- 0x30 < 10 {
                exponent = min(exponent * 10 + Int(place.pointee - 0x30), 1_000_000)
                place += 1
            }
            guard place > first else {
                return Reading(units: 0, scale: 0, outcome: .malformed, end: place)
            }
            power += isBelowOne ? -exponent : exponent
        }
        guard taken > 0 else { return Reading(units: 0, scale: 0, outcome: .read, end: place) }
        guard fits, taken + max(power, 0) <= maximumDigits, power >= -maximumScale else {
            return Reading(units: 0, scale: 0, outcome: .tooLong, end: place)
        }
        while power > 0 {
            units *= 10
            power -= 1
        }
        let signed = Int64(units)
        return Reading(
            units: isNegative ? -signed : signed, scale: UInt8(-power), outcome: .read, end: place)
    }
}
