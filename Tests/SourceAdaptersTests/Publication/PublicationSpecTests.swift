import Diagnostics
import Foundation
import Indicators
import Testing

@testable import SourceAdapters

@Suite struct PublicationSpecTests {
    private func faults(_ yaml: String) -> [String] {
        PublicationSpec.decode(yaml, path: "r.yml").diagnostics.map {
            "\($0.location?.description ?? "-") \($0.code)"
        }
    }

    @Test func `comparisons inherit from the report what they do not say themselves`() throws {
        let (spec, diagnostics) = PublicationSpec.decode(
            """
            title: { sv: Rapport, en: Report }
            municipality: 0182
            with: [Solna, Täby]
            year: 2017
            comparisons:
              - indicator: U33461
              - indicator: U33461
                gender: kvinnor
                complement: true
              - indicator: sjukfrånvaro
                name: sick
                group: skr-a2
                period: 2018-T1
                municipality: Värmdö
            """, path: "r.yml")
        #expect(diagnostics == [])
        let comparisons = try #require(spec?.comparisons)
        #expect(comparisons.map(\.name) == ["u33461", "u33461-2", "sick"])
        #expect(comparisons.map { $0.municipality?.text } == ["0182", "0182", "Värmdö"])
        #expect(comparisons.map(\.period) == [Period("2017"), Period("2017"), Period("2018-T1")])
        #expect(comparisons.map(\.gender) == [.total, .women, .total])
        #expect(comparisons.map(\.isComplement) == [false, true, false])
        guard case .names(let names) = comparisons[0].peers, case .group = comparisons[2].peers
        else {
            Issue.record("the peers were not inherited")
            return
        }
        #expect(names.map(\.text) == ["Solna", "Täby"])
        #expect(names[1].location.description == "r.yml:3:15")
        #expect(spec?.title == Text(sv: "Rapport", en: "Report"))
        #expect(spec?.language == nil)
    }

    @Test func `every fault is told, with its line and column`() {
        let found = faults(
            """
            titel: Rapport
            language: da
            year: 2017-01
            comparisons:
              - name: a
              - indicator: U1
                name: Inte Så
              - indicator: U1
                name: index
              - indicator: [a]
                gender: X
                with: Solna
                group: skr-a2
                complement: kanske
            """)
        #expect(
            Set(found) == [
                "r.yml:1:1 spec.unknown-key", "r.yml:1:1 spec.missing-key",
                "r.yml:2:11 spec.bad-value", "r.yml:3:7 spec.wrong-type",
                "r.yml:5:5 spec.missing-key", "r.yml:7:11 spec.wrong-type",
                "r.yml:9:11 publication.name-taken", "r.yml:10:16 spec.wrong-type",
                "r.yml:11:13 spec.bad-value", "r.yml:12:11 publication.conflict",
                "r.yml:14:17 spec.wrong-type",
            ])
    }

    @Test(arguments: ["", "- a\n", "title: x\ncomparisons: []\n", "title: [\n"])
    func `what is no report is a located fault`(yaml: String) {
        let diagnostics = PublicationSpec.decode(yaml, path: "r.yml").diagnostics
        #expect(!diagnostics.isEmpty)
        #expect(diagnostics.allSatisfy { $0.location?.description.hasPrefix("r.yml") == true })
    }

    @Test(arguments: PublicationKeys.sections.map(\.name))
    func `the schema offers exactly the keys that the decoder reads`(section: String) throws {
        let keys = try #require(PublicationKeys.sections.first { $0.name == section }?.keys)
        let data = try Data(
            contentsOf: SchemaTests.root.appending(path: "etl/schema/publication.schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        #expect(Set(definitions.keys) == Set(PublicationKeys.sections.map(\.name)))
        let definition = try #require(definitions[section] as? [String: Any])
        let variants = (definition["oneOf"] as? [[String: Any]]) ?? [definition]
        let properties = try #require(
            variants.lazy.compactMap { $0["properties"] as? [String: Any] }.first)
        #expect(Set(properties.keys) == Set(keys))
    }

    @Test func `the shipped report is read without a fault`() throws {
        let path = SchemaTests.root.appending(path: "etl/publications/nacka-2017.yml").path
        let spec = try PublicationSpec.read(path)
        #expect(spec.comparisons.map(\.name) == ["u33461", "u33461-complement"])
    }
}
