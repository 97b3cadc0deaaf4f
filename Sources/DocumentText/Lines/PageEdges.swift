/// Finds the lines at the edges of pages that recur from page to page: running headers and footers.
package enum PageEdges {
    /// How many printed lines at the top and the bottom of a page may be such.
    private static let depth = 2

    /// Which lines recur, digits apart, at the edges of at least half of the pages, and never fewer than two.
    ///
    /// - Parameter lines: The page and the text of each line, pages in order; blank lines have an empty text.
    /// - Returns: The indices of the lines at the edges, and those of them that recur.
    package static func find(
        _ lines: [(page: Int, text: String)]
    ) -> (edges: [Int], recurring: Set<Int>) {
        guard let pages = lines.last?.page, pages > 1 else { return ([], []) }
        // Pages follow each other, so that each is a run of lines.
        let edges = runs(lines.indices.filter { !lines[$0].text.isEmpty }, lines)
            .map { Array($0.prefix(depth)) + $0.dropFirst(depth).suffix(depth) }
        var counts: [String: Int] = [:]
        for edge in edges {
            for shape in Set(edge.map { shape(of: lines[$0].text) }) {
                counts[shape, default: 0] += 1
            }
        }
        let all = Array(edges.joined())
        let recurring = all.filter {
            counts[shape(of: lines[$0].text), default: 0] * 2 >= max(pages, 4)
        }
        return (all, Set(recurring))
    }

    /// The printed lines of each page in turn.
    private static func runs(
        _ printed: [Int], _ lines: [(page: Int, text: String)]
    ) -> [ArraySlice<Int>] {
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

    /// A text with every run of digits made one sign.
    package static func shape(of text: String) -> String {
        var shape = ""
        var inDigits = false
        for character in text {
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
