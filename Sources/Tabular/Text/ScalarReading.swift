/// Reads characters out of bytes that are meant to be UTF-8.
enum ScalarReading {
    /// The scalar that begins at `index`, and its length in bytes.
    ///
    /// A byte that begins no character reads as U+FFFD of length 1, so loops always move on.
    @inline(__always)
    static func scalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (UInt32(first), 1) }
        return longScalar(bytes, at: index)
    }

    private static func longScalar(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
        var value = first & (0xFF >> UInt32(length + 1))
        for place in 1..<length {
            let byte = UInt32(bytes[index + place])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | byte & 0x3F
        }
        return (value, length)
    }
}

/// The characters that show as nothing.
enum Blank {
    /// Whether a scalar is White_Space in Unicode, or has no width: U+200B, U+200E, U+200F, U+2060,
    /// U+FEFF.
    @inline(__always)
    static func contains(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09...0x0D: true
        case 0..<0x80: false
        default: isWideBlank(value)
        }
    }

    private static func isWideBlank(_ value: UInt32) -> Bool {
        switch value {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: isInvisible(value)
        }
    }

    /// Whether a scalar has no width at all, so that nobody sees it is there.
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
