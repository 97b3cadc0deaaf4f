import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `Ranks` {
    @Test func `let ties share the lower number`() throws {
        let table = try Sample.table([
            ("0182", "Nacka", "80"), ("0162", "Danderyd", "90"), ("0184", "Solna", "80"),
            ("0160", "Täby", "80.0"), ("0120", "Värmdö", "70"),
        ])
        #expect(
            table.rows.map { "\($0.municipality.name) \($0.rank ?? 0)" }
                == ["Danderyd 1", "Nacka 2", "Solna 2", "Täby 2", "Värmdö 5"])
    }

    @Test func `count from the lowest where low is good`() throws {
        let table = try Sample.table(
            [("0182", "Nacka", "5.9"), ("0184", "Solna", "6.4"), ("0160", "Täby", "5.1")],
            indicator: Sample.indicator(polarity: .low, uncertainty: .none))
        #expect(table.rows.map(\.municipality.name) == ["Täby", "Nacka", "Solna"])
        #expect(table.rows.map(\.rank) == [1, 2, 3])
    }

    @Test(arguments: [Polarity.none, .unknown, .band])
    func `are not given where no direction is known to be good`(polarity: Polarity) throws {
        let table = try Sample.table(
            [("0182", "Nacka", "1"), ("0184", "Solna", "2")],
            indicator: Sample.indicator(polarity: polarity))
        #expect(table.rows.map(\.rank) == [nil, nil])
        #expect(table.rows.map(\.municipality.name) == ["Solna", "Nacka"])
        #expect(table.ranked == 0)
    }

    @Test func `are not given to yes and no`() throws {
        let table = try Sample.table(
            [("0182", "Nacka", "1"), ("0184", "Solna", "0")],
            indicator: Sample.indicator(valueKind: .boolean, uncertainty: .none))
        #expect(table.ranked == 0)
    }

    @Test func `skip those without a value, who stand last by name`() throws {
        let table = try Sample.table([
            ("0182", "Nacka", nil), ("0162", "Danderyd", "90"), ("0186", "Ånge", nil),
            ("0188", "Älvkarleby", nil), ("0160", "Täby", "91"),
        ])
        #expect(
            table.rows.map(\.municipality.name)
                == ["Täby", "Danderyd", "Nacka", "Ånge", "Älvkarleby"])
        #expect(table.rows.map(\.rank) == [1, 2, nil, nil, nil])
        #expect(table.ranked == 2)
        #expect(table.group.members == 5)
        #expect(table.group.withValue == 2)
        #expect(table.peers.members == 4)
        #expect(table.rows.allSatisfy { $0.difference == nil })
        #expect(table.rows.dropFirst(3).allSatisfy { $0.verdict == Verdict.none })
    }

    @Test func `leave regions and the nation out, and group figures too`() throws {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
            Sample.municipality("0001", "Region Stockholm", .region),
            Sample.municipality("0000", "Riket", .nation),
        ]
        let values = ["50", "40", "99", "98"]
        let figures = try zip(units, values).map { ($0.key, [try Sample.figure($1)]) }
        let table = try Sample.table(units, figures: Dictionary(uniqueKeysWithValues: figures))
        #expect(table.rows.count == 4)
        #expect(try table.row("Riket").rank == nil)
        #expect(try table.row("Riket").difference == ScaledDecimal(48))
        #expect(try table.row("Nacka").rank == 1)
        #expect(table.group.members == 2)
        #expect(table.group.max == ScaledDecimal(50))
        #expect(table.peers.meanUnweighted == ScaledDecimal(40))
        #expect(
            ComparisonNotes.notes(of: table).contains {
                $0.sv.hasPrefix("Region Stockholm, Riket: visas bredvid")
            })
    }

    @Test func `compare regions with regions`() throws {
        let units = try [
            Sample.municipality("0001", "Region Stockholm", .region),
            Sample.municipality("0009", "Region Gotland", .region),
        ]
        let table = try Sample.table(
            units,
            figures: [units[0].key: [Sample.figure("1")], units[1].key: [Sample.figure("2")]])
        #expect(table.rows.map(\.rank) == [1, 2])
        #expect(table.group.members == 2)
    }

    @Test func `count the focus once when it is also named among the others`() throws {
        let nacka = try Sample.municipality("0182", "Nacka")
        let solna = try Sample.municipality("0184", "Solna")
        let table = try Sample.table(
            [nacka, solna, nacka, solna],
            figures: [nacka.key: [Sample.figure("1")], solna.key: [Sample.figure("2")]])
        #expect(table.rows.count == 2)
        #expect(table.group.members == 2)
        #expect(table.peers.members == 1)
    }
}
