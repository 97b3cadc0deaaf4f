internal import DocumentText

/// Finds running headers, footers and page numbers, which are no part of the text.
enum PageFurniture {
    /// Marks the lines that say which page it is, and those that recur, digits apart, at the edges of at
    /// least half of the pages.
    static func mark(_ lines: inout [ReportLine]) {
        for index in lines.indices where isFooter(lines[index].text) {
            lines[index].isFurniture = true
        }
        let texts = lines.map { (page: $0.page, text: BlankScalar.trimmed($0.text)) }
        let (edges, recurring) = PageEdges.find(texts)
        for index in edges where !lines[index].isFurniture {
            // Digits alone recur on every page, years among them; four of them are a year.
            lines[index].isFurniture =
                PageEdges.shape(of: texts[index].text) == "#"
                ? texts[index].text.utf8.count <= 3 : recurring.contains(index)
        }
    }

    /// Whether a line says nothing but which page it is: `Sida 4 av 9`, `Sid. 4 (9)`.
    private static func isFooter(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        var words = PageEdges.shape(of: BlankScalar.trimmed(text)).lowercased()
            .split(separator: " ").map(String.init)
        guard let first = words.first, ["sida", "sidan", "sid", "sid."].contains(first) else {
            return false
        }
        words.removeFirst()
        return [["#"], ["#", "av", "#"], ["#", "(#)"], ["#(#)"], ["#/#"], ["#", "/", "#"]]
            .contains(words)
    }
}
