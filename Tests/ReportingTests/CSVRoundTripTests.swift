import Reporting
import Testing

/// Whatever is written, an independent reader gets back.
struct CSVRoundTripTests {
    @Test func `is read back cell for cell by another reader`() {
        var random = SplitMix(state: 42)
        let alphabet: [Character] = [
            "a", "Ö", ",", ";", "\"", "\n", "\r", "\r\n", " ", "'", "=", "漢", "\t",
        ]
        for round in 0..<400 {
            let columns = Int(random.next() % 4) + 1
            let rows = (0..<3).map { _ in
                (0..<columns).map { _ in
                    String(
                        (0..<(random.next() % 6)).map { _ in
                            alphabet[Int(random.next() % UInt64(alphabet.count))]
                        })
                }
            }
            var writer = CSVWriter(.rfc)
            for row in rows {
                for cell in row { writer.text(cell) }
                writer.endRow()
            }
            let text = writer.takeText()
            let read = SmallCSVReader.rows(text)
            #expect(
                read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
                "round \(round): \(text.debugDescription)")
        }
    }
}

/// A reader of RFC 4180 by the letter of its grammar, written apart from the writer.
enum SmallCSVReader {
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            index += 1
            if quoted {
                if byte == 0x22, next == 0x22 {
                    cell.append(0x22)
                    index += 1
                } else if byte == 0x22 {
                    quoted = false
                } else {
                    cell.append(byte)
                }
            } else if byte == 0x22 {
                quoted = true
            } else if byte == 0x2C || (byte == 0x0D && next == 0x0A) {
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0D {
                    rows.append(row)
                    row = []
                    index += 1
                }
            } else {
                cell.append(byte)
            }
        }
        return rows
    }
}

/// A small random generator with a fixed seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
