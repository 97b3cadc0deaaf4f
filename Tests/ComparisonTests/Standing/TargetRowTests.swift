import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `A target` {
    private func year(_ year: Int) throws -> Period { try #require(Period(year: year)) }

    private func outcome(
        _ value: String, _ year: Int = 2017, gender: Gender = .total,
        status: OutcomeStatus = .ok, counts: (Int, Int)? = nil
    ) throws -> OwnOutcome {
        OwnOutcome(
            indicatorKey: 1, period: try self.year(year), gender: gender,
            value: try #require(ScaledDecimal(value)), status: status,
            numerator: counts.map { ScaledDecimal($0.0) },
            denominator: counts.map { ScaledDecimal($0.1) })
    }

    private func row(
        _ target: String, isDeclared: Bool = true, polarity: Polarity = .high,
        own: [OwnOutcome]
    ) throws -> TargetRow {
        TargetRow(
            indicator: try Sample.indicator(polarity: polarity),
            target: TargetFigure(
                indicatorKey: 1, period: try year(2017), gender: .total,
                value: try #require(ScaledDecimal(target)), isPeriodDeclared: isDeclared,
                source: "a", sourceTitle: "A"), own: own)
    }

    @Test func `is reached at the very value, on either side that is good`() throws {
        #expect(try row("90", own: [outcome("90.0")]).status == .reached)
        #expect(try row("90", own: [outcome("89.9")]).status == .missed)
        #expect(try row("5.5", polarity: .low, own: [outcome("5.5")]).status == .reached)
        #expect(try row("5.5", polarity: .low, own: [outcome("5.6")]).status == .missed)
    }

    @Test func `is partly reached when one gender reaches it`() throws {
        let women = try outcome("92", gender: .women)
        #expect(try row("90", own: [outcome("86"), women]).status == .partly)
        let reached = try row("90", own: [outcome("91"), outcome("80", gender: .men)])
        #expect(reached.status == .reached)
    }

    @Test func `is expected while only a preliminary or an earlier value reaches it`() throws {
        #expect(try row("90", own: [outcome("91", status: .preliminary)]).status == .expected)
        #expect(try row("90", own: [outcome("91", 2016)]).status == .expected)
        #expect(try row("90", own: [outcome("89", 2016)]).status == .notMeasured)
        #expect(try row("90", own: []).status == .notMeasured)
    }

    @Test func `is suppressed where its outcome is, whatever the year before was`() throws {
        func hidden(_ own: [OwnOutcome], isSuppressed: Bool = true) throws -> TargetRow {
            TargetRow(
                indicator: try Sample.indicator(),
                target: TargetFigure(
                    indicatorKey: 1, period: try year(2017), gender: .total,
                    value: ScaledDecimal(90), isPeriodDeclared: true, source: "a",
                    sourceTitle: "A"), own: own, isSuppressed: isSuppressed)
        }
        for own in try [[], [outcome("95", 2016)], [outcome("70", 2016)]] {
            let row = try hidden(own)
            #expect(row.status == .suppressed)
            #expect((row.difference, row.gap, row.yearlyStep) == (nil, nil, nil))
            #expect((row.gapInPersons, row.isWithinUncertainty, row.neededCases) == (nil, nil, nil))
        }
        // Women are shown only where they say nothing of all.
        #expect(try hidden([outcome("95", gender: .women)]).status == .suppressed)
        #expect(try hidden([outcome("95")]).status == .reached)
        let focus = try Sample.municipality("0182", "Nacka")
        let sentence = TargetsSentence.sentences(of: [try hidden([])], focus: focus)
        #expect(sentence.map(\.sv) == ["Nackas enda mål som kan bedömas omfattas av sekretess."])
    }

    @Test func `without counts says how many it would take to be told from its outcome`() throws {
        // z²·0,9·0,1/0,04² = 216,08.
        #expect(try row("90", own: [outcome("86")]).neededCases == 217)
        #expect(try row("90", own: [outcome("90")]).neededCases == nil)
        #expect(try row("90", own: [outcome("86", counts: (86, 100))]).neededCases == nil)
        #expect(try row("90", isDeclared: false, own: [outcome("86")]).neededCases == nil)
    }

    @Test func `holds for its own declared period only`() throws {
        let undeclared = try row("90", isDeclared: false, own: [outcome("95")])
        #expect(undeclared.status == nil)
        #expect(undeclared.obstacle == .undeclaredPeriod)
        #expect(undeclared.difference == nil)
        #expect(undeclared.gap == nil)
        #expect(try row("90", own: [outcome("95", 2018)]).status == .notMeasured)
        let tertial = try #require(Period("2016-T1"))
        var part = try outcome("95")
        part.period = tertial
        #expect(try row("90", own: [part]).status == .notMeasured)
    }

    @Test func `gives no verdict without a direction`() throws {
        let row = try row("90", polarity: .none, own: [outcome("95")])
        #expect(row.status == nil)
        #expect(row.obstacle == .noDirection)
        #expect(row.difference?.description == "5")
    }

    @Test func `says how many persons are missing`() throws {
        // 34 of 40 are 85 %; 90 % of 40 are 36: two more. Of 41, 36.9: three more.
        let two = try row("90", own: [outcome("85", counts: (34, 40))])
        #expect(two.gap?.description == "5")
        #expect(two.gapInPersons == 2)
        #expect(try row("90", own: [outcome("82.9", counts: (34, 41))]).gapInPersons == 3)
        #expect(try row("90", own: [outcome("95", counts: (38, 40))]).gapInPersons == 0)
        // 6 of 100 where at most 5.5 % are wanted: one fewer.
        #expect(
            try row("5.5", polarity: .low, own: [outcome("6", counts: (6, 100))]).gapInPersons == 1)
        #expect(try row("90", own: [outcome("85")]).gapInPersons == nil)
    }

    @Test func `says whether it lies within the uncertainty`() throws {
        // Wilson: 34 of 40 is 70.9 to 92.9 %, 340 of 400 is 81.2 to 88.2 %.
        #expect(try row("90", own: [outcome("85", counts: (34, 40))]).isWithinUncertainty == true)
        #expect(
            try row("90", own: [outcome("85", counts: (340, 400))]).isWithinUncertainty == false)
        #expect(try row("90", own: [outcome("85")]).isWithinUncertainty == nil)
    }

    @Test func `says what step a year it takes`() throws {
        let row = try row("90", own: [outcome("80", 2014), outcome("84", 2015)])
        #expect(row.latest?.period.description == "2015")
        #expect(row.yearlyStep?.description == "3")
        #expect(try self.row("90", own: [outcome("84")]).yearlyStep == nil)
        #expect(
            try self.row("5", polarity: .low, own: [outcome("6", 2014)]).yearlyStep?.description
                == "-0.3333333333")
    }
}
