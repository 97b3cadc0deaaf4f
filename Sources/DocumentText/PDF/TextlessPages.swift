internal import Diagnostics

/// Pages of a PDF on which there is no text, beside others that have some.
enum TextlessPages {
    /// More pages than this are not named.
    private static let named = 20

    /// What somebody should know of such pages, which may hold tables as pictures; nil without any.
    static func note(_ lines: [PrintedLine], path: String) -> Diagnostic? {
        var printed: Set<Int> = []
        for line in lines where !line.text.isEmpty { printed.insert(line.page) }
        let pages = (1...max(lines.last?.page ?? 1, 1)).filter { !printed.contains($0) }
        guard !pages.isEmpty else { return nil }
        let more = pages.count > named ? " …" : ""
        let list = pages.prefix(named).map(String.init).joined(separator: ", ") + more
        return Diagnostic(
            .warning, code: "report.pages-without-text",
            Text(
                sv: "sidor utan text, tomma eller bilder: \(list)",
                en: "pages without text, blank or pictures: \(list)"),
            at: .file(path: path),
            hint: Text(
                sv: "Siffror på bilder läses inte; se efter på sidorna.",
                en: "Figures in pictures are not read; look at those pages."))
    }
}
