import Indicators
import Testing

@Suite struct CodeTests {
    @Test(arguments: ["0182", "0001", "0000", "9999"])
    func `a municipality code keeps its leading zeros`(text: String) throws {
        #expect(try MunicipalityCode(text).description == text)
    }

    @Test(arguments: ["182", "001", "000"])
    func `a code of three digits has lost its leading zero`(text: String) {
        #expect(throws: MunicipalityCode.Fault.lostLeadingZero) { try MunicipalityCode(text) }
    }

    @Test(arguments: ["", "18", "01820", "018a", "0182 ", " 0182", "-182", "०१८२", "１８２", "１８２０"])
    func `anything else is no municipality code`(text: String) {
        #expect(throws: MunicipalityCode.Fault.notFourDigits) { try MunicipalityCode(text) }
    }

    @Test func `municipality codes are ordered by their digits`() throws {
        let codes = try ["0980", "0182", "2584", "0000"].map { try MunicipalityCode($0) }
        #expect(codes.sorted().map(\.description) == ["0000", "0182", "0980", "2584"])
        #expect(codes.contains(.nation))
    }

    @Test(arguments: [
        ("U33461", "U33461", true), ("n00090", "N00090", true), ("L0182-001", "L0182-001", false),
        ("u3346", "U3346", false), ("X", "X", false), ("N0009A", "N0009A", false),
        ("A_B-9", "A_B-9", false),
    ])
    func `an indicator code is read in any case`(text: String, code: String, isKoladas: Bool) throws
    {
        let read = try #require(IndicatorCode(text))
        #expect(read.description == code)
        #expect(read.hasKoladaForm == isKoladas)
    }

    @Test(arguments: [
        "", "1U3346", "-U33461", "U 33461", "Ö33461", "Uß", "U33461;",
        String(repeating: "U", count: 33),
    ])
    func `anything else is no indicator code`(text: String) {
        #expect(IndicatorCode(text) == nil)
    }

    @Test func `32 characters are the longest indicator code`() {
        #expect(IndicatorCode(String(repeating: "U", count: 32)) != nil)
    }

    @Test(arguments: [
        ("T", Gender.total), ("k", .women), ("M", .men), ("Kvinnor", .women), ("MÄN", .men),
        ("totalt", .total), ("women", .women), ("men", .men), ("flickor", .women), ("pojkar", .men),
    ])
    func `reads letters and words for gender`(word: String, gender: Gender) {
        #expect(Gender(word: word) == gender)
    }

    @Test(arguments: ["F", "f", "", "kön", "0"])
    func `refuses letters that sources use for different things`(word: String) {
        #expect(Gender(word: word) == nil)
    }

    @Test func `statuses from 100 on carry no value, and keys lead back to statuses`() {
        for status in OutcomeStatus.allCases {
            #expect(OutcomeStatus(key: status.key) == status)
            #expect(status.hasValue == (status == .ok || status == .preliminary))
        }
        #expect(OutcomeStatus(key: 2) == nil)
        #expect(
            OutcomeStatus.allCases.map(\.rawValue) == [
                "ok", "preliminary", "missing_dash", "missing_blank", "missing_null",
                "not_applicable", "suppressed", "withdrawn",
            ])
    }

    @Test func `the complement of a share turns its polarity round`() {
        #expect(Polarity.high.complement == .low)
        #expect(Polarity.low.complement == .high)
        for polarity in [Polarity.band, .none, .unknown] {
            #expect(polarity.complement == polarity)
            #expect(!polarity.ranks)
        }
    }
}
