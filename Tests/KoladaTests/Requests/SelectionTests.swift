import Diagnostics
import Indicators
import Testing

@testable import Kolada

@Suite struct SelectionTests {
    private static func catalogue() throws -> KoladaCatalogue {
        KoladaCatalogue(
            indicators: try CatalogueParser.indicators(try Fixture.bytes("kpi_v3.json")).entries,
            units: try CatalogueParser.units(try Fixture.bytes("municipality_v3.json")).entries,
            unitGroups: try CatalogueParser.groups(
                try Fixture.bytes("municipality_groups_v3.json")
            ).entries,
            indicatorGroups: [
                CatalogueGroup(
                    id: "G2KPI1", title: "Tabell",
                    members: [.init(id: "N30101", title: ""), .init(id: "N00003", title: "")])
            ])
    }

    @Test func `finds indicators by id, group and area, each once`() throws {
        let catalogue = try Self.catalogue()
        let listed = IndicatorSelection.listed(
            ids: ["n00003", "N99999"], groups: ["G2KPI1"], areas: ["kommunen, övergripande"])
        let found = try listed.resolve(in: catalogue).map(\.description)
        // A well-formed id that is not listed is kept.
        #expect(found.prefix(3) == ["N00003", "N99999", "N30101"])
        #expect(Set(found).count == found.count)
        #expect(try IndicatorSelection.all.resolve(in: catalogue).count == 7)
    }

    @Test func `names everything that cannot be meant, with what was meant`() throws {
        let catalogue = try Self.catalogue()
        let selection = IndicatorSelection.listed(
            ids: ["N0000", "X"], groups: ["G2KPI2"], areas: ["Kommunen övergripande"])
        do {
            _ = try selection.resolve(in: catalogue)
            Issue.record("nothing was wrong")
        } catch {
            #expect(
                error.diagnostics.map(\.code) == [
                    "kolada.indicator-form", "kolada.indicator-form", "kolada.unknown-group",
                    "kolada.unknown-area",
                ])
            #expect(error.exitStatus == .usage)
            #expect(error.diagnostics[0].hint?.en.contains("N00003") == true)
            #expect(error.diagnostics[3].hint?.en.contains("Kommunen, övergripande") == true)
        }
    }

    @Test func `finds units by code and group, and refuses unknown ones`() throws {
        let catalogue = try Self.catalogue()
        #expect(try UnitSelection.all.resolve(in: catalogue).count == 9)
        let listed = UnitSelection.listed(codes: ["0182", "0000"], groups: ["G37475"])
        #expect(
            try listed.resolve(in: catalogue).map(\.description) == [
                "0000", "0123", "0126", "0138", "0160", "0163", "0182", "1233", "1384",
            ])
        do {
            _ = try UnitSelection.listed(codes: ["Nacka", "0199"]).resolve(in: catalogue)
            Issue.record("nothing was wrong")
        } catch {
            #expect(
                error.diagnostics.map(\.code) == ["kolada.unknown-unit", "kolada.unknown-unit"])
            #expect(error.diagnostics[0].hint?.en == "Write 0182 for Nacka.")
        }
    }

    @Test func `an id that is neither listed nor has values is unknown`() throws {
        let catalogue = try Self.catalogue()
        let ids = try ["N00003", "N00004", "N99999"].map { try #require(KoladaIndicatorID($0)) }
        let unknown = IndicatorSelection.unknown(
            asked: ids, withValues: [ids[2]], in: catalogue)
        #expect(unknown.map(\.code) == ["kolada.unknown-indicator"])
        #expect(unknown.first?.message.en.contains("N00004") == true)
    }
}
