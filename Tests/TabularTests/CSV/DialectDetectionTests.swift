import Testing

@testable import Tabular

@Suite("Telling the dialect")
struct DialectDetectionTests {
    private func detect(_ text: String, isComplete: Bool = true) -> DialectDetection {
        DialectDetection(sample: Array(text.utf8), isComplete: isComplete)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var dialect: CSVDialect?
        var reason: DialectReason
        var testDescription: String { why }

        init(_ why: String, _ text: String, _ dialect: CSVDialect?, _ reason: DialectReason) {
            self.why = why
            self.text = text
            self.dialect = dialect
            self.reason = reason
        }
    }

    static let cases: [Case] = [
        Case("only semicolons", "kod;v\u{E4}rde\n0182;86\n", .semicolon, .onlyDelimiter),
        Case("only commas", "code,value\n0182,86\n", .comma, .onlyDelimiter),
        Case("only tabs", "kod\tv\u{E4}rde\n0182\t4.8\n", .tab, .onlyDelimiter),
        Case("only pipes", "a|b\nc|d\n", .pipe, .onlyDelimiter),
        Case(
            "semicolons and decimal commas", "kod;v\u{E4}rde\n0182;4,8\n", .semicolon,
            .onlyConsistent),
        Case(
            "commas within quotes do not count", "a;b\n\"x,y\";1\n\"x,y\";2\n", .semicolon,
            .onlyDelimiter),
        Case("a title with a comma", "a;b\nNacka, stad;1\nSolna;2\n", .semicolon, .onlyConsistent),
        Case("ragged, but nothing else occurs", "a;b;c\nd\ne;f\n", .semicolon, .onlyDelimiter),
        Case("semicolon or comma", "0182;4,8\n0117;3,2\n", nil, .ambiguous),
        Case("nothing fits", "a;b,c\nd;e;f\ng,h,i,j\n", nil, .noneConsistent),
        Case("one column", "kommun\nNacka\n", nil, .noDelimiter),
        Case("an empty file", "", nil, .noDelimiter),
        Case("blank lines only", "\n\r\n", nil, .noDelimiter),
        Case("blank lines do not count", "a;b,c\n\nd;e\n\n", .semicolon, .onlyConsistent),
        Case("the first line says it", "sep=|\na;b,c\nd;e,f\n", .pipe, .separatorLine),
        Case(
            "the first line says something rare", "sep=^\na^b\n", CSVDialect(delimiter: 0x5E),
            .separatorLine),
    ]

    @Test(arguments: cases)
    func `chooses only what no other delimiter fits`(_ example: Case) {
        let detection = detect(example.text)
        #expect(detection.dialect == example.dialect)
        #expect(detection.reason == example.reason)
        #expect(detection.reason.isDecided == (detection.dialect != nil))
    }

    @Test func `leaves the cut last record of a sample out`() {
        let text = "a;b\nc;d\ne"
        #expect(detect(text, isComplete: false).candidates.first?.smallestFieldCount == 2)
        #expect(detect(text, isComplete: true).candidates.first?.smallestFieldCount == 1)
    }

    @Test func `says what each delimiter makes of the sample`() {
        let detection = detect("a;b,c\nd;\"e\"x\nf;g\n")
        #expect(detection.candidates.map(\.dialect) == CSVDialect.candidates)
        #expect(detection.candidates.map(\.brokenCount) == [1, 1, 1, 1])
        #expect(detection.candidates.map(\.recordCount) == [3, 3, 3, 3])
        #expect(detection.candidates.map(\.greatestFieldCount) == [2, 2, 1, 1])
    }

    @Test func `follows a declaration without looking`() throws {
        let inspection = FileInspection(of: Array("a,b\n".utf8))
        let detection = try DialectDetection.resolve(
            inspection, encoding: .utf8, declared: .semicolon)
        #expect(detection.dialect == .semicolon)
        #expect(detection.reason == .declared)
    }

    @Test func `looks at samples of other encodings, cut within a character`() throws {
        var bytes: [UInt8] = [0xFF, 0xFE]
        while bytes.count < FileInspection.sampleSize - 1 {
            for unit in "k\u{F6}n;4,8;x\n\u{1F600};5;y\n".utf16 {
                bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
        }
        let detection = try DialectDetection.resolve(
            FileInspection(of: bytes), encoding: .utf16LittleEndian)
        #expect(detection.dialect == .semicolon)
    }

    @Test(arguments: [
        (";", CSVDialect.semicolon), (",", .comma), ("\\t", .tab), ("tab", .tab), ("|", .pipe),
    ])
    func `knows delimiters by name`(_ name: String, _ dialect: CSVDialect) {
        #expect(CSVDialect(delimiterName: name) == dialect)
    }

    @Test func `does not know other delimiters by name`() {
        #expect(CSVDialect(delimiterName: "") == nil)
        #expect(CSVDialect(delimiterName: ";;") == nil)
        #expect(CSVDialect.tab.delimiterName == "tab")
        #expect(CSVDialect.semicolon.delimiterName == ";")
    }
}
