import Diagnostics
import Indicators
import TestSupport
import Testing

@testable import Kolada

@Suite struct SliceCollectorTests {
    private static let header = "kpi,municipality,period,gender,value\n"

    @Test func `keeps one of two equal rows`() throws {
        let reading = Reading(
            bulk: Self.header + "N00090,0182,2022,T,6.8\nN00090,0182,2022,T,6.80\n")
        let slice = try #require(reading.slices.first)
        #expect(reading.lines == ["N00090,0182,2022,T,6.8"])
        #expect(reading.tally.repeatedRows == 1)
        #expect(slice.rejectedRows == 0)
    }

    @Test func `keeps none of two rows that contradict each other, and says so`() throws {
        let reading = Reading(
            bulk: Self.header
                + "N00090,0120,2022,T,5\nN00090,0182,2022,T,6.8\nN00090,0182,2022,T,\n")
        let slice = try #require(reading.slices.first)
        #expect(reading.lines == ["N00090,0120,2022,T,5"])
        #expect(slice.rejectedRows == 2)
        #expect(reading.tally.rejects.map(\.kind) == [.contradictoryRows, .contradictoryRows])
        #expect(reading.tally.rejects.map(\.found) == ["0182 T: 6.8", "0182 T: missing_null"])
    }

    @Test func `notices that the rows of an indicator do not stand together`() {
        let text =
            Self.header + "N00090,0182,2022,T,1\nN00091,0182,2022,T,1\nN00090,0182,2021,T,1\n"
        let grouped = Reading(bulk: Array(text.utf8), order: .grouped)
        #expect(grouped.error?.code == .notGrouped)
        #expect(grouped.error?.line == 4)
        let scattered = Reading(bulk: Array(text.utf8), order: .scattered(maximumRows: 10))
        #expect(scattered.error == nil)
        #expect(scattered.slices.map(\.indicatorCode) == ["N00090", "N00090", "N00091"])
        #expect(scattered.slices.map(\.year) == [2021, 2022, 2022])
    }

    @Test func `holds no more rows than it may`() {
        let text =
            Self.header
            + (1000..<1100).map { "N00090,\($0),2022,T,1\nN00091,\($0),2022,T,1\n" }.joined()
        #expect(
            Reading(bulk: Array(text.utf8), order: .scattered(maximumRows: 50)).error?.code
                == .tooManyRows)
        #expect(Reading(bulk: Array(text.utf8), order: .scattered(maximumRows: 200)).error == nil)
    }

    @Test func `gives the same slices whatever the order of the rows`() throws {
        let lines = String(decoding: try Fixture.bytes("bulk.csv"), as: UTF8.self)
            .split(whereSeparator: \.isNewline).map(String.init)
        let ordered = Reading(bulk: lines.joined(separator: "\n"))
        var random = SplitMix64(seed: 7)
        for _ in 0..<10 {
            let rows = lines.dropFirst().shuffled(using: &random)
            let text = ([lines[0]] + rows).joined(separator: "\n")
            let shuffled = Reading(bulk: Array(text.utf8), order: .scattered(maximumRows: 1000))
            #expect(shuffled.slices == ordered.slices)
            #expect(shuffled.tally == ordered.tally)
        }
    }

    @Test func `takes only the indicators that are wanted`() throws {
        let wanted = try #require(KoladaIndicatorID("U00915"))
        let reading = Reading(
            bulk: try Fixture.bytes("bulk.csv"), order: .grouped, indicators: [wanted])
        #expect(Set(reading.slices.map(\.indicator)) == [wanted])
        #expect(reading.tally.rows == 6)
        #expect(reading.tally.unwantedRows == 55)
    }
}
