/// Writes bytes as people compare checksums: two lower-case digits each.
enum Hexadecimal {
    /// The text of some bytes.
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
