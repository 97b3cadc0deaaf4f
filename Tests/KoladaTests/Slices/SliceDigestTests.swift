import Diagnostics
import Indicators
import TestSupport
import Testing

@testable import Kolada

@Suite struct SliceDigestTests {
    private static let header = "kpi,municipality,period,gender,value\n"

    private static func digest(_ lines: String...) -> SliceDigest? {
        Reading(bulk: header + lines.map { $0 + "\n" }.joined()).slices.first?.digest
    }

    @Test func `tells apart every fact of a row`() throws {
        let variants = [
            ["N00090,0182,2022,T,6.8"], ["N00090,0182,2022,T,6.9"], ["N00090,0182,2022,T,68"],
            ["N00090,0182,2022,T,-6.8"], ["N00090,0182,2022,T,0"], ["N00090,0182,2022,T,"],
            ["N00090,0182,2022,K,6.8"], ["N00090,0183,2022,T,6.8"], ["N00090,0182,2021,T,6.8"],
            ["N00091,0182,2022,T,6.8"], ["U00090,0182,2022,T,6.8"],
            ["N00090,0182,2022,T,6.8", "N00090,0183,2022,T,6.8"],
        ]
        let digests = variants.map { lines in
            Reading(bulk: Self.header + lines.joined(separator: "\n")).slices.first?.digest
        }
        #expect(Set(digests).count == variants.count)
        #expect(!digests.contains(nil))
    }

    @Test func `is the same for numbers that are equal however they are written`() {
        let digest = Self.digest("N00090,0182,2022,T,1500")
        #expect(digest == Self.digest("N00090,0182,2022,T,1500.0"))
        #expect(digest == Self.digest("N00090,0182,2022,T,1.5e3"))
        #expect(digest != Self.digest("N00090,0182,2022,T,1500.1"))
    }

    @Test func `does not depend on the order of the rows`() throws {
        let lines = (0..<300).map { "N00090,\(1000 + $0),2022,\("KMT"[$0 % 3]),\($0).5" }
        var random = SplitMix64(seed: 20)
        let first = try #require(
            Reading(bulk: Self.header + lines.joined(separator: "\n")).slices.first)
        #expect(first.digest.rowCount == 300)
        for _ in 0..<20 {
            let shuffled = lines.shuffled(using: &random).joined(separator: "\n")
            #expect(Reading(bulk: Self.header + shuffled).slices == [first])
        }
    }

    @Test func `has 32 bytes, among them the number of rows`() throws {
        let digest = try #require(
            Self.digest("N00090,0182,2022,K,7.4", "N00090,0182,2022,M,5.3"))
        #expect(digest.bytes.count == 32)
        #expect(digest.bytes[16] == 2)
        #expect(digest.description.count == 64)
        #expect(
            SliceDigest(indicator: try #require(KoladaIndicatorID("N00090")), year: 2022).rowCount
                == 0)
    }

    @Test func `tells status words apart`() {
        func digest(_ status: String) -> SliceDigest? {
            Reading(
                answer: """
                    {"values":[{"kpi":"N00090","municipality":"0182","period":2022,"values":[
                    {"gender":"T","count":0,"status":"\(status)","value":null}]}],"count":1}
                    """
            ).slices.first?.digest
        }
        let digests = ["", "Not applicable", "Missing", "Secret"].map(digest)
        #expect(Set(digests).count == 4)
        #expect(!digests.contains(nil))
    }
}

extension String {
    /// The character at a position.
    subscript(position: Int) -> Character { self[index(startIndex, offsetBy: position)] }
}
