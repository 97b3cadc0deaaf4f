/// Swedish alphabetical order without a locale library: å, ä, ö stand after z, é sorts as e.
public enum SwedishOrder {
    /// A key whose byte order is the Swedish order of texts; case decides only between equals.
    public static func key(_ text: String) -> [UInt8] {
        keyOfLatin(text) ?? keyOfAny(text)
    }

    /// The key of a text of ASCII and Latin-1 letters, from its bytes; `nil` for any other text.
    ///
    /// Nearly all names are such, and a list of all kommuner needs hundreds of keys.
    static func keyOfLatin(_ text: String) -> [UInt8]? {
        var key: [UInt8] = []
        key.reserveCapacity(2 * text.utf8.count + 1)
        var isSecond = false
        for byte in text.utf8 {
            switch (isSecond, byte) {
            case (false, 0x41...0x5A): key.append(byte + 0x20)
            case (false, 0..<0x80): key.append(byte)
            case (false, 0xC3): isSecond = true
            case (false, _): return nil
            case (true, _):
                isSecond = false
                // À–Þ have à–þ 32 further on, but for the multiplication sign.
                let lower = byte < 0x9F && byte != 0x97 ? byte + 0x20 : byte
                switch lower {
                case 0xA5: key.append(0x7B)
                case 0xA4, 0xA6: key.append(0x7C)
                case 0xB6, 0xB8: key.append(0x7D)
                case 0xA8...0xAB: key.append(0x65)
                case 0xA0...0xA2: key.append(0x61)
                case 0xBC: key.append(0x79)
                default:
                    key.append(0xC3)
                    key.append(lower)
                }
            }
        }
        key.append(0)
        key.append(contentsOf: text.utf8)
        return key
    }

    /// The key of any text.
    static func keyOfAny(_ text: String) -> [UInt8] {
        let lower = text.lowercased()
        // Without combining marks every scalar is a character.
        let primary =
            lower.unicodeScalars.allSatisfy { $0.value < 0x300 }
            ? primaryOfScalars(lower) : primaryOfCharacters(lower)
        return primary + [0] + Array(text.utf8)
    }

    private static func primaryOfScalars(_ lower: String) -> [UInt8] {
        var primary: [UInt8] = []
        for scalar in lower.unicodeScalars {
            switch scalar.value {
            case 0xE5: primary.append(0x7B)
            case 0xE4, 0xE6: primary.append(0x7C)
            case 0xF6, 0xF8: primary.append(0x7D)
            case 0xE8...0xEB: primary.append(0x65)
            case 0xE0...0xE2: primary.append(0x61)
            case 0xFC: primary.append(0x79)
            default: primary.append(contentsOf: scalar.utf8)
            }
        }
        return primary
    }

    private static func primaryOfCharacters(_ lower: String) -> [UInt8] {
        var primary: [UInt8] = []
        for character in lower {
            switch character {
            case "å": primary.append(0x7B)
            case "ä", "æ": primary.append(0x7C)
            case "ö", "ø": primary.append(0x7D)
            case "é", "è", "ê", "ë": primary.append(0x65)
            case "á", "à", "â": primary.append(0x61)
            case "ü": primary.append(0x79)
            default:
                for byte in String(character).utf8 { primary.append(byte) }
            }
        }
        return primary
    }

    /// Whether a text comes before another in Swedish order.
    public static func areInOrder(_ left: String, _ right: String) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }
}
