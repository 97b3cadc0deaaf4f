import Diagnostics
import Indicators
import TestSupport
import Testing

@testable import Kolada

@Suite struct HostileAnswerTests {
    private static func row(_ value: String) -> String {
        #"{"values":[{"kpi":"N00090","municipality":"0182","period":2022,"values":[\#(value)]}],"count":1}"#
    }

    @Test(arguments: [
        (#"{"values":[{]}"#, KoladaFormatError.Code.unexpectedByte, 12),
        (#"{"values":[],"count":0} x"#, .trailingText, 24),
        (#"{"values":{}}"#, .wrongType, 10),
        (#"{"values":[],"values":[]}"#, .repeatedMember, 22),
        (#"{"values":[],"count":1}"#, .countMismatch, 23),
        (#"{"count":0}"#, .noValues, 11), ("[]", .unexpectedByte, 0), ("", .cutOff, 0),
        ("<html>502</html>", .unexpectedByte, 0), (#"{"values":[tru]}"#, .unexpectedByte, 11),
        (#"{"a":01,"values":[]}"#, .malformedNumber, 5),
        (#"{"a":"\x","values":[]}"#, .malformedEscape, 7),
        (#"{"a":"\u12G4","values":[]}"#, .malformedEscape, 10),
        ("{\"a\":\"\u{1}\",\"values\":[]}", .controlCharacter, 6),
        (#"{"a":"b" "values":[]}"#, .unexpectedByte, 9), (#"{"a":1,}"#, .unexpectedByte, 7),
        ("{\"a\":" + String(repeating: "[", count: 200), .tooDeep, 69),
    ])
    func `says where an envelope is wrong`(
        text: String, code: KoladaFormatError.Code, offset: Int
    ) {
        let error = Reading(answer: text).error
        #expect(error?.code == code)
        #expect(error?.byteOffset == offset)
    }

    @Test(arguments: [
        (
            #"{"gender":"T","value":"6.8"}"#, KoladaFormatError.Code.unexpectedByte,
            "$.values[0].values[0].value"
        ),
        (
            #"{"gender":"T","value":6.8},{"gender":"K","value":NaN}"#, .unexpectedByte,
            "$.values[0].values[1].value"
        ),
        (#"{"gender":"T","value":6.}"#, .malformedNumber, "$.values[0].values[0].value"),
        (#"{"gender":"T"}"#, .missingMember, "$.values[0].values[0].gender"),
        (#"{"value":1}"#, .missingMember, "$.values[0].values[0].value"),
        (
            #"{"gender":"T","gender":"K","value":1}"#, .repeatedMember,
            "$.values[0].values[0].gender"
        ),
        (#"{"gender":"T","value":1,"isdeleted":2}"#, .wrongType, "$.values[0].values[0].isdeleted"),
        (#"{"gender":1,"value":1}"#, .unexpectedByte, "$.values[0].values[0].gender"),
    ])
    func `says where a value is wrong`(
        text: String, code: KoladaFormatError.Code, path: String
    ) {
        let error = Reading(answer: Self.row(text)).error
        #expect(error?.code == code)
        #expect(error?.path == path)
    }

    @Test func `refuses bytes that are not UTF-8`() {
        let text = Array(Self.row(#"{"gender":"T","value":null,"status":"?"}"#).utf8)
        let place = text.lastIndex(of: 0x3F) ?? 0
        for bad: [UInt8] in [
            [0xE5], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
        ] {
            let bytes = Array(text[..<place]) + bad + Array(text[(place + 1)...])
            let error = Reading(answer: bytes).error
            #expect(error?.code == .invalidUTF8)
            #expect((error?.byteOffset ?? 0) == place)
        }
    }

    @Test(arguments: [
        (
            #"{"kpi":"X1","municipality":"0182","period":2022,"values":[{"gender":"T","value":1}]}"#,
            KoladaReject.Kind.indicatorForm, "X1"
        ),
        (
            #"{"kpi":"N00090","municipality":"182","period":2022,"values":[{"gender":"T","value":1}]}"#,
            .unitForm, "182"
        ),
        (
            #"{"kpi":"N00090","municipality":"V15E144001301","period":2022,"values":[{"gender":"T","value":1}]}"#,
            .unitForm, "V15E144001301"
        ),
        (
            #"{"kpi":"N00090","municipality":"0182","period":20222,"values":[{"gender":"T","value":1}]}"#,
            .year, "20222"
        ),
        (
            #"{"kpi":"N00090","municipality":"0182","period":2022,"values":[{"gender":"F","value":1}]}"#,
            .gender, ""
        ),
        (
            #"{"kpi":"N00090","municipality":"0182","period":2022,"values":[{"gender":"T","value":1.0000000000000000001}]}"#,
            .tooManyDigits, ""
        ),
        (
            #"{"kpi":"N00090","municipality":"0182","period":2022,"values":[{"gender":"T","value":1,"status":"Not applicable"}]}"#,
            .contradictoryStatus, ""
        ),
    ])
    func `rejects a row that cannot be used and reads the others`(
        object: String, kind: KoladaReject.Kind, found: String
    ) throws {
        let good =
            #"{"kpi":"N00090","municipality":"0120","period":2022,"values":[{"gender":"T","value":5}]}"#
        let reading = Reading(answer: #"{"values":[\#(object),\#(good)],"count":2}"#)
        #expect(reading.error == nil)
        #expect(reading.lines == ["N00090,0120,2022,T,5"])
        let reject = try #require(reading.tally.rejects.first)
        #expect(reject.kind == kind)
        #expect(reject.found == found)
        #expect(reject.byteOffset == 11)
        #expect(reject.path == "$.values[0].values[0]")
        // A slice that lost a row must not close what it lacks.
        let isOfSlice = reject.indicator != nil && reject.year == 2022
        #expect(reading.slices.first?.rejectedRows == (isOfSlice ? 1 : 0))
    }

    @Test func `tells what a server said instead of giving values`() {
        let gone = #"{"error": "This endpoint is deprecated. Please use /v3 instead."}"#
        let error = Reading(answer: gone).error
        #expect(error?.code == .noValues)
        #expect(error?.detail.contains("Please use /v3") == true)
    }

    @Test func `refuses an object without end`() {
        let endless = #"{"values":[{"kpi":"N00090","a":""# + String(repeating: "x", count: 2 << 20)
        #expect(Reading(answer: Array(endless.utf8), piece: 1 << 14).error?.code == .tooLong)
    }

    @Test func `no change of bytes makes it crash, or read on beyond the text`() throws {
        let original = try Fixture.bytes("data_v3.json")
        let whole = Reading(answer: original)
        var random = SplitMix64(seed: 17)
        var refused = 0
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                case 1:
                    bytes.removeSubrange(
                        place..<min(place + Int.random(in: 1...40, using: &random), bytes.count))
                default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
                }
            }
            let piece = Int.random(in: 1...300, using: &random)
            let reading = Reading(answer: bytes, piece: piece)
            let other = Reading(answer: bytes)
            #expect(reading.error == other.error)
            #expect(reading.slices == other.slices || reading.error != nil)
            if let error = reading.error {
                refused += 1
                #expect((0...bytes.count).contains(error.byteOffset))
            } else {
                #expect(reading.tally.rows <= whole.tally.rows + 3)
            }
        }
        #expect(refused > 1000)
    }
}
