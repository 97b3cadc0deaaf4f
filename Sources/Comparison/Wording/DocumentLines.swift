public import Diagnostics

/// Where figures of documents stand, for the last line under a table.
public enum DocumentLines {
    /// Names each document once, with its first and last line.
    ///
    /// - Parameter places: the title of a document and a line of it, a figure each.
    /// - Returns: the documents in the order in which they come.
    public static func text(_ places: [(title: String, line: Int)]) -> Text {
        var titles: [String] = []
        var lines: [String: ClosedRange<Int>] = [:]
        for (title, line) in places {
            guard let known = lines[title] else {
                titles.append(title)
                lines[title] = line...line
                continue
            }
            lines[title] = min(known.lowerBound, line)...max(known.upperBound, line)
        }
        func list(_ one: String, _ several: String) -> String {
            titles.compactMap { title -> String? in
                guard let range = lines[title] else { return nil }
                return range.count == 1
                    ? "\(title), \(one) \(range.lowerBound)"
                    : "\(title), \(several) \(range.lowerBound)–\(range.upperBound)"
            }.joined(separator: "; ")
        }
        return Text(
            sv: "Källa: \(list("rad", "rad")).", en: "Source: \(list("line", "lines")).")
    }
}
