/// Recognises UTF-8 that was taken for a single-byte encoding and encoded once more.
extension CellText {
    /// Whether a text looks as if å had become Ã¥ on its way here.
    public static func looksDoubleEncoded(_ text: some StringProtocol) -> Bool {
        var previous: UInt8 = 0
        for scalar in text.unicodeScalars {
            let byte = singleByte(of: scalar) ?? 0
            // Only the lead bytes of Latin letters and of typographic marks count: Â, Ã and â€, â‚.
            // The others are letters of Swedish, and "Å–Ö" is a text like any other.
            switch (previous, byte) {
            case (0xC2, 0x80...0xBF), (0xC3, 0x80...0xBF), (0xE2, 0x80), (0xE2, 0x82):
                return true
            default:
                previous = byte
            }
        }
        return false
    }

    /// Whether a cell looks as if å had become Ã¥ on its way here.
    public static func looksDoubleEncoded(_ bytes: Span<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            // All the marks are beyond ASCII, and most cells are not.
            guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
            return looksDoubleEncoded(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The byte that Windows-1252, or Latin-1 where that has none, gives a character.
    private static func singleByte(of scalar: Unicode.Scalar) -> UInt8? {
        if let byte = Windows1252.byte(of: scalar) { return byte }
        return scalar.value < 0x100 ? UInt8(scalar.value) : nil
    }
}
