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

    @inline(__always)
    private static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    }
}
