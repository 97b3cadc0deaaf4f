/// Fits text into terminal columns: wrapping, shortening, padding.
public enum Fitting {
    /// Breaks a text into lines of at most `width` columns, at spaces only.
    ///
    /// A word that is longer than a line gets a line of its own and overflows it, so that paths and
    /// addresses can be copied whole. Lines after the first begin with `indent`. A no-break space is
    /// no place to break. The result has at least one line.
    public static func wrap(_ text: String, width: Int, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        var isEmpty = true
        for word in words(of: text) {
            let wordWidth = DisplayWidth.of(word)
            if !isEmpty, lineWidth + 1 + wordWidth > width {
                lines.append(line)
                line = indent
                lineWidth = DisplayWidth.of(indent)
                isEmpty = true
            }
            if !isEmpty {
                line += " "
                lineWidth += 1
            }
            line += word
            lineWidth += wordWidth
            isEmpty = false
        }
        lines.append(line)
        return lines
    }

    /// What stands between the spaces of a text.
    private static func words(of text: String) -> [String] {
        guard DisplayWidth.isPlain(text) else {
            return text.split(separator: " ", omittingEmptySubsequences: true).map { String($0) }
        }
        // Nothing can join a space and its neighbours to one character, so bytes suffice.
        var words: [String] = []
        var start = text.startIndex
        for place in text.utf8.indices where text.utf8[place] == UInt8(ascii: " ") {
            if start < place { words.append(String(text[start..<place])) }
            start = text.utf8.index(after: place)
        }
        if start < text.endIndex { words.append(String(text[start...])) }
        return words
    }

    /// Shortens a text to at most `width` columns, ending in `…` when something was taken away.
    public static func shorten(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 0 else { return "" }
        var result = ""
        var used = 0
        for character in text {
            let next = DisplayWidth.of(character)
            guard used + next <= width - 1 else { break }
            result.append(character)
            used += next
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    /// Fills a text with spaces on its right to `width` columns.
    static func padRight(_ text: String, to width: Int) -> String {
        text + spaces(width - DisplayWidth.of(text))
    }

    /// Fills a text with spaces on its left to `width` columns.
    static func padLeft(_ text: String, to width: Int) -> String {
        spaces(width - DisplayWidth.of(text)) + text
    }

    /// A run of spaces; none for a negative count.
    static func spaces(_ count: Int) -> String {
        count > 0 ? String(repeating: " ", count: count) : ""
    }
}
