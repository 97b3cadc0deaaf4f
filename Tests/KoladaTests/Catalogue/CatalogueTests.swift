import Diagnostics
import Indicators
import Testing

@testable import Kolada

@Suite struct CatalogueTests {
    @Test func `reads indicators of version 3`() throws {
        let page = try CatalogueParser.indicators(try Fixture.bytes("kpi_v3.json"))
        #expect(page.facts.valueCount == 7)
        let staff = try #require(page.entries.first { $0.id == "N00003" })
        #expect(staff.title == "Personalkostnader, kr/inv")
        #expect(staff.isDividedByGender == false)
        #expect(staff.municipalityType == "K")
        #expect(staff.auspice == "E")
        #expect(staff.operatingArea == "Kommunen, övergripande")
        #expect(staff.perspective == "Resurser")
        #expect(staff.preliminaryPublication == CalendarDay(year: 2026, month: 4, day: 1))
        #expect(staff.publication == CalendarDay(year: 2026, month: 8, day: 28))
        #expect(staff.publicationYear == 2025)
        #expect(staff.hasOrganisationData == false)
        #expect(staff.description.hasSuffix("Källa: SCB."))
    }

    @Test func `reads indicators of version 2, with its own names and numbers for truths`() throws {
        let page = try CatalogueParser.indicators(try Fixture.bytes("kpi_v2.json"))
        let children = try #require(page.entries.first { $0.id == "U33461" })
        #expect(children.isDividedByGender == true)
        #expect(children.auspice == "T")
        #expect(children.publication == nil)
        #expect(children.reading.discontinuedYear == 2019)
        // Its title has two blanks in 2022.
        #expect(page.entries.first { $0.id == "N01951" }?.title == "Invånare totalt, antal")
    }

    @Test func `reads units and groups with their members`() throws {
        let units = try CatalogueParser.units(try Fixture.bytes("municipality_v3.json")).entries
        #expect(units.first { $0.id == "0182" }?.title == "Nacka")
        #expect(units.first { $0.id == "0000" }?.type == "L")
        #expect(units.first { $0.id == "0001" }?.code?.description == "0001")
        let groups = try CatalogueParser.groups(
            try Fixture.bytes("municipality_groups_v3.json")
        ).entries
        let like = try #require(groups.first { $0.id == "G37475" })
        // RKA's group for Nacka of 2025.
        #expect(
            like.members.map(\.id).sorted() == [
                "0123", "0126", "0138", "0160", "0163", "1233", "1384",
            ])
        #expect(like.title.contains("Nacka"))
    }

    @Test(arguments: [
        (#"{"values":[{"id":"N00003"}],"count":1}"#, KoladaFormatError.Code.missingMember),
        (#"{"values":[{"title":"x"}],"count":1}"#, .missingMember),
        (#"{"values":[{"id":"N00003","id":"N00003","title":"x"}],"count":1}"#, .repeatedMember),
        (#"{"values":[{"id":"N00003","title":"x"}],"count":2}"#, .countMismatch),
        (#"{"values":[{"id":"N00003","title":"x""#, .cutOff), ("{}", .noValues),
        (#"{"detail":[{"msg":"at most 25"}]}"#, .noValues),
    ])
    func `refuses what is no catalogue`(text: String, code: KoladaFormatError.Code) {
        #expect {
            _ = try CatalogueParser.indicators(Array(text.utf8))
        } throws: { error in
            (error as? KoladaFormatError)?.code == code
        }
    }

    private static func indicator(
        _ description: String = "", preliminary: String? = nil, publication: String? = nil,
        year: Int? = nil
    ) -> CatalogueIndicator {
        CatalogueIndicator(
            id: "N00003", title: "", description: description,
            preliminaryPublication: preliminary.flatMap { CalendarDay($0) },
            publication: publication.flatMap { CalendarDay($0) }, publicationYear: year)
    }

    @Test(arguments: [
        (2025, "2026-03-31", PublicationState.final), (2025, "2026-04-01", .preliminary),
        (2025, "2026-08-27", .preliminary), (2025, "2026-08-28", .final),
        (2024, "2026-06-01", .final), (2026, "2026-06-01", .final),
    ])
    func `a year is preliminary from its preliminary publication until its final one`(
        year: Int, day: String, state: PublicationState
    ) throws {
        let indicator = Self.indicator(
            preliminary: "2026-04-01", publication: "2026-08-28", year: 2025)
        #expect(indicator.plan.state(ofYear: year, on: try #require(CalendarDay(day))) == state)
    }

    @Test(arguments: [
        (2026, "2026-10-01", PublicationState.collecting), (2026, "2026-12-31", .collecting),
        (2026, "2027-01-01", .final), (2025, "2026-10-01", .final),
    ])
    func `a year is being collected until it ends, where the text says so`(
        year: Int, day: String, state: PublicationState
    ) throws {
        // The sentence of 26 indicators in the catalogue of 2026.
        let indicator = Self.indicator(
            "Antal dagar. Observera att datainsamling pågår hela hösten, varför medelvärden inte bör användas för jämförelser förrän i slutet av året. Källa: Egen undersökning i kommunen."
        )
        #expect(indicator.collectsAllAutumn)
        #expect(indicator.plan.state(ofYear: year, on: try #require(CalendarDay(day))) == state)
    }
}
