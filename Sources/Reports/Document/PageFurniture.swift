/// Finds running headers, footers and page numbers, which are no part of the text.
enum PageFurniture {
    /// How many printed lines at the top and the bottom of a page may be furniture.
    private static let depth = 2

    /// Marks the lines that say which page it is, and those that recur, digits apart, at the edges of at least half of the pages.
    static func mark(_ lines: inout [ReportLine]) {
        for index in lines.indices where isFooter(lines[index].text) {
            lines[index].isFurniture = true
        }
        guard let pages = lines.last?.page, pages > 1 else { return }
        // Pages follow each other, so that each is a run of lines.
        let edges = runs(lines.indices.filter { !lines[$0].isBlank }, lines)
            .map { Array($0.prefix(depth)) + $0.dropFirst(depth).suffix(depth) }
        var counts: [String: Int] = [:]
        for edge in edges {
            for shape in Set(edge.map { shape(of: lines[$0].text) }) {
                counts[shape, default: 0] += 1
            }
        }
        for index in edges.joined() where !lines[index].isFurniture {
            let shape = shape(of: lines[index].text)
            // Digits alone recur on every page, years among them.
            lines[index].isFurniture =
                shape == "#"
                ? isNumberOfPage(lines[index].text)
                : counts[shape, default: 0] * 2 >= max(pages, 4)
        }
    }

    /// Whether a line says nothing but which page it is: `Sida 4 av 9`, `Sid. 4 (9)`.
    private static func isFooter(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        var words = shape(of: text).lowercased().split(separator: " ").map(String.init)
        guard let first = words.first, ["sida", "sidan", "sid", "sid."].contains(first) else {
            return false
        }
        words.removeFirst()
        return [["#"], ["#", "av", "#"], ["#", "(#)"], ["#(#)"], ["#/#"], ["#", "/", "#"]].contains(
            words)
    }

    /// Whether digits may count pages; four of them are a year, as in the heading of a column.
    private static func isNumberOfPage(_ text: String) -> Bool {
        BlankScalar.trimmed(text).utf8.count <= 3
    }

    /// The printed lines of each page in turn.
    private static func runs(_ printed: [Int], _ lines: [ReportLine]) -> [ArraySlice<Int>] {
        var runs: [ArraySlice<Int>] = []
        var first = printed.startIndex
        for place in printed.indices {
            let next = place + 1
            guard
                next == printed.endIndex || lines[printed[next]].page != lines[printed[place]].page
            else { continue }
            runs.append(printed[first..<next])
            first = next
        }
        return runs
    }

    /// The text with every run of digits made one sign.
    private static func shape(of text: String) -> String {
        var shape = ""
        var inDigits = false
        for character in BlankScalar.trimmed(text) {
            if character.isASCII, character.isNumber {
                if !inDigits { shape.append("#") }
                inDigits = true
            } else {
                inDigits = false
                shape.append(character)
            }
        }
        return shape
    }
}
