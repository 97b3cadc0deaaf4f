import Diagnostics
import Indicators
import SourceAdapters
import Testing

@testable import Reports

/// Figures of tables as the warehouse takes them.
@Suite struct ObservationTests {
    private static let text = """
        Indikatorer\tUtfall 2030\tUtfall 2031\tMål\t
        (N) Andel barn med plan\t51 %\t-\t59 %\tT3
        Antal samtal\t\tI4I\t150\tT1
        Antal okända ting\t1\t2\t3\tT1
        """

    private static let manifest = """
        tables:
          - id: a
            kind: indicators
            rows: 3
            columns:
              - { header: Indikatorer, role: name }
              - { header: Utfall 2030, measure: outcome, period: "2030" }
              - { header: Utfall 2031, measure: outcome, period: "2031" }
              - { header: Mål, measure: target, period: none }
              - { header: "", role: flags }
        """

    private static func dimensions(
        _ targetPeriods: [DimensionIndex.TargetPeriod] = []
    ) throws -> DimensionIndex {
        DimensionIndex(
            indicators: [
                .init(
                    key: 7, code: try #require(IndicatorCode("X1")), title: "Andel barn med plan",
                    unit: "procent", valueKind: .share),
                .init(
                    key: 8, code: try #require(IndicatorCode("X2")), title: "Antal samtal",
                    unit: "antal", valueKind: .count),
            ],
            municipalities: [
                .init(
                    key: 99, code: try MunicipalityCode("0999"), name: "Provby",
                    kind: .municipality)
            ], targetPeriods: targetPeriods)
    }

    private static func batch(
        _ text: String = text, _ manifest: String = manifest
    ) throws -> ObservationBatch {
        try Sample.reading(text, manifest).observations(dimensions())
    }

    @Test func `every cell of a known indicator has its keys and its place`() throws {
        let batch = try Self.batch()
        let lines = batch.observations.map {
            let value = $0.value.isPresent ? $0.value.units : Int64($0.statusKey)
            return "\($0.indicatorKey) \($0.periodKey) \($0.line):\($0.column) "
                + "\($0.measure.rawValue) \(value)"
        }
        let first = try #require(Period(year: 2030)).key
        let second = try #require(Period(year: 2031)).key
        #expect(
            lines == [
                "7 \(first) 2:1 outcome 51", "7 \(second) 2:2 outcome 100",
                "7 \(second) 2:3 target 59", "8 \(first) 3:1 outcome 101",
                "8 \(second) 3:2 outcome 141", "8 \(second) 3:3 target 150",
            ])
        #expect(batch.observations.allSatisfy { $0.documentLine == $0.line })
        #expect(batch.observations.allSatisfy { $0.municipalityKey == 99 })
        // The report's own period, since the source names none.
        let isDeclared = batch.observations.map(\.periodIsDeclared)
        #expect(isDeclared == [true, true, false, true, true, false])
        #expect(batch.counts.figures == 9)
        #expect(batch.counts.rejected == 3)
        #expect(batch.counts.missing == 2)
    }

    @Test func `a target whose period is declared elsewhere holds for that period`() throws {
        let year = try #require(Period(year: 2032))
        let dimensions = try Self.dimensions([
            .init(indicatorKey: 7, document: "sample", period: year),
            .init(indicatorKey: 8, document: "another", period: year),
        ])
        let batch = try Sample.reading(Self.text, Self.manifest).observations(dimensions)
        let targets = batch.observations.filter { $0.measure == .target }
        #expect(targets.map(\.periodIsDeclared) == [true, false])
        #expect(targets.first?.periodKey == year.key)
        #expect(targets.allSatisfy { $0.noteIndex >= 0 })
    }

    @Test func `what was read past is a note on the figure`() throws {
        let batch = try Self.batch()
        let notes = batch.observations.map { observation in
            observation.noteIndex < 0 ? "" : batch.notes[Int(observation.noteIndex)]
        }
        #expect(
            notes == [
                "", "", "perioden anges inte i källan", "",
                "letter-for-digit: ”I4I” läst ”141”", "perioden anges inte i källan",
            ])
    }

    @Test func `an unknown indicator is rejected with line, column and cell`() throws {
        let rejects = try Self.batch().rejects
        #expect(rejects.map(\.code) == Array(repeating: "indicator.unknown", count: 3))
        #expect(rejects.map(\.line) == [4, 4, 4])
        #expect(rejects.map(\.column) == [1, 2, 3])
        #expect(rejects.map(\.cell) == ["1", "2", "3"])
        #expect(rejects.map(\.columnName) == ["Utfall 2030", "Utfall 2031", "Mål"])
    }

    @Test func `an outcome without a period is rejected, and per cent of a count`() throws {
        let undeclared = Self.manifest.replacing(
            "outcome, period: \"2031\"", with: "outcome, period: none")
        let batch = try Self.batch(Self.text, undeclared)
        #expect(batch.rejects.contains { $0.code == "report.period-undeclared" && $0.line == 3 })
        let percent = try Self.batch(Self.text.replacing("I4I", with: "14 %"))
        #expect(percent.rejects.contains { $0.code == "number.percent-sign" && $0.cell == "14 %" })
    }

    @Test func `a document that does not fit has no figures at all`() throws {
        let batch = try Self.batch(Self.text, Self.manifest.replacing("rows: 3", with: "rows: 4"))
        #expect(batch.observations.isEmpty)
        #expect(batch.rejects.isEmpty)
    }
}
