import Comparison
import Diagnostics
import Indicators
import Testing

/// The numbers stand in Nacka's annual report 2017 (socialnämnden), section 3.4; mean and median
/// were computed by hand: (86 + 89 + 85 + 88 + 66) / 5 = 82.8 and (89 + 85 + 88 + 66) / 4 = 82.0.
@Suite struct `The reference comparison` {
    @Test func `puts the best first`() throws {
        let table = try Sample.report()
        #expect(
            table.rows.map(\.municipality.name)
                == ["Danderyd", "Täby", "Nacka", "Solna", "Värmdö"])
        #expect(table.rows.map(\.rank) == [1, 2, 3, 4, 5])
        #expect(table.rows.map(\.value) == [89, 88, 86, 85, 66].map { ScaledDecimal($0) })
    }

    @Test func `gives mean 82,8 and median 86 with Nacka`() throws {
        let group = try Sample.report().group
        #expect(group.members == 5)
        #expect(group.withValue == 5)
        #expect(group.meanUnweighted?.description == "82.8")
        #expect(group.median?.description == "86")
        #expect(group.min == ScaledDecimal(66))
        #expect(group.max == ScaledDecimal(89))
    }

    @Test func `gives mean 82,0 and median 86,5 without Nacka`() throws {
        let peers = try Sample.report().peers
        #expect(peers.members == 4)
        #expect(peers.meanUnweighted == ScaledDecimal(82))
        #expect(peers.median?.description == "86.5")
    }

    @Test func `gives differences to Nacka, and none for Nacka itself`() throws {
        let table = try Sample.report()
        #expect(try table.row("Danderyd").difference == ScaledDecimal(3))
        #expect(try table.row("Värmdö").difference == ScaledDecimal(-20))
        #expect(try table.row("Nacka").difference == nil)
        #expect(try table.row("Nacka").verdict == nil)
    }

    @Test func `makes no judgement without numerators`() throws {
        let table = try Sample.report()
        let others = table.rows.filter { $0.municipality.name != "Nacka" }
        #expect(others.allSatisfy { $0.verdict == .uncertaintyUnknown })
        #expect(table.group.meanWeighted == nil)
    }

    @Test func `turns polarity and values together in the complement`() throws {
        let table = try Sample.report()
        let complement = try Sample.report(isComplement: true)
        #expect(try complement.row("Nacka").value == ScaledDecimal(14))
        #expect(try complement.row("Värmdö").value == ScaledDecimal(34))
        #expect(complement.polarity == .low)
        #expect(complement.rows.map(\.municipality) == table.rows.map(\.municipality))
        #expect(complement.rows.map(\.rank) == table.rows.map(\.rank))
        #expect(try complement.row("Värmdö").difference == ScaledDecimal(20))
    }

    @Test func `says that mean and median point apart`() throws {
        let sentence = try #require(
            ComparisonSentence(of: try Sample.report().finding).sentences.first)
        #expect(sentence.sv.contains("över det ovägda medlet (82,0)"))
        #expect(sentence.sv.contains("under medianen (86,5)"))
        #expect(sentence.sv.contains("medel och median pekar åt olika håll"))
        #expect(sentence.en.contains("mean and median point apart"))
    }
}
