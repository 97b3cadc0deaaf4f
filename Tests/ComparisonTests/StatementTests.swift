import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `Documents that disagree` {
    private func table() throws -> ComparisonTable {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        return try Sample.table(
            units,
            figures: [
                units[0].key: [
                    Sample.figure("4.8", source: "ny"), Sample.figure("5", source: "gammal"),
                ],
                units[1].key: [
                    Sample.figure("7", source: "ny"), Sample.figure(nil, source: "gammal"),
                ],
            ])
    }

    @Test func `speak once: the first of them counts`() throws {
        let table = try table()
        #expect(table.rows.count == 2)
        #expect(try table.row("Nacka").value == ScaledDecimal("4.8"))
        #expect(try table.row("Nacka").sourcesDiffer)
        #expect(table.group.meanUnweighted == ScaledDecimal("5.9"))
    }

    @Test func `are named in a note`() throws {
        let notes = ComparisonNotes.notes(of: try table())
        #expect(
            notes.contains {
                $0.sv.contains("Källorna skiljer sig för Nacka: 4,8 (Dokument ny); 5 (Dokument ga")
            })
        #expect(notes.contains { $0.en.contains("Sources differ for Solna: 7") })
    }

    @Test func `have a row each on request, and only the first a rank`() throws {
        let statements = try table().statements
        #expect(
            statements.map { "\($0.municipality.name) \($0.figure?.source ?? "")" }
                == ["Solna ny", "Solna gammal", "Nacka ny", "Nacka gammal"])
        #expect(statements.map(\.rank) == [1, nil, 2, nil])
        #expect(statements.map(\.difference) == [ScaledDecimal("2.2"), nil, nil, nil])
        #expect(statements.map(\.verdict) == [.uncertaintyUnknown, Verdict.none, nil, nil])
    }

    @Test func `that agree in value are no disagreement`() throws {
        let unit = try Sample.municipality("0182", "Nacka")
        let table = try Sample.table(
            [unit],
            figures: [
                unit.key: [Sample.figure("5", source: "a"), Sample.figure("5.0", source: "b")]
            ])
        #expect(try !table.row("Nacka").sourcesDiffer)
    }
}
