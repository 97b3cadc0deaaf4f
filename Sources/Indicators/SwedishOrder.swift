/// Swedish alphabetical order without a locale library: å, ä, ö stand after z, é sorts as e.
public enum SwedishOrder {
    /// A key whose byte order is the Swedish order of texts; case decides only between equals.
    public static func key(_ text: String) -> [UInt8] {
        var primary: [UInt8] = []
        for character in text.lowercased() {
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
        return primary + [0] + Array(text.utf8)
    }

    /// Whether a text comes before another in Swedish order.
    public static func areInOrder(_ left: String, _ right: String) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }
}
