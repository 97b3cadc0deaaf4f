import Diagnostics
import Indicators
import Testing

@testable import Kolada

@Suite struct DataPageTests {
    @Test func `reads a real answer of version 3`() throws {
        let reading = Reading(answer: try Fixture.bytes("data_v3.json"))
        #expect(reading.error == nil)
        #expect(reading.facts?.valueCount == 13)
        #expect(reading.facts?.next == nil)
        #expect(reading.lines.contains("N00090,0000,2012,T,5.5"))
        #expect(reading.lines.contains("N00090,0162,2013,K,"))
        #expect(reading.tally.rejectedRows == 0)
        // Null with count 0 says no more than that it is missing.
        let missing = reading.slices.flatMap(\.rows).filter { $0.value == nil }
        #expect(!missing.isEmpty)
        #expect(missing.allSatisfy { $0.status == .missing && $0.status.outcome == .missingNull })
    }

    @Test func `reads a real answer of version 2, with its reason for a missing value`() throws {
        let reading = Reading(answer: try Fixture.bytes("data_v2.json"))
        #expect(reading.error == nil)
        let refused = reading.slices.filter { $0.indicatorCode == "N03700" }.flatMap(\.rows)
        #expect(refused.map { $0.municipalityCode?.description } == ["0562", "0687", "1082"])
        #expect(
            refused.allSatisfy {
                $0.status == .notApplicable && $0.status.outcome == .notApplicable
            })
    }

    @Test func `gives the same rows and digests for both versions and the bulk file`() throws {
        let three = Reading(answer: try Fixture.bytes("data_v3.json"))
        let two = Reading(answer: try Fixture.bytes("data_v2.json"))
        #expect(two.slices.filter { $0.indicatorCode != "N03700" } == three.slices)
        let bulk = Reading(
            bulk: "kpi,municipality,period,gender,value\n" + three.lines.joined(separator: "\n"))
        #expect(bulk.slices == three.slices)
    }

    @Test(arguments: [1, 2, 7, 64, 1000])
    func `does not mind how the text is cut into pieces`(piece: Int) throws {
        for name in ["data_v3.json", "data_v2.json"] {
            let bytes = try Fixture.bytes(name)
            #expect(Reading(answer: bytes, piece: piece).slices == Reading(answer: bytes).slices)
        }
    }

    @Test func `accepts no beginning of an answer for the whole`() throws {
        let bytes = try Fixture.bytes("data_v3.json")
        let whole = bytes.lastIndex(of: 0x7D).map { $0 + 1 } ?? 0
        for count in 0..<whole {
            #expect(Reading(answer: Array(bytes[..<count])).error != nil, "\(count) bytes")
        }
    }

    @Test func `reads members in any order, genders too, and passes over unknown ones`() {
        let reading = Reading(
            answer: """
                \u{FEFF} {"count": 1 , "new":{"a":[1,{"b":null}],"c":"\\ud83d\\ude00"}, "values":
                [ {"values":[{"value":2.50,"gender":"T","extra":[]},{"status":"","gender":"M",
                "value":3,"count":1},{"isdeleted":false,"value":1e-1,"gender":"K"}],
                "period":"2022","\\u006bpi":"\\u004e00090","municipality":"018\\u0032"} ]
                ,"next_url":"http:\\/\\/x\\/v3\\/data?page=2"}
                """)
        #expect(reading.error == nil)
        #expect(
            reading.lines == [
                "N00090,0182,2022,K,0.1", "N00090,0182,2022,M,3", "N00090,0182,2022,T,2.5",
            ])
        #expect(reading.facts?.next == "http://x/v3/data?page=2")
    }

    @Test func `counts group rows and never takes them for units`() {
        let reading = Reading(
            answer: """
                {"values":[{"kpi":"N00090","municipality":"G2328","period":2022,"values":[
                {"gender":"T","count":290,"status":"","value":6.1,"isdeleted":false}]},
                {"kpi":"N00090","municipality":"0182","period":2022,"values":[
                {"gender":"T","count":1,"status":"","value":6.8,"isdeleted":false}]}],"count":2}
                """)
        #expect(reading.lines == ["N00090,0182,2022,T,6.8"])
        #expect(reading.tally.groupRows == 1)
    }

    @Test func `keeps a deleted row only where changes were asked for`() {
        let text = """
            {"values":[{"kpi":"N00090","municipality":"0182","period":2022,"values":[
            {"gender":"T","count":0,"status":"","value":null,"isdeleted":true},
            {"gender":"K","count":1,"status":"","value":7.4,"isdeleted":false},
            {"gender":"M","count":1,"status":"","value":5.3,"is_deleted":0}]}],"count":1}
            """
        let state = Reading(answer: text)
        #expect(state.lines == ["N00090,0182,2022,K,7.4", "N00090,0182,2022,M,5.3"])
        #expect(state.tally.deletedRows == 1)
        let changes = Reading(answer: text, question: .changes)
        #expect(changes.slices.first?.rows.map(\.status) == [.value, .value, .deleted])
        #expect(changes.slices.first?.rows.last?.status.outcome == .withdrawn)
    }

    @Test func `keeps and counts status words that it does not know`() throws {
        let reading = Reading(
            answer: """
                {"values":[{"kpi":"N00090","municipality":"0182","period":2022,"values":[
                {"gender":"T","count":0,"status":"Sekretess å","value":null},
                {"gender":"K","count":1,"status":"Preliminary","value":7.4},
                {"gender":"M","count":0,"status":"Sekretess å","value":null}]}],"count":1}
                """)
        let slice = try #require(reading.slices.first)
        #expect(
            slice.rows.map { slice.word(of: $0) } == ["Preliminary", "Sekretess å", "Sekretess å"])
        #expect(slice.rows.map(\.status) == [.value, .unexplained, .unexplained])
        #expect(reading.tally.unknownWords == ["Preliminary": 1, "Sekretess å": 2])
    }

    @Test func `zero is a value, null is none, and an absent row is neither`() {
        let reading = Reading(
            answer: """
                {"values":[{"kpi":"N00090","municipality":"0182","period":2022,"values":[
                {"gender":"K","count":1,"status":"","value":0.0},
                {"gender":"M","count":0,"status":"","value":null}]}],"count":1}
                """)
        #expect(reading.lines == ["N00090,0182,2022,K,0", "N00090,0182,2022,M,"])
        #expect(reading.tally.rowsWithoutValue == 1)
    }
}
