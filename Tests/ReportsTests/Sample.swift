import Diagnostics
import Indicators
import Testing

@testable import Reports

/// Documents and manifests made for the tests: a kommun, names and figures that do not exist.
enum Sample {
    static func document(_ text: String) -> ReportDocument {
        ReportDocument(text: text, path: "rapport.txt")
    }

    /// A manifest with the given tables and entries; fails the test when it is not sound.
    static func manifest(_ body: String) throws -> ReportManifest {
        let head = """
            report: sample
            municipality: "0999"
            organisation: Provnämnden
            report_type: annual_report
            period: "2031"

            """
        let (manifest, diagnostics) = ReportManifest.decode(head + body, path: "m.yml")
        #expect(diagnostics == [])
        return try #require(manifest)
    }

    static func reading(_ text: String, _ manifest: String) throws -> ReportReading {
        ReportReading(document(text), manifest: try self.manifest(manifest))
    }

    /// The figures as short lines: line, subject, measure, period, gender, value or why it is missing.
    static func lines(_ reading: ReportReading) -> [String] {
        reading.figures.map { figure in
            let value = figure.value?.description ?? figure.missing
            let period = figure.period?.description ?? "-"
            return "\(figure.line) \(figure.subject) \(figure.measure.rawValue) \(period)"
                + " \(figure.gender.rawValue) \(value) \(figure.unit.rawValue)"
        }
    }

    /// Three rows of an economy table and their sum; every row obeys both sums.
    static let economyRows: [(name: String, cells: [String])] = [
        ("Ungdomsstöd", ["1 250", "-20 400", "-19 150", "-18 000", "-1 150"]),
        ("Vuxna 30-70 år", ["0", "-7 310", "-7 310", "-7 500", "190"]),
        ("Stöd i hemmet och dagcenter", ["12 005", "-148 155", "-136 150", "-136 580", "430"]),
        ("Summa", ["13 255", "-175 865", "-162 610", "-162 080", "-530"]),
    ]

    static let economyManifest = """
        tables:
          - id: economy
            kind: economy
            rows: 4
            unit: tkr
            spanning: ["Kostnader (-)"]
            columns:
              - { header: "Verksamhet, tkr", role: name }
              - { header: Utfall intäkter, measure: income, period: "2031" }
              - { header: Utfall kostnader, measure: cost, period: "2031" }
              - { header: Utfall netto, measure: net, period: "2031" }
              - { header: Budget netto, measure: budget, period: "2031" }
              - { header: Budget-avvikelse, measure: deviation, period: "2031" }

        """
}
