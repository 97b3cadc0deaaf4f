import Indicators

/// Brings headers to a form in which spellings that mean the same are equal.
enum HeaderName {
    /// Folds a header as names are folded, and underscores and hyphens to blanks besides.
    static func key(_ header: some StringProtocol) -> String {
        let folded = NameFolding.key(header)
        return NameFolding.key(String(folded.map { $0 == "_" || $0 == "-" ? " " : $0 }))
    }
}
