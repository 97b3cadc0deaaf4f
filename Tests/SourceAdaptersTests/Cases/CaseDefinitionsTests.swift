import Cases
import Diagnostics
import Foundation
import Indicators
import Testing

@testable import SourceAdapters

@Suite struct CaseDefinitionsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `the shipped definitions are those of Kolada's catalogue of 2022`() throws {
        let definitions = try CaseDefinitions.read(in: Self.root.appending(path: "etl").path).all
        let told = definitions.map {
            "\($0.indicator) \($0.ages) \($0.years.lowerBound) \($0.area.rawValue) "
                + "\($0.excludesUnaccompaniedMinors) \($0.window.yearsBefore) \($0.window.first) "
                + "\($0.window.last) \($0.followedYears) \($0.referenceClose.rawValue)"
        }
        #expect(
            told == [
                "U33461 0...12 2000 all_but_economic_assistance true 1 101 630 1 first",
                "U33400 13...20 2000 all_but_economic_assistance true 1 101 630 1 first",
                "U35409 21...130 2017 addiction false 1 101 630 1 first",
            ])
    }

    private static let sound = """
        definitions:
          - indicator: U33461
            years: { from: 2000, to: 2010 }
            ages: { from: 0, to: 12 }
            area: addiction
            unaccompanied_minors: excluded
            closed: { from: T-1-01-01, to: T-1-06-30 }
            source: x
        """

    @Test(arguments: [
        ("indicator: U33461", "indicator: ei!"), ("from: 0, to: 12", "from: 13, to: 12"),
        ("T-1-06-30", "T-2-06-30"), ("T-1-06-30", "T-1-02-29"), ("T-1-01-01", "2016-01-01"),
        ("area: addiction", "area: all"), ("    source: x", "    origin: x"),
        ("excluded", "perhaps"),
    ])
    func `a definition that says something else is refused with its place`(
        old: String, new: String
    ) {
        #expect(CaseDefinitions.decode(Self.sound, path: "d.yml").diagnostics.isEmpty)
        let decoded = CaseDefinitions.decode(
            Self.sound.replacingOccurrences(of: old, with: new), path: "d.yml")
        #expect(decoded.definitions.isEmpty)
        #expect(decoded.diagnostics.first?.location?.description.hasPrefix("d.yml:") == true)
    }

    @Test func `two definitions of an indicator for the same year are refused`() {
        let again = Self.sound.split(separator: "\n").dropFirst().joined(separator: "\n")
        let decoded = CaseDefinitions.decode(Self.sound + "\n" + again, path: "d.yml")
        #expect(decoded.diagnostics.map(\.code) == ["spec.conflict"])
    }
}
