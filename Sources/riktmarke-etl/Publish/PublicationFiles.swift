internal import ComparisonReports
internal import Diagnostics
internal import Reporting
internal import SourceAdapters
internal import Spreadsheets

/// A file of a report: its name in the folder and its bytes.
struct PublicationFile: Sendable {
    let name: String
    let bytes: [UInt8]
}

/// Makes the files of a report; nothing is written before all are made.
struct PublicationFiles {
    let spec: PublicationSpec
    let parts: [DrawnPart]
    let language: Language

    /// The files, the index last: who opens it finds what it names.
    var all: [PublicationFile] {
        get throws {
            var files = parts.flatMap(pages)
            let whole = document
            files.append(
                PublicationFile(
                    name: "report.xlsx", bytes: try XLSXRenderer(language: language).render(whole)))
            files.append(PublicationFile(name: "report.md", bytes: Array(markdown(whole).utf8)))
            files.append(PublicationFile(name: "index.html", bytes: Array(index.utf8)))
            return files
        }
    }

    /// All comparisons as one document, without drawings.
    private var document: ReportDocument {
        ComparisonDocument(
            parts.map { .init(answer: $0.part.answer, evidence: $0.part.evidence) }
        ).document(title: spec.title, lead: spec.lead)
    }

    /// A page a comparison, with its chart beside it.
    private func pages(_ drawn: DrawnPart) -> [PublicationFile] {
        let document = ComparisonDocument([
            .init(
                answer: drawn.part.answer, evidence: drawn.part.evidence, figures: drawn.figures)
        ]).document
        let back = [(address: "index.html", label: spec.title)]
        let page = HTMLRenderer(language: language).render(document, links: back)
        var files = [
            PublicationFile(name: "\(drawn.part.name).html", bytes: Array(page.utf8))
        ]
        if let png = drawn.png {
            files.append(PublicationFile(name: "\(drawn.part.name).png", bytes: png))
        }
        return files
    }

    private var index: String {
        let links =
            parts.map { drawn in
                (
                    address: "\(drawn.part.name).html",
                    label: Text(verbatim: drawn.part.answer.heading)
                )
            } + [
                (
                    address: "report.xlsx",
                    label: Text(
                        sv: "Alla jämförelser i Excel, med kvitton",
                        en: "All comparisons in Excel, with receipts")
                ),
                (address: "report.md", label: Text(sv: "Som Markdown", en: "As Markdown")),
            ]
        let overview = ComparisonOverview(answers: parts.map(\.part.answer)).table
        let section = ReportDocument.Section(
            name: "overview", heading: spec.title, tables: [overview])
        return HTMLRenderer(language: language).render(
            ReportDocument(title: spec.title, lead: spec.lead, sections: [section]), links: links)
    }

    private func markdown(_ document: ReportDocument) -> String {
        let renderer = MarkdownRenderer(language: language)
        var parts = ["# " + renderer.inline(document.title) + "\n"]
        parts += document.lead.map { renderer.inline($0) + "\n" }
        for section in document.sections {
            parts.append("## " + renderer.inline(section.heading) + "\n")
            parts += section.tables.map(renderer.render)
        }
        parts.append("## " + renderer.inline(ReportDocument.sourcesHeading) + "\n")
        parts += document.method.map { renderer.inline($0) + "\n" }
        if let receipts = document.receipts { parts.append(renderer.render(receipts)) }
        return parts.joined(separator: "\n")
    }
}
