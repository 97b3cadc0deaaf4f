import Diagnostics
import Indicators
import Testing

@testable import Reports

/// A draft held against what the warehouse states.
@Suite struct WarehouseReviewTests {
    private static let text = """
        Indikatorer\tUtfall 2030\tUtfall 2031\tMål 2031\t
        (N) Andel barn med plan\t51 %\t54 %\t59 %\tT3
        Antal samtal\t1 205\t\t1 300\tT1
        """

    private static func known(
        _ name: String, _ year: Int, _ value: String, _ gender: Gender = .total
    ) throws -> KnownFigure {
        KnownFigure(
            name: name, indicator: "X1", period: try #require(Period(year: year)), gender: gender,
            value: try #require(ScaledDecimal(value)), source: "kolada")
    }

    @Test func `outcomes of a draft without a manifest are compared by name, year and gender`()
        throws
    {
        let review = DraftReview(Sample.document(Self.text), municipality: "0999")
        let comparison = WarehouseReview(review.figures, of: "0999", in: "rapport.txt")
        #expect(
            comparison.names == ["(n) andel barn med plan", "andel barn med plan", "antal samtal"])
        let (compared, findings) = comparison.compared(with: [
            try Self.known("andel barn med plan", 2030, "50.4"),
            try Self.known("andel barn med plan", 2031, "54.4"),
            try Self.known("andel barn med plan", 2029, "10"),
            try Self.known("antal samtal", 2030, "1200", .women),
        ])
        #expect(compared == 2)
        #expect(
            findings.map { "\($0.rule.rawValue) \($0.line) \($0.printed) \($0.expected)" }
                == ["warehouse 2 51 % 50,4"])
        #expect(findings.first?.message.sv.contains("enligt kolada") == true)
    }

    @Test func `figures of other kommuner, targets and blanks are not compared`() throws {
        let review = DraftReview(Sample.document(Self.text), municipality: "0999")
        #expect(WarehouseReview(review.figures, of: "0998", in: "rapport.txt").names == [])
        let targets = review.figures.filter { $0.measure == .target }
        #expect(targets.isEmpty == false)
        #expect(WarehouseReview(targets, of: "0999", in: "rapport.txt").names == [])
    }

    @Test(arguments: [
        ("86", "85.5", true), ("86", "86.5", true), ("86", "85.4", false), ("4.8", "5", true),
        ("4.8", "4.85", true), ("4.8", "4.9", false), ("0", "0.5", true), ("-1", "1", false),
    ])
    func `half a step of the coarser place is rounding`(
        printed: String, stated: String, agrees: Bool
    ) throws {
        let left = try #require(ScaledDecimal(printed))
        let right = try #require(ScaledDecimal(stated))
        #expect(WarehouseReview.agree(left, right) == agrees)
        #expect(WarehouseReview.agree(right, left) == agrees)
    }
}
