import Testing

@testable import Tabular

@Suite("Inspecting bytes")
struct FileInspectionTests {
    /// Sequences of the Unicode Standard, table 3-7, and where each first breaks it.
    static let sequences: [([UInt8], Int?)] = [
        ([], nil),
        ([0x41], nil),
        ([0xC3, 0xA5], nil),
        ([0xE2, 0x82, 0xAC], nil),
        ([0xF0, 0x9F, 0x98, 0x80], nil),
        ([0xEF, 0xBB, 0xBF], nil),
        ([0xED, 0x9F, 0xBF], nil),
        ([0xF4, 0x8F, 0xBF, 0xBF], nil),
        ([0x80], 0),
        ([0xC0, 0x80], 0),
        ([0xC1, 0xBF], 0),
        ([0x41, 0xC3], 1),
        ([0x41, 0xC3, 0x41], 1),
        ([0xE0, 0x80, 0x80], 0),
        ([0xE0, 0x9F, 0xBF], 0),
        ([0xED, 0xA0, 0x80], 0),
        ([0xF0, 0x8F, 0xBF, 0xBF], 0),
        ([0xF4, 0x90, 0x80, 0x80], 0),
        ([0xF5, 0x80, 0x80, 0x80], 0),
        ([0xFF], 0),
        ([0xE2, 0x82], 0),
        ([0xF0, 0x9F, 0x98], 0),
    ]

    @Test(arguments: sequences)
    func `finds the first byte that is not UTF-8`(_ bytes: [UInt8], _ bad: Int?) {
        let padding = Array("0123456789".utf8)
        let inspection = FileInspection(of: padding + bytes)
        #expect(inspection.firstBadOffset == bad.map { $0 + padding.count })
        #expect(inspection.isValidUTF8 == (bad == nil))
        // The standard library is another implementation of the same table.
        #expect(inspection.isValidUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
    }

    @Test func `agrees with the standard library on random bytes`() {
        var generator = SplitMix64(seed: 37)
        let alphabet: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
            0xF0, 0xF1, 0xF4, 0xF5,
        ]
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...6, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect(FileInspection(of: bytes).isValidUTF8 == isValid, "\(bytes)")
        }
    }

    @Test func `counts line ends of every kind`() {
        let inspection = FileInspection(of: Array("a\r\nb\nc\rd\r\r\n\n\r".utf8))
        #expect(inspection.lineEndings.crlf == 2)
        #expect(inspection.lineEndings.lf == 2)
        #expect(inspection.lineEndings.cr == 3)
        #expect(inspection.lineEndings.isMixed)
        #expect(!FileInspection(of: Array("a\r\nb\r\n".utf8)).lineEndings.isMixed)
    }

    @Test func `counts line ends of UTF-16`() {
        let little: [UInt8] = [0x61, 0, 0x0D, 0, 0x0A, 0, 0x62, 0, 0x0A, 0]
        #expect(FileInspection(of: little).lineEndings.crlf == 1)
        #expect(FileInspection(of: little).lineEndings.lf == 1)
        let big: [UInt8] = [0, 0x61, 0, 0x0D, 0, 0x0A]
        #expect(FileInspection(of: big).lineEndings.crlf == 1)
    }

    @Test func `says the line of the first bad byte`() {
        let bytes = Array("a\r\nb\rc\n12345678901234567890".utf8) + [0xE5]
        #expect(FileInspection(of: bytes).firstBadLine == 4)
        #expect(FileInspection(of: bytes + [0x41]).firstBadOffset == bytes.count - 1)
    }

    @Test func `counts sequences that are UTF-8 and places that are not`() {
        let bytes: [UInt8] = [0xC3, 0xA5, 0xE5, 0x41, 0xE5, 0xE4, 0xF6, 0xC3, 0xA4]
        let inspection = FileInspection(of: bytes)
        #expect(inspection.multibyteCount == 2)
        #expect(inspection.badSequenceCount == 4)
        #expect(inspection.firstBadOffset == 2)
    }

    @Test func `finds NUL bytes and their side`() {
        let inspection = FileInspection(of: [0x61, 0, 0x62, 0, 0, 0x63])
        #expect(inspection.hasNUL)
        #expect(inspection.firstNULOffset == 1)
        #expect(inspection.oddNULCount == 2)
        #expect(inspection.evenNULCount == 1)
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04, 0x14], FileSignature.zipArchive),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
        (Array("%PDF-1.7".utf8), .pdf),
        ([0x1F, 0x8B, 0x08], .gzip),
        (Array("\r\n<!DOCTYPE html>\n".utf8), .html),
        (Array("<HTML lang=sv>".utf8), .html),
    ])
    func `recognises files that are not CSV`(_ bytes: [UInt8], _ signature: FileSignature) {
        #expect(FileInspection(of: bytes).signature == signature)
    }

    @Test(arguments: ["PK;1", "a;b", "", "<5;3", "%;PDF"])
    func `does not take CSV for something else`(_ text: String) {
        #expect(FileInspection(of: Array(text.utf8)).signature == nil)
    }

    @Test(
        arguments: [
            ([0xEF, 0xBB, 0xBF, 0x61], ByteOrderMark.utf8),
            ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian),
            ([0xFE, 0xFF, 0x00, 0x61], .utf16BigEndian),
            ([0xFF, 0xFE, 0x00, 0x00], .utf32),
            ([0x00, 0x00, 0xFE, 0xFF], .utf32),
            ([0xFF, 0xFE], .utf16LittleEndian),
        ] as [([UInt8], ByteOrderMark)])
    func `recognises byte order marks`(_ bytes: [UInt8], _ mark: ByteOrderMark) {
        #expect(FileInspection(of: bytes).byteOrderMark == mark)
    }
}
