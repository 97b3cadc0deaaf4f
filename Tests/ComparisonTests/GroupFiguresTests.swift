import Comparison
import Indicators
import Testing

@Suite struct `Group figures` {
    private func table(_ counts: [(Int, Int)?]) throws -> ComparisonTable {
        let units = try counts.indices.map {
            try Sample.municipality("010\($0)", "Kommun \($0)")
        }
        var figures: [Int16: [OutcomeFigure]] = [:]
        for (unit, pair) in zip(units, counts) {
            guard let (numerator, denominator) = pair else { continue }
            let share = Double(100 * numerator) / Double(denominator)
            figures[unit.key] = [
                try Sample.figure(
                    "\(share)", numerator: numerator, denominator: denominator)
            ]
        }
        return try Sample.table(units, figures: figures)
    }

    @Test func `weigh a mean of shares by their denominators`() throws {
        // 10 % of 100 and 50 % of 300: (10 + 150) / 400 = 40 %, while the unweighted mean is 30 %.
        let group = try table([(10, 100), (150, 300)]).group
        #expect(group.meanWeighted?.description == "40")
        #expect(group.meanUnweighted?.description == "30")
    }

    @Test func `round a weighted mean only at the tenth decimal`() throws {
        // (1 + 1) / (2 + 4) = 33.3333333333… %
        let group = try table([(1, 2), (1, 4)]).group
        #expect(group.meanWeighted?.description == "33.3333333333")
    }

    @Test func `have no weighted mean when one value comes without its counts`() throws {
        let units = try [
            Sample.municipality("0182", "Nacka"), Sample.municipality("0184", "Solna"),
        ]
        let table = try Sample.table(
            units,
            figures: [
                units[0].key: [Sample.figure("50", numerator: 1, denominator: 2)],
                units[1].key: [Sample.figure("60")],
            ])
        #expect(table.group.meanWeighted == nil)
        #expect(table.group.meanUnweighted == ScaledDecimal(55))
    }

    @Test func `weigh nothing that is no share`() throws {
        let unit = try Sample.municipality("0182", "Nacka")
        let table = try Sample.table(
            [unit], figures: [unit.key: [Sample.figure("5", numerator: 1, denominator: 2)]],
            indicator: Sample.indicator(valueKind: .ratio, uncertainty: .none, unit: "kvot"))
        #expect(table.group.meanWeighted == nil)
    }

    @Test func `take a missing value for missing, not for zero`() throws {
        let group = try table([(50, 100), nil, (100, 100)]).group
        #expect(group.members == 3)
        #expect(group.withValue == 2)
        #expect(group.meanUnweighted == ScaledDecimal(75))
        #expect(group.min == ScaledDecimal(50))
    }

    @Test func `are empty when nobody has a value`() throws {
        let group = try table([nil, nil]).group
        #expect(group.members == 2)
        #expect(group.withValue == 0)
        #expect(group.meanUnweighted == nil)
        #expect(group.median == nil)
        #expect(group.min == nil)
    }

    @Test func `count zero as a value`() throws {
        let group = try table([(0, 10), (10, 10)]).group
        #expect(group.meanUnweighted == ScaledDecimal(50))
        #expect(group.min == ScaledDecimal(0))
    }

    @Test func `print means with one decimal more than the values`() throws {
        let whole = try Sample.table([("0182", "Nacka", "5"), ("0184", "Solna", "6")])
        #expect(whole.meanDecimals == 1)
        let precise = try Sample.table([("0182", "Nacka", "4.80"), ("0184", "Solna", "6")])
        #expect(precise.meanDecimals == 3)
    }
}
