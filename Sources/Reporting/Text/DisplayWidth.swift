/// How many terminal columns a text fills.
///
/// Combining marks fill none, East Asian wide and full-width characters and emoji two, everything
/// else one. Meant for text that has passed `Escaping.visible(_:)`.
public enum DisplayWidth {
    /// The width of a text in terminal columns.
    public static func of(_ text: String) -> Int {
        plainWidth(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// Whether every scalar of a text is a character of its own that fills one column.
    static func isPlain(_ text: String) -> Bool { plainWidth(text) != nil }

    /// The width of a text each of whose scalars is a character of its own that fills one column, as in
    /// nearly all that we show: Latin letters, dashes, quotes, signs, the lines of a table; else `nil`.
    ///
    /// To find where characters end takes ten times as long as to go through scalars.
    private static func plainWidth(_ text: String) -> Int? {
        var width = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20..<0x300: width += 1
            case 0x2010...0x2027: width += 1  // dashes, quotes, bullets, ellipsis
            case 0x2200...0x22FF: width += 1  // mathematical signs
            case 0x2500...0x25FC: width += 1  // lines of tables, marks
            default: return nil
            }
        }
        return width
    }

    /// The width of one character: 0, 1, 2, or more for a cluster of several letters.
    static func of(_ character: Character) -> Int {
        var sum = 0
        for scalar in character.unicodeScalars {
            // A flag, a skin tone or an emoji style makes one picture of the whole cluster.
            if scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F { return 2 }
            sum += of(scalar)
        }
        return sum
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        // The vowels and finals of a Hangul syllable stack onto its first consonant.
        if 0x1160...0x11FF ~= value || 0xD7B0...0xD7FF ~= value { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return isWide(value) ? 2 : 1
        }
    }

    /// Whether a code point is wide or full-width, after Unicode's EastAsianWidth.txt (W and F).
    ///
    /// The wide blocks; single symbols in them that are emoji are found by their property instead.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F: true  // Hangul Jamo, first consonants
        case 0x2329...0x232A: true  // angle brackets
        case 0x2E80...0x303E: true  // CJK radicals, punctuation
        case 0x3041...0x33FF: true  // kana, bopomofo, Hangul compatibility, enclosed CJK
        case 0x3400...0x4DBF: true  // CJK extension A
        case 0x4E00...0x9FFF: true  // CJK unified ideographs
        case 0xA000...0xA4CF: true  // Yi
        case 0xA960...0xA97F: true  // Hangul Jamo extended A
        case 0xAC00...0xD7A3: true  // Hangul syllables
        case 0xF900...0xFAFF: true  // CJK compatibility ideographs
        case 0xFE10...0xFE19: true  // vertical forms
        case 0xFE30...0xFE6F: true  // CJK compatibility and small forms
        case 0xFF01...0xFF60: true  // full-width forms
        case 0xFFE0...0xFFE6: true  // full-width signs
        case 0x16FE0...0x18DFF: true  // Tangut, Khitan
        case 0x1AFF0...0x1B2FF: true  // kana supplements, Nushu
        case 0x1F200...0x1F2FF: true  // enclosed ideographs
        case 0x20000...0x3FFFD: true  // CJK extensions B and later
        default: false
        }
    }
}
