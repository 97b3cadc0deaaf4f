/// Looks at eight bytes at a time; the fast lane of every byte loop in this target.
enum ByteWords {
    /// The number of bytes in one look.
    static let width = 8

    /// Whether eight bytes are all ASCII.
    @inline(__always)
    static func isASCII(_ bytes: UnsafePointer<UInt8>) -> Bool {
        load(bytes) & 0x8080_8080_8080_8080 == 0
    }

    /// Whether eight bytes are all ASCII and none is a control character below U+0020.
    @inline(__always)
    static func isPlain(_ bytes: UnsafePointer<UInt8>) -> Bool {
        let word = load(bytes)
        // Subtracting 0x20 sets the top bit of every byte below it. A borrow can only come out of
        // such a byte, so it never hides one.
        return (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0
    }

    /// A byte eight times over, for ``candidate(_:_:_:)``.
    static func pattern(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    /// Where the first of eight bytes lies that may be one of two given ones or below U+000E.
    ///
    /// The first byte that is one of them is never passed over. What is found may be another byte
    /// all the same, since borrows run upwards; the caller looks at it again.
    ///
    /// - Returns: the byte's place, or ``width`` if there is none.
    @inline(__always)
    static func candidate(
        _ bytes: UnsafePointer<UInt8>, _ first: UInt64, _ second: UInt64
    ) -> Int {
        let word = load(bytes)
        let isFirst = ((word ^ first) &- 0x0101_0101_0101_0101) & ~(word ^ first)
        let isSecond = ((word ^ second) &- 0x0101_0101_0101_0101) & ~(word ^ second)
        let isLow = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word
        let found = (isFirst | isSecond | isLow) & 0x8080_8080_8080_8080
        return found.trailingZeroBitCount >> 3
    }

    @inline(__always)
    private static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }
}
