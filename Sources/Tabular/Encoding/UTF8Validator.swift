/// Checks UTF-8 that arrives in chunks cut anywhere, by the table of the Unicode Standard.
///
/// Overlong forms, surrogates and values above U+10FFFF are bad sequences (Unicode 16, table 3-7).
struct UTF8Validator: Sendable {
    /// What one byte did to the state.
    enum Step {
        /// The byte is a character of its own.
        case ascii
        /// The byte begins or continues a sequence.
        case inside
        /// The byte ends a sequence of two to four bytes.
        case completed
        /// The byte cannot stand here; it is consumed.
        case badByte
        /// The sequence before the byte is cut short; the byte is not consumed.
        case badSequence
    }

    private var missing = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF
    /// How many bytes of the sequence under way have been seen.
    private(set) var seen = 0

    /// Whether the bytes so far end within a sequence.
    var isInsideSequence: Bool { missing > 0 }

    /// Feeds one byte.
    mutating func step(_ byte: UInt8) -> Step {
        guard missing == 0 else { return stepInside(byte) }
        switch byte {
        case 0..<0x80: return .ascii
        case 0xC2...0xDF: begin(missing: 1)
        case 0xE0: begin(missing: 2, low: 0xA0)
        case 0xED: begin(missing: 2, high: 0x9F)
        case 0xE1...0xEF: begin(missing: 2)
        case 0xF0: begin(missing: 3, low: 0x90)
        case 0xF1...0xF3: begin(missing: 3)
        case 0xF4: begin(missing: 3, high: 0x8F)
        default: return .badByte
        }
        return .inside
    }

    private mutating func stepInside(_ byte: UInt8) -> Step {
        guard byte >= low, byte <= high else {
            missing = 0
            return .badSequence
        }
        low = 0x80
        high = 0xBF
        missing -= 1
        seen += 1
        return missing == 0 ? .completed : .inside
    }

    private mutating func begin(missing: Int, low: UInt8 = 0x80, high: UInt8 = 0xBF) {
        self.missing = missing
        self.low = low
        self.high = high
        seen = 1
    }
}
