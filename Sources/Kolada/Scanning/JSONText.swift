/// What the strings of a JSON text say.
enum JSONText {
    /// The value of a hexadecimal digit.
    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }

    /// The bytes of a string, its escapes resolved; half of a surrogate pair becomes U+FFFD.
    static func bytes(of string: JSONString) -> [UInt8] {
        let raw = UnsafeBufferPointer(start: string.start, count: string.count)
        guard string.isEscaped else { return Array(raw) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            guard raw[index] == 0x5C else {
                bytes.append(raw[index])
                index += 1
                continue
            }
            let letter = raw[index + 1]
            index += 2
            switch letter {
            case 0x62: bytes.append(0x08)
            case 0x66: bytes.append(0x0C)
            case 0x6E: bytes.append(0x0A)
            case 0x72: bytes.append(0x0D)
            case 0x74: bytes.append(0x09)
            case 0x75:
                var number = codeUnit(raw, at: index)
                index += 4
                if (0xD800..<0xDC00).contains(number), index + 6 <= raw.count,
                    raw[index] == 0x5C, raw[index + 1] == 0x75
                {
                    let second = codeUnit(raw, at: index + 2)
                    if (0xDC00..<0xE000).contains(second) {
                        number = 0x10000 + (number - 0xD800) << 10 + (second - 0xDC00)
                        index += 6
                    }
                }
                let scalar = Unicode.Scalar(number) ?? "\u{FFFD}"
                bytes.append(contentsOf: String(Character(scalar)).utf8)
            default: bytes.append(letter)
            }
        }
        return bytes
    }

    /// A string as text.
    static func text(of string: JSONString) -> String {
        String(decoding: bytes(of: string), as: UTF8.self)
    }

    /// Whether a string says exactly a word.
    @inline(__always)
    static func equals(_ string: JSONString, _ word: StaticString) -> Bool {
        guard !string.isEscaped else { return equalsEscaped(string, word) }
        guard string.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<string.count where string.start[index] != word.utf8Start[index] {
            return false
        }
        return true
    }

    @inline(never)
    private static func equalsEscaped(_ string: JSONString, _ word: StaticString) -> Bool {
        let bytes = bytes(of: string)
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        return bytes.indices.allSatisfy { bytes[$0] == word.utf8Start[$0] }
    }

    private static func codeUnit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | (hexadecimal(raw[index + $1]) ?? 0) }
    }
}
