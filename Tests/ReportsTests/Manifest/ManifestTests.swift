import Diagnostics
import Foundation
import Testing

@testable import Reports

/// Manifests and what is wrong with them.
@Suite struct ManifestTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static let head =
        "report: r\nmunicipality: \"0999\"\norganisation: N\nreport_type: t\nperiod: \"2031\"\n"

    @Test(arguments: [
        ("report: r\n", "spec.missing-key"), (head + "tabels: []\n", "spec.unknown-key"),
        (head + "period: i år\n", "spec.duplicate-key"),
        (head.replacing("\"2031\"", with: "2031-T4"), "spec.bad-value"),
        (head + "tables:\n  - { id: a }\n", "spec.missing-key"),
        (head + "tables:\n  - { id: a, layout: b }\n", "spec.bad-value"),
        (
            head + "tables:\n  - { id: a, kind: stolar, columns: [{ header: A, role: name }] }\n",
            "spec.bad-value"
        ),
        (
            head + "tables:\n  - { id: a, kind: pairs, columns: [{ header: A }] }\n",
            "spec.missing-key"
        ),
        (head + "narrative:\n  - { find: \"utan tal\", subject: S }\n", "manifest.no-figure"),
        (head + "narrative:\n  - { find: \"har {}\" }\n", "spec.missing-key"),
        (head + "narrative:\n  - { find: \"har {}\", subject: S, unit: euro }\n", "spec.bad-value"),
    ])
    func `what is wrong with a manifest is told with its place`(yaml: String, code: String) throws {
        let (manifest, diagnostics) = ReportManifest.decode(yaml, path: "m.yml")
        #expect(manifest == nil)
        let first = try #require(diagnostics.first)
        #expect(first.code == code)
        guard case .file("m.yml", _?, _) = first.location else {
            Issue.record("no line: \(String(describing: first.location))")
            return
        }
    }

    @Test func `the shipped manifests are sound and know different documents`() {
        let folder = ManifestFolder(path: Self.root.appending(path: "etl/reports").path())
        #expect(folder.diagnostics == [])
        #expect(folder.manifests.count == 5)
        #expect(Set(folder.manifests.compactMap(\.sha256)).count == 5)
        #expect(Set(folder.manifests.map(\.municipality)) == ["0120", "0182", "0484"])
        #expect(folder.manifests.map(\.narrative.count).reduce(0, +) > 180)
    }

    @Test(arguments: ManifestKeys.sections.map(\.name))
    func `the schema offers exactly the keys that the decoder reads`(section: String) throws {
        let keys = try #require(ManifestKeys.sections.first { $0.name == section }?.keys)
        let data = try Data(
            contentsOf: Self.root.appending(path: "etl/schema/report.schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        let definition = try #require(definitions[section] as? [String: Any])
        let properties = try #require(definition["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(keys))
    }

    @Test func `a table that is not there, or has other rows, keeps everything from being loaded`()
        throws
    {
        let text =
            "Verksamhet, tkr\tUtfall intäkter\tUtfall kostnader\tUtfall netto\tBudget netto\tBudget-avvikelse\n"
            + "Ungdomsstöd\t1\t-2\t-1\t-3\t2\nSumma\t1\t-2\t-1\t-3\t2\n\nSlut.\n"
        let rows = try Sample.reading(text, Sample.economyManifest)
        #expect(rows.misfits.map(\.code) == ["report.row-count"])
        #expect(rows.figures == [])
        let heading = try Sample.reading(
            text.replacing("Utfall netto", with: "Utfall"), Sample.economyManifest)
        #expect(heading.misfits.map(\.code) == ["report.table-missing"])
        let anchor = try Sample.reading("Text.\n", "anchors: [\"Rapport 2031\"]\n")
        #expect(anchor.misfits.map(\.code) == ["report.anchor-missing"])
    }
}
