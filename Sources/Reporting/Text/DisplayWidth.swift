/// How many terminal columns a text fills.
///
/// Combining marks fill none, East Asian wide and full-width characters and emoji two, everything
/// else one. Meant for text that has passed `Escaping.visible(_:)`.
public enum DisplayWidth {
    /// The width of a text in terminal columns.
    public static func of(_ text: String) -> Int {
        isPlain(text) ? text.unicodeScalars.count : text.reduce(0) { $0 + of($1) }
    }

    /// Whether every scalar of a text is a character of its own that fills one column, as in nearly
    /// all that we show: Latin letters, dashes, quotes, signs, the lines of a table.
    ///
    /// To find where characters end takes ten times as long as to go through scalars.
    static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x20..<0x300: true
            case 0x2010...0x2027: true  // dashes, quotes, bullets, ellipsis
            case 0x2200...0x22FF: true  // mathematical signs
            case 0x2500...0x257F: true  // lines of tables
            default: false
            }
        }
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
    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        return wideRanges.contains { $0 ~= value }
    }

    /// The wide blocks; single symbols in them that are emoji are found by their property instead.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F,  // Hangul Jamo, first consonants
        0x2329...0x232A,  // angle brackets
        0x2E80...0x303E,  // CJK radicals, punctuation
        0x3041...0x33FF,  // kana, bopomofo, Hangul compatibility, enclosed CJK
        0x3400...0x4DBF,  // CJK extension A
        0x4E00...0x9FFF,  // CJK unified ideographs
        0xA000...0xA4CF,  // Yi
        0xA960...0xA97F,  // Hangul Jamo extended A
        0xAC00...0xD7A3,  // Hangul syllables
        0xF900...0xFAFF,  // CJK compatibility ideographs
        0xFE10...0xFE19,  // vertical forms
        0xFE30...0xFE6F,  // CJK compatibility and small forms
        0xFF01...0xFF60,  // full-width forms
        0xFFE0...0xFFE6,  // full-width signs
        0x16FE0...0x18DFF,  // Tangut, Khitan
        0x1AFF0...0x1B2FF,  // kana supplements, Nushu
        0x1F200...0x1F2FF,  // enclosed ideographs
        0x20000...0x3FFFD,  // CJK extensions B and later
    ]
}
