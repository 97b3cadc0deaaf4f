import Comparison
import Indicators
import Statistics
import TestSupport
import Testing

/// RKA publishes 290 groups "Liknande kommuner LSS 2022"; Tests/Fixtures/similar has them with the values
/// from which they follow.
@Suite struct `Similar kommuner` {
    private struct Published {
        let municipalities: [Municipality]
        let values: [[Int16: ScaledDecimal]]
        let groups: [String: [String]]

        init() throws {
            var municipalities: [Municipality] = []
            var values: [[Int16: ScaledDecimal]] = [[:], [:]]
            for line in try Self.lines("similar/lss_2022_values.csv") {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                let unit = try Sample.municipality(String(cells[0]), String(cells[0]))
                municipalities.append(unit)
                for variable in 0..<2 {
                    values[variable][unit.key] = ScaledDecimal(cells[variable + 1])
                }
            }
            var groups: [String: [String]] = [:]
            for line in try Self.lines("similar/lss_2022_groups.csv") {
                let cells = line.split(separator: ",")
                groups[String(cells[0])] = cells[1].split(separator: " ").map(String.init)
            }
            self.municipalities = municipalities
            self.values = values
            self.groups = groups
        }

        private static func lines(_ file: String) throws -> [Substring] {
            Array(try FixtureText.read(file).split(separator: "\n").dropFirst())
        }
    }

    private func variables(
        _ weights: [String] = ["42.5", "57.5"]
    ) throws -> [Similarity.Variable] {
        try zip(["N28026", "N01951"], weights).enumerated().map { index, pair in
            Similarity.Variable(
                try Sample.indicator(pair.0, key: Int32(index + 1)),
                weight: try #require(ScaledDecimal(pair.1)))
        }
    }

    private func codes(_ neighbours: [Similarity.Neighbour]) -> [String] {
        neighbours.map(\.municipality.code.description)
    }

    @Test func `are RKA's groups for LSS 2022, member for member`() throws {
        let published = try Published()
        #expect(published.groups.count == 290)
        let similarity = try #require(
            Similarity(
                try variables(), metric: .manhattan, municipalities: published.municipalities,
                values: published.values))
        for unit in published.municipalities {
            let code = unit.code.description
            #expect(
                codes(similarity.nearest(to: unit, top: 7)).sorted() == published.groups[code],
                "\(code)")
        }
        #expect(
            published.groups["0114"] == ["0115", "0138", "0381", "0980", "1287", "1292", "1482"])
        #expect(
            published.groups["0115"] == ["1292", "1381", "1415", "1440", "1781", "1784", "2584"])
    }

    @Test func `are the same in whatever order the kommuner come`() throws {
        var generator = SplitMix64(seed: 4)
        let published = try Published()
        func list(_ units: [Municipality]) throws -> [Similarity.Neighbour] {
            let similarity = try #require(
                Similarity(
                    try variables(), metric: .euclid, municipalities: units,
                    values: published.values))
            return similarity.nearest(to: published.municipalities[0], top: 7)
        }
        let shuffled = published.municipalities.shuffled(using: &generator)
        #expect(try codes(list(shuffled)) == codes(list(published.municipalities)))
    }

    private func small(
        _ rows: [(code: String, first: String?, second: String?)], _ metric: Distance.Metric,
        weights: [String] = ["1", "1"]
    ) throws -> Similarity {
        var units = try rows.map { try Sample.municipality($0.code, $0.code) }
        units.append(try Sample.municipality("0000", "Riket", .nation))
        var values: [[Int16: ScaledDecimal]] = [
            [units[rows.count].key: ScaledDecimal(2)], [units[rows.count].key: ScaledDecimal(2)],
        ]
        for (unit, row) in zip(units, rows) {
            if let first = row.first { values[0][unit.key] = ScaledDecimal(first) }
            if let second = row.second { values[1][unit.key] = ScaledDecimal(second) }
        }
        return try #require(
            Similarity(
                try variables(weights), metric: metric, municipalities: units, values: values))
    }

    /// By hand: both variables have the values 1, 2, 3, with the standard deviation 1.
    @Test(arguments: [(Distance.Metric.manhattan, 0.75), (.euclid, 0.8660254037844386)])
    func `have their distance from standardised differences`(
        metric: Distance.Metric, expected: Double
    ) throws {
        let similarity = try small(
            [("0101", "1", "3"), ("0102", "2", "3"), ("0103", "3", "2"), ("0104", nil, "1")],
            metric, weights: ["3", "1"])
        let near = try #require(
            similarity.nearest(to: similarity.municipalities[0], top: 9).first)
        #expect(near.municipality.code.description == "0102")
        #expect(abs(near.distance - expected) < 1e-12)
        #expect(near.shares == [1, 0])
    }

    @Test func `are kommuner only, and who lacks a value is nobody's neighbour`() throws {
        let similarity = try small(
            [("0101", "1", "1"), ("0102", "2", nil), ("0103", "3", "3")], .manhattan)
        let units = similarity.municipalities
        #expect(codes(similarity.nearest(to: units[0], top: 7)) == ["0103"])
        #expect(similarity.nearest(to: units[1], top: 7).isEmpty)
        #expect(similarity.incomplete.map(\.code.description) == ["0102"])
    }

    @Test func `go by code where they are equally near`() throws {
        let similarity = try small(
            [("0103", "2", "2"), ("0101", "1", "1"), ("0102", "3", "3")], .manhattan)
        let middle = try #require(similarity.municipalities.last)
        #expect(codes(similarity.nearest(to: middle, top: 2)) == ["0101", "0102"])
    }

    @Test func `tell how many stay when a variable is left out`() throws {
        // Without the first, 0103 is nearest to 0101; without the second, 0102 stays.
        let similarity = try small(
            [("0101", "1", "1"), ("0102", "1.1", "2"), ("0103", "9", "1.1"), ("0104", "5", "9")],
            .manhattan)
        #expect(similarity.kept(of: similarity.municipalities[0], top: 1) == [0, 1])
    }

    @Test func `need a weight above zero`() throws {
        let published = try Published()
        #expect(
            Similarity(
                try variables(["0", "1"]), metric: .manhattan,
                municipalities: published.municipalities, values: published.values) == nil)
    }
}
