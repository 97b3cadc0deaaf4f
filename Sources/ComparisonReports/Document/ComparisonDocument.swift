internal import Comparison
package import Diagnostics
internal import Indicators
package import Reporting

/// Comparisons as a document: a section each, the receipts of all figures, the method.
package struct ComparisonDocument {
    /// One comparison with its receipts and its drawings.
    package struct Part {
        let answer: ComparisonAnswer
        let evidence: ComparisonEvidence
        let figures: [ReportDocument.Figure]
        let showsAllSources: Bool

        /// Takes a comparison.
        package init(
            answer: ComparisonAnswer, evidence: ComparisonEvidence,
            figures: [ReportDocument.Figure] = [], showsAllSources: Bool = false
        ) {
            self.answer = answer
            self.evidence = evidence
            self.figures = figures
            self.showsAllSources = showsAllSources
        }
    }

    let parts: [Part]

    /// Takes the comparisons from top to bottom.
    package init(_ parts: [Part]) {
        self.parts = parts
    }

    /// The document under the heading of its only comparison.
    package var document: ReportDocument {
        document(title: sections.first?.heading ?? Text(verbatim: ""), lead: [])
    }

    /// The document under a heading.
    package func document(title: Text, lead: [Text]) -> ReportDocument {
        let receipts = parts.map {
            ComparisonReceipts(answer: $0.answer, origins: $0.evidence.origins)
        }
        return ReportDocument(
            title: title, lead: lead, sections: sections,
            receipts: ComparisonReceipts.table(receipts.flatMap(\.rows)), method: method,
            dataTime: receipts.map(\.dataTime).max() ?? 0)
    }

    private var sections: [ReportDocument.Section] {
        parts.map { part in
            let report = ComparisonReport(
                answer: part.answer, showsAllSources: part.showsAllSources)
            var page = report.page
            page.title = nil
            var summary = report.summary
            summary.title = Text(
                sv: "Gruppen tillsammans", en: "The group together")
            let table = part.answer.table
            return ReportDocument.Section(
                name: table.indicator.code.description,
                heading: Text(verbatim: part.answer.heading),
                tables: [page] + report.changes + [summary], figures: part.figures)
        }
    }

    private var method: [Text] {
        var method = [
            Text(
                sv: "Värdena är källornas egna. Skillnader, platser, medel, medianer och kvartiler "
                    + "är egen bearbetning av dem, räknad på oavrundade värden.",
                en: "The values are the sources' own. Differences, places, means, medians and "
                    + "quartiles are our own computation, made on unrounded values.")
        ]
        let verdicts = parts.flatMap { $0.answer.table.rows.compactMap(\.verdict) }
        if verdicts.contains(where: { ![.uncertaintyUnknown, .none].contains($0) }) {
            method.append(
                Text(
                    sv: "Intervall för andelar: Wilson, 95 %. Omdömen: 95-procentigt intervall för "
                        + "skillnaden mot kommunen i fokus (Newcombe).",
                    en: "Intervals of shares: Wilson, 95%. Verdicts: the interval at 95% of the "
                        + "difference to the municipality in focus (Newcombe)."))
        }
        if verdicts.contains(.uncertaintyUnknown) {
            method.append(
                Text(
                    sv: "Där källan inte anger täljare och nämnare finns inget intervall och inget "
                        + "omdöme.",
                    en: "Where the source does not state numerator and denominator there is no "
                        + "interval and no verdict."))
        }
        method.append(
            Text(
                sv:
                    "SHA-256 är kontrollsumman för den fil som lästes in; rad och kolumn är cellens "
                    + "plats i den.",
                en: "SHA-256 is the checksum of the file that was loaded; line and column are the "
                    + "cell's place in it."))
        return method
    }
}
