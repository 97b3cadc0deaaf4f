public import Diagnostics

/// Renders a document as one HTML file that needs nothing else: no script, no font, no network.
///
/// Headings, captions and scopes carry the structure for those who listen to it, signs stand beside
/// colours, and the print rules fit A4. Text from data is escaped wherever it stands.
public struct HTMLRenderer: Sendable {
    /// The language of headings, wordings and numbers.
    public let language: Language

    /// Creates a renderer for a language.
    public init(language: Language) {
        self.language = language
    }

    /// Returns the whole file; ends with a newline.
    ///
    /// - Parameters:
    ///   - document: what it holds.
    ///   - links: other files beside this one, as relative addresses with what they are; they stand
    ///     below the lead.
    /// - Returns: HTML in UTF-8.
    public func render(
        _ document: ReportDocument, links: [(address: String, label: Text)] = []
    ) -> String {
        var html = head(document.title)
        html += "<header>\n<h1>\(text(document.title))</h1>\n"
        for line in document.lead { html += "<p class=\"lead\">\(text(line))</p>\n" }
        write(links, to: &html)
        html += "</header>\n<main>\n"
        if document.sections.count > 1 { writeContents(document, to: &html) }
        for section in document.sections {
            write(section, isAlone: document.sections.count == 1, to: &html)
        }
        writeSources(document, to: &html)
        html += "</main>\n</body>\n</html>\n"
        return html
    }

    private func head(_ title: Text) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; img-src data:">
        <meta name="generator" content="riktmarke">
        <title>\(text(title))</title>
        <style>
        \(HTMLStyle.sheet)
        </style>
        </head>
        <body>

        """
    }

    private func writeContents(_ document: ReportDocument, to html: inout String) {
        html += "<nav aria-label=\"\(Text(sv: "Innehåll", en: "Contents")[language])\">\n<ol>\n"
        for section in document.sections {
            html +=
                "<li><a href=\"#\(HTMLText.anchor(section.name))\">\(text(section.heading))</a></li>\n"
        }
        html += "</ol>\n</nav>\n"
    }

    private func write(
        _ section: ReportDocument.Section, isAlone: Bool, to html: inout String
    ) {
        let id = HTMLText.anchor(section.name)
        html += "<section id=\"\(id)\">\n"
        // A report of one section has its heading above already.
        if !isAlone { html += "<h2>\(text(section.heading))</h2>\n" }
        for (index, table) in section.tables.enumerated() {
            for line in table.lead { html += "<p>\(text(line))</p>\n" }
            HTMLTable(table, language).write(
                caption: text(table.title ?? section.heading),
                repeatsHeading: table.title == nil || table.title == section.heading, to: &html)
            if index == 0 { section.figures.forEach { write($0, to: &html) } }
        }
        if section.tables.isEmpty { section.figures.forEach { write($0, to: &html) } }
        html += "</section>\n"
    }

    private func write(_ figure: ReportDocument.Figure, to html: inout String) {
        html += "<figure>\n\(figure.svg)\n<figcaption>\(text(figure.caption))</figcaption>\n"
        html += "</figure>\n"
    }

    private func writeSources(_ document: ReportDocument, to html: inout String) {
        guard document.receipts != nil || !document.method.isEmpty else { return }
        html += "<section id=\"sources\" class=\"sources\">\n"
        html += "<h2>\(text(ReportDocument.sourcesHeading))</h2>\n"
        for line in document.method { html += "<p>\(text(line))</p>\n" }
        if let receipts = document.receipts {
            HTMLTable(receipts, language).write(
                caption: text(receipts.title ?? ReportDocument.sourcesHeading), to: &html)
        }
        html += "</section>\n"
    }

    private func write(_ links: [(address: String, label: Text)], to html: inout String) {
        guard !links.isEmpty else { return }
        html += "<ul class=\"links\">\n"
        for link in links {
            html +=
                "<li><a href=\"\(HTMLText.escaped(link.address))\">\(text(link.label))</a></li>\n"
        }
        html += "</ul>\n"
    }

    private func text(_ text: Text) -> String { HTMLText.escaped(text[language]) }
}
