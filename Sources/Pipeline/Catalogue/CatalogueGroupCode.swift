/// The codes under which the warehouse knows the groups of a catalogue.
enum CatalogueGroupCode {
    /// The code of a group: `kolada-g2kpi150159`, `kolada-none` for the id `_NONE`.
    ///
    /// Codes are for the command line, so what is no ASCII letter or digit stands as one hyphen between
    /// those that are; an id of nothing else is told by the numbers of its bytes.
    static func code(of id: String) -> String {
        let words = id.lowercased().split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else {
            return "kolada-x" + id.utf8.map { String($0, radix: 16) }.joined()
        }
        return "kolada-" + words.joined(separator: "-")
    }
}
