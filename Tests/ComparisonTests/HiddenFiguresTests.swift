import Indicators
import Testing

@testable import Comparison

/// Which hidden figures a list of many indicators tells of.
@Suite struct HiddenFiguresTests {
    private func period(_ text: String) throws -> Period { try #require(Period(text)) }

    @Test(
        arguments: [
            (["2017"], ["2016"], 1), (["2016"], ["2017"], 0), (["2016"], [], 1), ([], ["2016"], 0),
            (["2015", "2017"], ["2016"], 1), (["2014", "2015"], ["2013", "2016"], 0),
            // A profile shows whole years before their parts.
            (["2018-T2"], ["2017"], 0), (["2017"], ["2018-T2"], 1), (["2018-T2"], ["2018-T1"], 1),
            // Of those that end on the same day the longest.
            (["2018-Q4"], ["2018-T3"], 0), (["2018-T3"], ["2018-Q4"], 1),
            (["2018-12-31"], ["2018"], 0), (["2018"], ["2018-12-31"], 1),
        ] as [([String], [String], Int)])
    func `the latest counts that is hidden`(
        hidden: [String], shown: [String], count: Int
    ) throws {
        var figures = HiddenFigures()
        for text in hidden { figures.hide(1, .total, try period(text)) }
        for text in shown { figures.show(1, .total, try period(text)) }
        #expect(figures.count([.total]) == count)
    }

    @Test func `an indicator counts once, and only where both genders have a figure`() throws {
        var figures = HiddenFigures()
        let year = try period("2017")
        for gender in [Gender.women, .men] { figures.hide(1, gender, year) }
        figures.hide(2, .women, year)
        figures.show(2, .men, year)
        figures.hide(3, .women, year)
        #expect(figures.count([.women, .men]) == 2)
        #expect(figures.count([.women]) == 3)
        #expect(figures.count([.men]) == 1)
    }
}
