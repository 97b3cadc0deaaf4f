import Diagnostics
import Indicators
import TestSupport
import Testing

@testable import Kolada

@Suite struct BulkFileTests {
    private static let header = "kpi,municipality,period,gender,value"

    @Test func `reads real rows exactly`() throws {
        let bytes = try Fixture.bytes("bulk.csv")
        let reading = Reading(bulk: bytes)
        #expect(reading.error == nil)
        #expect(reading.tally.rows == 61)
        for line in [
            "N85056,0127,2015,T,-0.00000003", "N00903,0000,2017,T,201877.62578219",
            "N01951,0182,2021,T,108234", "N00971,2104,2017,K,6.25", "U00915,0162,2020,T,0",
        ] {
            #expect(reading.lines.contains(line))
        }
        // The file ends its lines with CR LF; with LF alone it says the same.
        #expect(bytes.contains(0x0D))
        #expect(Reading(bulk: bytes.filter { $0 != 0x0D }).slices == reading.slices)
    }

    @Test(arguments: [1, 3, 17, 100])
    func `does not mind how the text is cut into pieces`(piece: Int) throws {
        let bytes = try Fixture.bytes("bulk.csv")
        #expect(Reading(bulk: bytes, piece: piece).slices == Reading(bulk: bytes).slices)
    }

    @Test func `reads quotes, a byte order mark and a last line without end`() {
        let text =
            "\u{FEFF}\"kpi\",municipality,period,gender,\"value\"\r\n"
            + "\"N00090\",\"0182\",2022,\"T\",\"6.8\"\nN00090,0182,2022,K,\r\nN00090,0182,2022,M,5"
        #expect(
            Reading(bulk: text).lines == [
                "N00090,0182,2022,K,", "N00090,0182,2022,M,5", "N00090,0182,2022,T,6.8",
            ])
    }

    @Test(arguments: [
        ("", KoladaFormatError.Code.wrongHeader, 1, 0),
        ("indicator;value\n", .wrongHeader, 1, 0), ("{\"values\":[]}", .wrongHeader, 1, 0),
        (header + "\nN00090,0182,2022,T\n", .wrongFieldCount, 2, 37),
        (header + "\nN00090,0182,2022,T,1,2\n", .wrongFieldCount, 2, 37),
        (header + "\nN00090,0182,2022,T,1\n\nN00090,0182,2022,K,1\n", .wrongFieldCount, 3, 58),
        (header + "\nN00090,0182,2022,T,6,8\n", .wrongFieldCount, 2, 37),
        (header + "\nN00090,0182,2022,T,..\n", .malformedNumber, 2, 37),
        (header + "\nN00090,0182,2022,T,6.8%\n", .malformedNumber, 2, 37),
        (header + "\nN00090,0182,2022,T, 6.8\n", .malformedNumber, 2, 37),
        (header + "\nN00090,0182,2022,T,\"6.8\n", .wrongFieldCount, 2, 37),
        (header + "\n" + String(repeating: "x", count: 9000), .tooLong, 2, 37),
    ])
    func `says in which line and at which byte it is wrong`(
        text: String, code: KoladaFormatError.Code, line: Int, offset: Int
    ) {
        let error = Reading(bulk: text).error
        #expect(error?.code == code)
        #expect(error?.line == line)
        #expect(error?.byteOffset == offset)
    }

    @Test func `rejects rows that cannot be used, with their lines, and drops groups`() {
        let reading = Reading(
            bulk: """
                \(Self.header)
                N00090,0182,2022,T,6.8
                X00090,0182,2022,T,1
                N00090,182,2022,T,1
                N00090,G2328,2022,T,6.1
                N00090,0182,22,T,1
                N00090,0182,2022,F,1
                N00090,0182,2022,K,1.2345678901234567891
                """)
        #expect(reading.error == nil)
        #expect(reading.lines == ["N00090,0182,2022,T,6.8"])
        #expect(reading.tally.groupRows == 1)
        #expect(
            reading.tally.rejects.map(\.kind) == [
                .indicatorForm, .unitForm, .year, .gender, .tooManyDigits,
            ])
        #expect(reading.tally.rejects.map(\.line) == [3, 4, 6, 7, 8])
        #expect(reading.slices.first?.rejectedRows == 3)
    }

    @Test func `no change of bytes makes it crash, or read on beyond the text`() throws {
        let original = try Fixture.bytes("bulk.csv")
        var random = SplitMix64(seed: 23)
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 40..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                } else {
                    bytes.remove(at: place)
                }
            }
            let order = SliceCollector.Order.scattered(maximumRows: 1000)
            let reading = Reading(
                bulk: bytes, piece: Int.random(in: 1...300, using: &random), order: order)
            let other = Reading(bulk: bytes, order: order)
            #expect(reading.error == other.error)
            #expect(reading.slices == other.slices || reading.error != nil)
            if let error = reading.error {
                #expect((0...bytes.count).contains(error.byteOffset))
                #expect((1...63).contains(error.line ?? 0))
            } else {
                let tally = reading.tally
                #expect(
                    tally.rows + tally.rejectedRows + tally.groupRows + tally.repeatedRows >= 57)
            }
        }
    }
}
