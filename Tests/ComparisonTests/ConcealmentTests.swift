import Comparison
import Diagnostics
import Indicators
import TestSupport
import Testing
import Warehouse

@Suite struct `What is internal and small` {
    /// Cases of a base.
    private typealias Cases = (x: Int, n: Int)

    private func `internal`(
        _ valueKind: ValueKind = .share, _ uncertainty: Uncertainty = .persons
    ) throws -> Indicator {
        var indicator = try Sample.indicator(valueKind: valueKind, uncertainty: uncertainty)
        indicator.disclosure = .internal
        return indicator
    }

    private func key(
        _ gender: Gender, _ period: String = "2017", municipality: Int16 = 182
    ) throws -> Concealment.Key {
        Concealment.Key(
            indicator: 1, municipality: municipality, period: try #require(Period(period)),
            gender: gender)
    }

    private func statement(
        _ cases: Cases, _ gender: Gender = .total, _ period: String = "2017",
        municipality: Int16 = 182
    ) throws -> Concealment.Statement {
        Concealment.Statement(
            key: try key(gender, period, municipality: municipality),
            value: try share(cases), numerator: ScaledDecimal(cases.x),
            denominator: ScaledDecimal(cases.n))
    }

    private func share(_ cases: Cases) throws -> ScaledDecimal {
        try #require(
            ScaledDecimal(100 * cases.x).divided(by: ScaledDecimal(max(cases.n, 1)), decimals: 6))
    }

    private func hidden(
        _ statements: [Concealment.Statement], _ indicator: Indicator? = nil
    ) throws -> Set<Concealment.Key> {
        let indicator = try indicator ?? self.internal()
        return Concealment(statements, indicators: [indicator.key: indicator]).hidden
    }

    @Test func `is hidden with the other gender, which would give it away`() throws {
        let found = try hidden([
            statement((40, 100)), statement((3, 45), .women), statement((37, 55), .men),
        ])
        #expect(found == [try key(.women), try key(.men)])
    }

    @Test func `is hidden where a small group has none, or all`() throws {
        #expect(try hidden([statement((0, 6))]) == [try key(.total)])
        #expect(try hidden([statement((6, 6))]) == [try key(.total)])
        #expect(try hidden([statement((0, 40))]).isEmpty)
        // Nobody of forty is nobody of the five women, too.
        #expect(
            try hidden([
                statement((0, 40)), statement((0, 5), .women), statement((0, 35), .men),
            ]) == [try key(.total), try key(.women)])
    }

    @Test func `is hidden in every document and version, whichever they are put together from`()
        throws
    {
        // One document has the total and the women, another one the men of the same.
        let found = try hidden([
            statement((40, 100)), statement((38, 60), .women), statement((41, 100)),
        ])
        #expect(found == [try key(.women)])
    }

    @Test func `is hidden where it cannot be shown to be safe`() throws {
        let bare = Concealment.Statement(key: try key(.total), value: ScaledDecimal(75))
        #expect(try hidden([bare]) == [bare.key])
        #expect(try hidden([bare], self.internal(.amount, .none)).isEmpty)
        #expect(try hidden([bare], self.internal(.count)).isEmpty)
        let few = Concealment.Statement(key: try key(.total), value: ScaledDecimal(3))
        #expect(try hidden([few], self.internal(.count)) == [few.key])
        // Seven answers of seventy asked are a base of seven.
        let survey = Concealment.Statement(
            key: try key(.total), value: ScaledDecimal(100), denominator: ScaledDecimal(70),
            respondents: 7)
        #expect(try hidden([survey], self.internal(.share, .survey)) == [survey.key])
    }

    @Test func `is hidden in the quarters and years that would tell of it`() throws {
        let quarters = try [
            statement((20, 50), .total, "2017-Q1"), statement((2, 30), .total, "2017-Q2"),
            statement((15, 40), .total, "2017-Q3"), statement((20, 60), .total, "2017-Q4"),
        ]
        let year = try statement((57, 180))
        #expect(
            try hidden(quarters + [year]) == [
                try key(.total, "2017-Q2"), try key(.total, "2017-Q3"),
            ])
        #expect(try hidden(quarters) == [try key(.total, "2017-Q2")])
        // A year without any case has tertials without any.
        #expect(
            try hidden([statement((0, 5), .total, "2017-T1"), statement((0, 60))])
                == [try key(.total, "2017-T1"), try key(.total)])
    }

    @Test func `hides the region and the nation, whose sum less the others would give it away`()
        throws
    {
        let units = [
            try Sample.municipality("0000", "Riket", .nation),
            try Sample.municipality("0001", "Region Stockholm", .region),
            try Sample.municipality("0003", "Region Uppsala", .region),
            try Sample.municipality("0182", "Nacka"), try Sample.municipality("0380", "Uppsala"),
        ]
        let cases: [Cases] = [(900, 4000), (500, 2500), (400, 1500), (3, 60), (40, 150)]
        let statements = try zip(units, cases).map { unit, cases in
            try statement(cases, municipality: unit.key)
        }
        let concealment = Concealment(
            statements, indicators: [1: try self.internal()],
            wholes: Concealment.wholes(of: units.shuffled()))
        #expect(
            concealment.hidden
                == Set(
                    try ["0182", "0001", "0000"].map { code in
                        try key(
                            .total,
                            municipality: try #require(
                                units.first { $0.code.description == code }?.key))
                    }))
    }

    // MARK: Nothing printed tells of it

    /// One kommun's persons by gender.
    private struct Division: Hashable {
        let women: Int
        let womenOf: Int
        let men: Int
        let menOf: Int

        func cases(_ gender: Gender) -> (x: Int, n: Int) {
            switch gender {
            case .total: (women + men, womenOf + menOf)
            case .women: (women, womenOf)
            case .men: (men, menOf)
            }
        }

        /// Every division of up to so many persons.
        static func all(upTo size: Int) -> [Division] {
            var found: [Division] = []
            for womenOf in 1...size {
                for menOf in 1...(size - womenOf + 1) where womenOf + menOf <= size {
                    for women in 0...womenOf {
                        for men in 0...menOf {
                            found.append(
                                Division(women: women, womenOf: womenOf, men: men, menOf: menOf))
                        }
                    }
                }
            }
            return found
        }
    }

    /// Everything that `compare` says of some kommuner, for all genders, and which figures it hides.
    private func printed(
        _ divisions: [Division], isComplement: Bool
    ) throws -> (text: String, hidden: Set<Concealment.Key>) {
        let indicator = try self.internal()
        let units = try divisions.indices.map {
            try Sample.municipality("0\(100 + $0)", "Kommun \($0)")
        }
        var statements: [Concealment.Statement] = []
        for (unit, division) in zip(units, divisions) {
            for gender in Gender.allCases {
                statements.append(
                    try statement(division.cases(gender), gender, municipality: unit.key))
            }
        }
        let concealment = Concealment(statements, indicators: [indicator.key: indicator])
        var text = ""
        for gender in Gender.allCases {
            var figures: [Int16: [OutcomeFigure]] = [:]
            for (unit, division) in zip(units, divisions) {
                let cases = division.cases(gender)
                let figure = OutcomeFigure(
                    value: try share(cases), status: .ok, numerator: ScaledDecimal(cases.x),
                    denominator: ScaledDecimal(cases.n), source: "a", sourceTitle: "A")
                // As the views of mart do it.
                let isHidden = concealment.hides(try key(gender, municipality: unit.key))
                figures[unit.key] = [
                    isHidden ? try Sample.figure(nil, status: .suppressed) : figure
                ]
            }
            let table = ComparisonTable(
                indicator: indicator, isComplement: isComplement, period: try Sample.year2017(),
                gender: gender, focus: units[0], members: Array(units.dropFirst()),
                figures: figures)
            text += "\(table.rows)\(table.group)\(table.peers)\(table.againstPeers)"
            text +=
                "\(ComparisonNotes.notes(of: table))\(ComparisonSentence(of: table.finding).sentences)"
        }
        return (text, concealment.hidden)
    }

    /// For every hidden figure there is another world, in which it has another value, that prints the
    /// same to the letter: means, medians, places, verdicts, notes and sentences included.
    @Test(arguments: 1...12)
    func `could have been another value for all that is printed`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let small = Division.all(upTo: 24)
        let divisions = try (0..<4).map { _ in
            try #require(small.randomElement(using: &generator))
        }
        let isComplement = seed.isMultiple(of: 2)
        let world = try printed(divisions, isComplement: isComplement)
        var views: [Int: [Division]] = [:]
        for key in world.hidden {
            let index = Int(key.municipality) - 100
            let own = divisions[index]
            // Only worlds in which the shown genders of this kommun are the same can print the same.
            let shown = try Gender.allCases.filter { gender in
                !world.hidden.contains(try self.key(gender, municipality: key.municipality))
            }
            if views[index] == nil {
                views[index] = small.filter { other in
                    shown.allSatisfy { other.cases($0) == own.cases($0) }
                }
            }
            let value = try share(own.cases(key.gender))
            let others = try (views[index] ?? []).filter {
                try share($0.cases(key.gender)) != value
            }
            let isFound = try others.shuffled(using: &generator).prefix(60).contains { other in
                var changed = divisions
                changed[index] = other
                return try printed(changed, isComplement: isComplement).text == world.text
            }
            #expect(isFound, "\(key) of \(divisions)")
        }
    }
}
