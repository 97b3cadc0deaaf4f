/// Finds tables of contents, whose rows end in page numbers and look like data.
enum ContentsList {
    private static let headings: Set<String> = [
        "innehåll", "innehållsförteckning", "contents", "table of contents",
    ]

    /// Marks the lines of a list of contents: after its heading, or where leaders of dots say so.
    static func mark(_ lines: inout [ReportLine]) {
        var index = 0
        while index < lines.count {
            let isHeading = headings.contains(BlankScalar.trimmed(lines[index].text).lowercased())
            let first = isHeading ? firstPrinted(after: index, lines) : index
            let end = end(of: first, lines, underHeading: isHeading)
            let entries = lines[min(first, end)..<end].filter { !$0.isBlank }
            if entries.count >= 2, isHeading || entries.count(where: { hasLeaders($0.text) }) >= 3 {
                for line in first..<end { lines[line].isContents = true }
                if isHeading { lines[index].isContents = true }
                index = end
            } else {
                index += 1
            }
        }
    }

    private static func firstPrinted(after index: Int, _ lines: [ReportLine]) -> Int {
        lines[(index + 1)...].firstIndex { !$0.isBlank } ?? lines.count
    }

    /// The index after the last line of a run of entries.
    private static func end(of first: Int, _ lines: [ReportLine], underHeading: Bool) -> Int {
        var index = first
        while index < lines.count, !lines[index].isBlank {
            let line = lines[index]
            guard hasLeaders(line.text) || (underHeading && isEntry(line)) else { break }
            index += 1
        }
        return index
    }

    /// Whether a line has a leader of dots before a number at its end.
    private static func hasLeaders(_ text: String) -> Bool {
        let trimmed = BlankScalar.trimmed(text)
        guard trimmed.last?.isNumber == true else { return false }
        return trimmed.contains("....") || trimmed.contains(". . .") || trimmed.contains("……")
    }

    /// Whether a line under the heading is an entry: it has tabs, a section number, or a page number.
    private static func isEntry(_ line: ReportLine) -> Bool {
        let trimmed = BlankScalar.trimmed(line.text)
        return line.isTabbed || trimmed.last?.isNumber == true || trimmed.first?.isNumber == true
    }
}
