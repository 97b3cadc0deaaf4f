internal import Diagnostics

/// How much a search for undeclared tables may still read.
///
/// A guess that turns out to be none has been read in vain, perhaps to the end of the document; files
/// made of such guesses would be read again from each of their lines. Words and cells are counted, not
/// time, so that the same file always ends alike.
final class SearchBudget {
    /// The words and cells that a search may read.
    ///
    /// A report of 100 pages has about 50 000 words, of which those of tables are read several times.
    static let steps = 300_000

    private(set) var left: Int

    init(steps: Int = steps) {
        left = steps
    }

    /// Takes note of what was read.
    func take(_ count: Int) { left -= count }

    /// Whether nothing more may be read.
    var isSpent: Bool { left <= 0 }

    /// What is told when the search has ended early.
    static func diagnostic(_ path: String, line: Int) -> Diagnostic {
        Diagnostic(
            .warning, code: "report.search-bounded",
            Text(
                sv: "tabeller har sökts till rad \(line) och inte längre: för mycket text "
                    + "liknar tabeller och är inga",
                en: "tables were searched for up to line \(line) and no further: too much text "
                    + "looks like tables and is none"),
            at: .file(path: path, line: line),
            hint: Text(
                sv: "Ange tabellerna i ett manifest, eller dela filen.",
                en: "Declare the tables in a manifest, or divide the file."))
    }
}
