extension Transcoder {
    /// Converts ISO 8859-1 or Windows-1252, in which every byte is a character.
    mutating func decodeSingleBytes(
        _ input: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>,
        isWindows: Bool
    ) -> Conversion {
        guard let bytes = input.baseAddress else { return Conversion(written: 0) }
        var written = 0
        var index = 0
        while index < input.count {
            if index + ByteWords.width <= input.count, ByteWords.isASCII(bytes + index) {
                (output + written).update(from: bytes + index, count: ByteWords.width)
                index += ByteWords.width
                written += ByteWords.width
                continue
            }
            let byte = bytes[index]
            var value = UInt32(byte)
            if isWindows, (0x80..<0xA0).contains(byte) {
                value = UInt32(Windows1252.scalar(ofHighControl: byte))
                guard value != 0 else {
                    let failure = TabularError(
                        .undefinedByte, byteOffset: offset + index,
                        detail: "0x" + String(byte, radix: 16, uppercase: true))
                    return Conversion(written: written, failure: failure)
                }
            }
            written += UTF8Writing.write(value, to: output + written)
            index += 1
        }
        return Conversion(written: written)
    }
}

/// Writes one character as UTF-8.
enum UTF8Writing {
    /// Writes a scalar value and returns its length in bytes, 1 to 4.
    @inline(__always)
    static func write(_ value: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (value >> shift) & 0x3F) }
        switch value {
        case 0..<0x80:
            output[0] = UInt8(value)
            return 1
        case 0x80..<0x800:
            output[0] = UInt8(0xC0 | value >> 6)
            output[1] = tail(0)
            return 2
        case 0x800..<0x1_0000:
            output[0] = UInt8(0xE0 | value >> 12)
            output[1] = tail(6)
            output[2] = tail(0)
            return 3
        default:
            output[0] = UInt8(0xF0 | (value >> 18) & 0x07)
            output[1] = tail(12)
            output[2] = tail(6)
            output[3] = tail(0)
            return 4
        }
    }
}
