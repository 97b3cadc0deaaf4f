/// The lines in which two texts differ, for a person to read.
enum LineDifference {
    /// The differing lines in their order, `-` before what is gone and `+` before what is new, with
    /// their line numbers.
    static func text(from old: String, to new: String) -> String {
        let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
        let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = newLines.difference(from: oldLines)
        let lines =
            changes.removals.compactMap { marked($0, "-") }
            + changes.insertions.compactMap { marked($0, "+") }
        return
            lines
            .sorted { ($0.line, $0.text) < ($1.line, $1.text) }
            .map(\.text).joined(separator: "\n")
    }

    private static func marked(
        _ change: CollectionDifference<Substring>.Change, _ mark: String
    ) -> (line: Int, text: String)? {
        switch change {
        case .insert(let offset, let line, _), .remove(let offset, let line, _):
            (offset, "\(mark) \(offset + 1): \(line.debugDescription)")
        }
    }
}
