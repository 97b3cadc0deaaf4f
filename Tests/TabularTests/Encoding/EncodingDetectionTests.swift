import Testing

@testable import Tabular

@Suite("Telling the encoding")
struct EncodingDetectionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var why: String
        var bytes: [UInt8]
        var encoding: TextEncoding
        var reason: EncodingReason
        var testDescription: String { why }

        init(
            _ why: String, _ bytes: [UInt8], _ encoding: TextEncoding, _ reason: EncodingReason
        ) {
            self.why = why
            self.bytes = bytes
            self.encoding = encoding
            self.reason = reason
        }
    }

    static let cases: [Case] = [
        Case("empty", [], .utf8, .onlyASCII),
        Case("ASCII", Array("kod;86".utf8), .utf8, .onlyASCII),
        Case("UTF-8", Array("v\u{E4}rde".utf8), .utf8, .wellFormedUTF8),
        Case("UTF-8 with mark", Array("\u{FEFF}v\u{E4}rde".utf8), .utf8, .byteOrderMark),
        Case("only a mark", [0xEF, 0xBB, 0xBF], .utf8, .byteOrderMark),
        Case("UTF-16 with mark", [0xFF, 0xFE, 0xE4, 0x00], .utf16LittleEndian, .byteOrderMark),
        Case("UTF-16 the other way", [0xFE, 0xFF, 0x00, 0xE4], .utf16BigEndian, .byteOrderMark),
        Case(
            "UTF-16 without mark", [0x61, 0, 0x3B, 0, 0xE4, 0, 0x13, 0x20],
            .utf16LittleEndian, .nulPattern),
        Case(
            "UTF-16 without mark the other way", [0, 0x61, 0, 0x3B, 0, 0xE4],
            .utf16BigEndian, .nulPattern),
        // "värde" in ISO 8859-1.
        Case("Latin-1", [0x76, 0xE4, 0x72, 0x64, 0x65], .latin1, .singleBytes),
        // "ä–" in Windows-1252: E4 96.
        Case("Windows-1252", [0x76, 0xE4, 0x96, 0x65], .windows1252, .windowsBytes),
        // "Växjö–Alvesta" has F6 96, "ÖST" D6 53; no accidental UTF-8.
        Case("Windows-1252 with \u{20AC}", [0x80, 0x20, 0xE5], .windows1252, .windowsBytes),
    ]

    @Test(arguments: cases)
    func `tells the encoding and what it rests on`(_ example: Case) throws {
        let detection = try EncodingDetection.resolve(FileInspection(of: example.bytes))
        #expect(detection.encoding == example.encoding)
        #expect(detection.reason == example.reason)
        #expect(detection.doubts.isEmpty)
    }

    private func failure(
        _ bytes: [UInt8], _ declaration: EncodingDeclaration? = nil
    ) -> TabularError? {
        do throws(TabularError) {
            _ = try EncodingDetection.resolve(FileInspection(of: bytes), declared: declaration)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
    func `refuses bytes without meaning in Windows-1252`(_ byte: UInt8) {
        let bytes = Array("a\nb\n".utf8) + [0xE5, byte]
        let detected = failure(bytes)
        #expect(detected?.code == .undefinedByte)
        #expect(detected?.byteOffset == 5)
        #expect(detected?.line == 3)
        #expect(failure(bytes, .named(.windows1252)) == detected)
    }

    @Test func `refuses a file of UTF-8 and Latin-1 parts`() {
        let bytes = Array("k\u{F6}n\n".utf8) + [0x6B, 0xF6, 0x6E]
        let error = failure(bytes)
        #expect(error?.code == .mixedEncodings)
        #expect(error?.byteOffset == 6)
        #expect(error?.line == 2)
    }

    @Test func `refuses UTF-8 cut off within a character instead of reading it as Latin-1`() {
        let error = failure(Array("k\u{F6}n ".utf8) + [0xC3])
        #expect(error?.code == .truncatedCharacter)
        #expect(error?.byteOffset == 5)
    }

    @Test func `bears a rare pair that happens to be UTF-8, and says so`() throws {
        // "Ö–" in Windows-1252 is D6 96, which is UTF-8 for another letter.
        let bytes = [UInt8](repeating: 0xE5, count: 10) + [0x20, 0xD6, 0x96]
        let detection = try EncodingDetection.resolve(FileInspection(of: bytes))
        #expect(detection.encoding == .windows1252)
        #expect(detection.doubts == [.hasFewUTF8Sequences(count: 1)])
    }

    @Test func `refuses UTF-8 by declaration or mark that is not UTF-8`() {
        let bytes = Array("a\nb".utf8) + [0xE5, 0x62]
        let declared = failure(bytes, .named(.utf8))
        #expect(declared?.code == .invalidUTF8)
        #expect(declared?.byteOffset == 3)
        #expect(declared?.line == 2)
        #expect(failure([0xEF, 0xBB, 0xBF, 0xE5, 0x62])?.code == .invalidUTF8)
    }

    @Test(
        arguments: [
            (EncodingDeclaration.named(.latin1), [0xEF, 0xBB, 0xBF, 0x61]),
            (.named(.utf8), [0xFF, 0xFE, 0x61, 0x00]),
            (.named(.utf16BigEndian), [0xFF, 0xFE, 0x61, 0x00]),
            (.utf16, [0xEF, 0xBB, 0xBF, 0x61]),
        ] as [(EncodingDeclaration, [UInt8])])
    func `refuses a declaration that the mark contradicts`(
        _ declaration: EncodingDeclaration, _ bytes: [UInt8]
    ) {
        #expect(failure(bytes, declaration)?.code == .contradictsByteOrderMark)
    }

    @Test func `needs a sign of the byte order`() throws {
        #expect(failure(Array("abcd".utf8), .utf16)?.code == .unknownByteOrder)
        let little = try EncodingDetection.resolve(
            FileInspection(of: [0x61, 0, 0x62, 0]), declared: .utf16)
        #expect(little.encoding == .utf16LittleEndian)
    }

    @Test func `doubts a single-byte encoding for what is UTF-8`() throws {
        let detection = try EncodingDetection.resolve(
            FileInspection(of: Array("v\u{E4}rde".utf8)), declared: .named(.latin1))
        #expect(detection.encoding == .latin1)
        #expect(detection.reason == .declared)
        #expect(detection.doubts == [.isWellFormedUTF8])
    }

    @Test func `doubts Latin-1 for what only Windows-1252 prints`() throws {
        let detection = try EncodingDetection.resolve(
            FileInspection(of: [0x61, 0x96, 0xE5]), declared: .named(.latin1))
        #expect(detection.doubts == [.hasHighControls(byteOffset: 1)])
    }

    @Test func `refuses UTF-32 and workbooks`() {
        #expect(failure([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])?.code == .unsupportedUTF32)
        let workbook = failure([0x50, 0x4B, 0x03, 0x04])
        #expect(workbook?.code == .notText)
        #expect(workbook?.detail == "zip")
    }

    @Test(arguments: [
        ("utf-8", EncodingDeclaration.named(.utf8)), ("UTF8", .named(.utf8)),
        ("utf-8-sig", .named(.utf8)), ("utf-16", .utf16), ("UTF-16LE", .named(.utf16LittleEndian)),
        ("utf_16_be", .named(.utf16BigEndian)), ("iso-8859-1", .named(.latin1)),
        ("Latin-1", .named(.latin1)), ("latin1", .named(.latin1)),
        ("cp1252", .named(.windows1252)), ("Windows-1252", .named(.windows1252)),
    ])
    func `knows encodings by name`(_ name: String, _ declaration: EncodingDeclaration) {
        #expect(EncodingDeclaration(name: name) == declaration)
    }

    @Test(arguments: ["", "utf-7", "iso-8859-15", "mac-roman", "cp850"])
    func `does not know other encodings`(_ name: String) {
        #expect(EncodingDeclaration(name: name) == nil)
    }

    @Test func `knows every name it offers`() {
        #expect(EncodingDeclaration.knownNames.allSatisfy { EncodingDeclaration(name: $0) != nil })
    }
}
