import Indicators
import Testing

@testable import Kolada

/// When everything is asked for, and when what has changed.
@Suite struct SweepRuleTests {
    /// 2026-11-22 03:15 in UTC.
    private static let now = 1_795_317_300.0
    private static let day = 86_400.0

    private static func ids(_ texts: String...) -> [KoladaIndicatorID] {
        texts.compactMap { KoladaIndicatorID($0) }
    }

    private static func known(full: Double, settled: Double?) -> SweepRule.Known {
        SweepRule.Known(
            fullBegan: now - full * day, indicators: Set(ids("N00914", "N00938")),
            settledBegan: settled.map { now - $0 * day })
    }

    @Test func `changes are asked for since the last complete success, with an overlap`() {
        let rule = SweepRule(everyDays: 7, overlapDays: 3)
        let night = rule.decide(
            now: Self.now, indicators: Self.ids("N00914"), known: Self.known(full: 4, settled: 1))
        #expect(night.reason == .changes)
        #expect(night.since?.description == "2026-11-18")
        // After nights that did not go through, the day stays where it was.
        let later = rule.decide(
            now: Self.now, indicators: Self.ids("N00914"), known: Self.known(full: 5, settled: 5))
        #expect(later.since?.description == "2026-11-14")
    }

    @Test
    func `a full sweep is due after the declared days, though the job begins a little earlier`() {
        let rule = SweepRule(everyDays: 7)
        for (age, reason) in [(6.5, SweepRule.Reason.changes), (6.9, .due), (7.1, .due)] {
            let decision = rule.decide(
                now: Self.now, indicators: Self.ids("N00914"),
                known: Self.known(full: age, settled: 1))
            #expect(decision.reason == reason, "\(age)")
            #expect((decision.since == nil) == (reason == .due))
        }
    }

    @Test func `what no earlier sweep has got is asked for in full`() {
        let rule = SweepRule(everyDays: 7)
        let known = Self.known(full: 1, settled: 1)
        let cases: [(SweepRule, SweepRule.Known?, [KoladaIndicatorID], SweepRule.Reason)] = [
            (rule, nil, Self.ids("N00914"), .first),
            (rule, known, Self.ids("N00914", "N00003"), .moreIndicators),
            (rule, Self.known(full: 1, settled: nil), Self.ids("N00914"), .leftOver),
            (SweepRule(everyDays: nil), known, Self.ids("N00914"), .notDeclared),
            (
                SweepRule(everyDays: 7, isDeclaredService: false), known, Self.ids("N00914"),
                .otherService
            ),
        ]
        for (rule, known, indicators, reason) in cases {
            let decision = rule.decide(now: Self.now, indicators: indicators, known: known)
            #expect(decision.reason == reason)
            #expect(decision.since == nil, "\(reason)")
        }
    }

    @Test func `a wish goes before the rule, but changes need something to build upon`() {
        let known = Self.known(full: 1, settled: 1)
        let rule = SweepRule(everyDays: 7, isDeclaredService: false)
        let indicators = Self.ids("N00914")
        let all = rule.decide(
            now: Self.now, wish: .everything, indicators: indicators, known: known)
        #expect(all.since == nil && all.reason == .askedFor)
        let changes = rule.decide(
            now: Self.now, wish: .changes, indicators: indicators, known: known)
        #expect(changes.since != nil && changes.reason == .changes)
        let first = rule.decide(
            now: Self.now, wish: .changes, indicators: indicators, known: nil)
        #expect(first.since == nil && first.reason == .first)
        // A slice that is let through must be there as a whole.
        let accepting = rule.decide(
            now: Self.now, wish: .changes, isAccepting: true, indicators: indicators, known: known)
        #expect(accepting.since == nil && accepting.reason == .accepting)
    }

    @Test func `a clock that was turned back does not ask for days to come`() {
        let decision = SweepRule(everyDays: 7, overlapDays: 0).decide(
            now: Self.now, indicators: Self.ids("N00914"), known: Self.known(full: 0, settled: -30))
        #expect(decision.since?.description == "2026-11-22")
    }

    /// Days by GNU date: `date -u -d @0 +%F`.
    @Test(arguments: [
        (0.0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_792_800_000, "2026-10-24"),
        (1_792_799_999, "2026-10-23"), (4_102_444_800, "2100-01-01"),
        (-2_208_988_800, "1900-01-01"), (7_258_118_399, "2199-12-31"),
    ])
    func `a time has its day in UTC`(seconds: Double, day: String) {
        #expect(CalendarDay(unixSeconds: seconds)?.description == day)
    }

    @Test(arguments: [-2_208_988_801.0, 7_258_118_400, .nan, .infinity, -1e300])
    func `a time beyond the calendar has none`(seconds: Double) {
        #expect(CalendarDay(unixSeconds: seconds) == nil)
    }
}
