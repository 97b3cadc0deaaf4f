/// Makes text from data harmless to show.
public enum Escaping {
    /// Returns the text with every character that acts instead of showing written as an escape.
    ///
    /// Control characters (C0, DEL, C1), bidirectional controls, zero-width and other format
    /// characters, line and paragraph separators and invisible fillers become `\n`, `\t`, `\r`,
    /// `\x1B` or `\u{202E}`. So neither a cell nor a file name can move the cursor, recolour the
    /// screen or reorder a line. A backslash stays as it is: the result is for reading, not for
    /// reading back.
    public static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                result += escape(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Returns rows of CSV with every character that acts instead of showing written as an escape.
    ///
    /// As ``visible(_:)``, but what rows are made of stays: line ends, tabs, and a byte order mark
    /// at the beginning. A return that ends no line could write over it, and is shown.
    public static func visibleRows(_ rows: String) -> String {
        var result = ""
        result.reserveCapacity(rows.utf8.count + 8)
        // A return and the line feed behind it are one character, a return by itself is another.
        for character in rows {
            switch character {
            case "\r\n", "\n", "\t": result.append(character)
            case "\u{FEFF}" where result.isEmpty: result.append(character)
            default: result += visible(String(character))
            }
        }
        return result
    }

    /// Whether a scalar acts on the terminal, or hides, instead of showing itself.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: return false
        case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: return true  // invisible
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
        default: return false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return #"\n"#
        case "\r": return #"\r"#
        case "\t": return #"\t"#
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let padded = digits.count < 2 ? "0" + digits : digits
            return scalar.value < 0x80 ? #"\x"# + padded : #"\u{"# + padded + "}"
        }
    }
}
