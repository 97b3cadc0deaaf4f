/// A line of a page, parted where the gap between words is wider than between words of a text.
struct LayoutLine {
    /// A run of words on a line.
    struct Segment: Hashable {
        /// The words.
        var text: String
        /// Where the first word begins, in tenths of a point from the left.
        var start: Int
        /// Where the last word ends.
        var end: Int

        /// Whether it is a figure of a table: a number that is no year, date, span or page of pages.
        var isFigure: Bool {
            guard NumberShape.isNumber(text), !NumberShape.isYear(text) else { return false }
            var seenDigit = false
            for scalar in text.unicodeScalars {
                if ("0"..."9").contains(scalar) {
                    seenDigit = true
                } else if seenDigit, scalar == "-" || scalar == "\u{2013}" || scalar == "(" {
                    return false
                }
            }
            return true
        }

        /// Whether it goes on from the line before: words that do so begin with a small letter.
        var goesOn: Bool {
            guard let first = text.unicodeScalars.first else { return false }
            return first.properties.isLowercase || first == "("
        }
    }

    /// The segments from left to right.
    let segments: [Segment]
    private let words: [WordBox]
    /// The page, from 1.
    let page: Int
    /// Whether a figure follows other words on the line, as in a row of a table.
    let isData: Bool
    /// How far down the page its words lie, in tenths of a point.
    let middle: Int

    /// The narrowest gap between cells, in hundredths of the height of the line.
    private static let gap = 42

    /// Makes a line of words, which come from left to right; a blank one of none.
    init(_ words: [WordBox], page: Int) {
        let height = words.map(\.height).max() ?? 0
        let gaps = zip(words, words.dropFirst()).map { $1.left - $0.right }
        // A line that is stretched to both margins has wide gaps, and all of them alike.
        let isStretched =
            gaps.count > 5 && (gaps.max() ?? 0) <= height
            && (gaps.max() ?? 0) * 10 <= max(gaps.min() ?? 0, 1) * 18
        self.init(words, page: page, narrowest: isStretched ? .max : height * Self.gap / 100)
    }

    /// Parts words where the gap between them is not less than the narrowest between cells.
    private init(_ words: [WordBox], page: Int, narrowest: Int) {
        var found: [Segment] = []
        for (index, word) in words.enumerated() {
            let gap = index > 0 ? word.left - words[index - 1].right : 0
            guard let last = found.last, gap < narrowest, !Self.parts(last.text, word.text) else {
                found.append(Segment(text: word.text, start: word.left, end: word.right))
                continue
            }
            found[found.count - 1].text += " " + word.text
            found[found.count - 1].end = max(last.end, word.right)
        }
        // So many cells no row has: a drawing, or worse, whose words are read as a text.
        segments = found.count > CellGrid.maximumColumns ? Self.joined(found) : found
        self.words = words
        self.page = page
        isData = segments.dropFirst().contains(where: \.isFigure)
        // Of the first word: signs that a font lacks come from another, and stand a little higher or lower.
        middle = words.first?.middle ?? 0
    }

    private static func joined(_ segments: [Segment]) -> [Segment] {
        guard let first = segments.first, let last = segments.last else { return [] }
        let text = segments.map(\.text).joined(separator: " ")
        return [Segment(text: text, start: first.start, end: max(first.end, last.end))]
    }

    /// The line parted into as many segments as a table has columns, at its widest gaps; nil where these
    /// do not differ from the others.
    func parted(into count: Int) -> LayoutLine? {
        guard count > 1, words.count >= count else { return nil }
        let gaps = zip(words, words.dropFirst()).map { $1.left - $0.right }.sorted(by: >)
        let narrowest = gaps[count - 2]
        let rest = gaps.count >= count ? gaps[count - 1] : 0
        let height = words.map(\.height).max() ?? 0
        guard narrowest * 100 >= Self.gap * height, narrowest * 10 >= 14 * rest else { return nil }
        return LayoutLine(words, page: page, narrowest: narrowest)
    }

    /// Whether a word begins a number of its own, however near it stands: a sign begins one.
    private static func parts(_ before: String, _ word: String) -> Bool {
        guard let sign = word.unicodeScalars.first, word.utf8.count > 1 else { return false }
        return (sign == "-" || sign == "\u{2212}" || sign == "\u{2013}" || sign == "+")
            && NumberShape.isNumber(word) && NumberShape.isNumber(before)
            && before.unicodeScalars.contains { ("0"..."9").contains($0) }
    }

    /// Whether the last words, behind others, are tertials of follow-up: `T3`, `T1 T2 T3`.
    var endsInFollowUp: Bool {
        guard segments.count > 1, let last = segments.last else { return false }
        return last.text.split(separator: " ").allSatisfy { word in
            let scalars = Array(word.unicodeScalars)
            return scalars.count == 2 && (scalars[0] == "T" || scalars[0] == "\u{422}")
                && ["1", "2", "3", "I", "l"].contains(scalars[1])
        }
    }

    /// Whether nothing is printed on the line.
    var isBlank: Bool { segments.isEmpty }
    /// Whether the line has cells beside each other.
    var isWide: Bool { segments.count > 1 }
    /// The words with one blank between each.
    var plain: String { segments.map(\.text).joined(separator: " ") }
}

/// The lines of a page.
enum PageLines {
    /// Puts words beside each other on lines, from the top, with blank lines where there is room.
    static func lines(_ words: [WordBox], page: Int) -> [LayoutLine] {
        var rows: [[WordBox]] = []
        for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            if let first = rows.last?.first,
                (word.middle - first.middle) * 10 <= 4 * min(word.height, first.height)
            {
                rows[rows.count - 1].append(word)
            } else {
                rows.append([word])
            }
        }
        var lines: [LayoutLine] = []
        var bottom: Int?
        for row in rows {
            let top = row.map(\.top).min() ?? 0
            let height = row.map(\.height).max() ?? 1
            if let bottom, (top - bottom) * 10 > 4 * height {
                let blanks = min(1 + (top - bottom) * 2 / (3 * height), 5)
                for _ in 0..<blanks { lines.append(LayoutLine([], page: page)) }
            }
            lines.append(LayoutLine(row.sorted { $0.left < $1.left }, page: page))
            bottom = max(bottom ?? .min, row.map(\.bottom).max() ?? 0)
        }
        return lines.isEmpty ? [LayoutLine([], page: page)] : lines
    }
}
