import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `A year that is not final` {
    private static func reading(
        collects: Bool = false, on day: String = "2018-06-01"
    ) throws -> PublicationReading {
        PublicationReading(
            plan: PublicationPlan(
                source: "kolada", year: 2017, preliminaryDay: CalendarDay("2018-04-01"),
                finalDay: CalendarDay("2018-12-31"), collectsInAutumn: collects),
            day: CalendarDay(day))
    }

    private static func table(source: String = "kolada") throws -> ComparisonTable {
        let units = [
            try Sample.municipality("0182", "Nacka"), try Sample.municipality("0162", "Danderyd"),
            try Sample.municipality("0184", "Solna"),
        ]
        return try Sample.table(
            units,
            figures: [
                182: [try Sample.figure("80", numerator: 80, denominator: 100, source: source)],
                162: [try Sample.figure("95", numerator: 95, denominator: 100, source: source)],
                184: [try Sample.figure(nil, source: source)],
            ])
    }

    @Test func `is marked and still compared while it is preliminary`() throws {
        let table = try Self.table().published(Self.reading())
        #expect(table.rows.map(\.figure?.status) == [.preliminary, .preliminary, .missingNull])
        #expect(table.rows.map(\.rank) == [1, 2, nil])
        #expect(table.group.meanUnweighted == ScaledDecimal(units: 875, scale: 1))
        #expect(!table.isCollecting)
    }

    @Test func `has values but neither rank, mean nor verdict while it is being collected`() throws
    {
        let table = try Self.table().published(Self.reading(collects: true))
        #expect(table.isCollecting)
        #expect(table.rows.map(\.municipality.name) == ["Danderyd", "Nacka", "Solna"])
        #expect(table.rows.map(\.figure?.status) == [.preliminary, .preliminary, .missingNull])
        #expect(table.rows.compactMap { $0.value?.description } == ["95", "80"])
        #expect(table.ranked == 0)
        #expect(try table.row("Danderyd").verdict == Verdict.none)
        #expect(try table.row("Nacka").verdict == nil)
        for figures in [table.group, table.peers] {
            #expect(figures.meanUnweighted == nil && figures.meanWeighted == nil)
            #expect(figures.median == nil && figures.min == nil && figures.max == nil)
        }
        #expect([table.group.withValue, table.group.members] == [2, 3])
        let notes = ComparisonNotes.notes(of: table).map(\.sv)
        #expect(notes.first?.hasPrefix("Insamlingen för 2017 pågår") == true)
        #expect(!notes.contains { $0.contains("ovägda medel (") })
    }

    @Test(arguments: ["2019-01-01", "2018-12-31"])
    func `is final from the day of its publication`(day: String) throws {
        let table = try Self.table().published(Self.reading(collects: true, on: day))
        #expect(!table.isCollecting)
        #expect(table.rows.map(\.rank) == [1, 2, nil])
        #expect(table.rows.map(\.figure?.status) == [.ok, .ok, .missingNull])
    }

    @Test func `says nothing of other sources' figures`() throws {
        let table = try Self.table(source: "annual").published(Self.reading(collects: true))
        #expect(!table.isCollecting)
        #expect(table.rows.map(\.figure?.status) == [.ok, .ok, .missingNull])
    }

    @Test func `is passed over when the latest final period is looked for`() throws {
        #expect(try Self.reading().notFinal.map(\.description) == ["2017"])
        #expect(
            try Self.reading(collects: true).notFinal.map(\.description)
                == ["2017", "2018", "2019", "2020"])
        #expect(PublicationReading(plan: nil, day: CalendarDay("2018-06-01")).notFinal == [])
    }
}

@Suite struct `What looks odd` {
    @Test func `is told beside the figures and changes none of them`() throws {
        var table = try Sample.report()
        let plain = table.rows
        table.warnings = [
            FigureWarning(
                .totalOutsideGenders, municipalityKey: 182, found: ScaledDecimal(86),
                expected: ScaledDecimal(units: 875, scale: 1)),
            FigureWarning(
                .outsideOwnRange, municipalityKey: 162, found: ScaledDecimal(101), expected: nil),
            FigureWarning(
                .coverageFallen, municipalityKey: nil, found: ScaledDecimal(210),
                expected: ScaledDecimal(290)),
            FigureWarning(
                .nationAbsent, municipalityKey: nil, found: ScaledDecimal(0),
                expected: ScaledDecimal(1)),
        ]
        let notes = ComparisonNotes.notes(of: table).filter { $0.en.hasPrefix("Plausibility:") }
        #expect(
            notes.map(\.en) == [
                "Plausibility: Nacka: the total 86 does not lie between women's and men's values "
                    + "(the nearer is 87.5).",
                "Plausibility: Danderyd: 101 lies outside 0–100, where the indicator otherwise stays.",
                "Plausibility: 210 units in the country have a value for the period, against 290 the "
                    + "year before.",
                "Plausibility: The nation has no value for the period but had one the year before.",
            ])
        #expect(notes.allSatisfy { $0.sv.hasPrefix("Rimlighet: ") })
        #expect(table.rows == plain)
    }
}
