/// Text that is set above the line, as the marks of notes are.
enum RaisedText {
    /// Adds text with its digits as raised ones: a note's mark after a number is no digit of it.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for byte in text { append(byte, to: &bytes) }
    }

    /// Adds one byte of such text.
    static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "1"): bytes += [0xC2, 0xB9]
        case UInt8(ascii: "2"): bytes += [0xC2, 0xB2]
        case UInt8(ascii: "3"): bytes += [0xC2, 0xB3]
        case UInt8(ascii: "0"), UInt8(ascii: "4")...UInt8(ascii: "9"):
            // U+2070 to U+2079 lie as the digits do.
            bytes += [0xE2, 0x81, 0xB0 + (byte - 0x30)]
        default: bytes.append(byte)
        }
    }
}
