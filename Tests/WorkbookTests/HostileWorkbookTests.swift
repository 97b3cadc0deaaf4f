import Glibc
import Testing
import Workbook

/// Files that are no workbooks, or mean harm: each is refused, and says why.
@Suite struct HostileWorkbookTests {
    private func code(_ body: () throws -> Void) -> WorkbookError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? WorkbookError)?.code
        }
    }

    @Test func `a document type is refused before anything outside is looked for`() throws {
        let entity = """
            <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\
            <worksheet><sheetData><row><c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData>\
            </worksheet>
            """
        let file = try WorkbookFile(sheet: entity)
        #expect(code { _ = try file.read() } == .documentType)
    }

    @Test func `an archive that unfolds beyond reason is stopped`() throws {
        // 20 MB of spaces deflate to 20 KB: a thousand times as small.
        let spaces = String(repeating: " ", count: 20_000_000)
        let file = try WorkbookFile(sheet: WorkbookFile.sheet(spaces))
        var status = stat()
        #expect(stat(file.path, &status) == 0)
        #expect(status.st_size < 50_000)
        #expect(code { _ = try file.read() } == .tooLarge)
    }

    @Test func `parts are counted before the archive is opened`() throws {
        // The end record of an archive of 60 000 parts, which has none of them.
        let record: [UInt8] =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 0x60, 0xEA, 0x60, 0xEA]
            + [UInt8](repeating: 0, count: 10)
        let path = "/tmp/riktmarke-workbook-\(UInt64.random(in: 0 ... .max)).xlsx"
        try Self.write(record[...], to: path)
        defer { unlink(path) }
        #expect(code { _ = try Workbook(path: path) } == .tooLarge)
    }

    @Test func `elements inside each other are counted`() throws {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        let file = try WorkbookFile(sheet: WorkbookFile.sheet(deep))
        #expect(code { _ = try file.read() } == .tooDeep)
    }

    @Test func `a cell has its limit`() throws {
        var limits = WorkbookLimits()
        limits.cellBytes = 10
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet("<row><c t=\"str\"><v>12345678901</v></c></row>"))
        #expect(code { _ = try file.read(limits: limits) } == .tooLarge)
    }

    @Test(
        arguments: [
            (#"<row r="2"/><row r="2"/>"#, WorkbookError.Code.badPlace),
            (#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#, .badPlace),
            (#"<row r="1"><c r="A2"><v>1</v></c></row>"#, .badPlace),
            (#"<row r="1048577"/>"#, .badPlace), (#"<row r="0"/>"#, .badPlace),
            (#"<row><c t="s"><v>7</v></c></row>"#, .damaged),
            (#"<row><c t="s"><v>-1</v></c></row>"#, .damaged), ("<row><c></row>", .damaged),
        ])
    func `what stands in the wrong place is told`(rows: String, expected: WorkbookError.Code) throws
    {
        let file = try WorkbookFile(sheet: WorkbookFile.sheet(rows))
        #expect(code { _ = try file.read() } == expected)
    }

    @Test func `a file that is no archive, or lacks its parts, is refused`() throws {
        let path = "/tmp/riktmarke-workbook-\(UInt64.random(in: 0 ... .max)).xlsx"
        #expect(code { _ = try Workbook(path: path) } == .cannotOpen)
        let file = try WorkbookFile(parts: [("hej.txt", Array("hej".utf8))])
        #expect(code { _ = try Workbook(path: file.path) } == .missingPart)
    }

    @Test func `cut anywhere, it is read whole or refused`() throws {
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet("<row><c><v>86</v></c></row>"),
            strings: "<si><t>Nacka</t></si>")
        let bytes = try Self.bytes(of: file.path)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            let cut = "\(file.path).cut"
            try Self.write(bytes.prefix(count), to: cut)
            defer { unlink(cut) }
            #expect(code { _ = try Workbook(path: cut) } == .cannotOpen, "\(count)")
        }
    }

    @Test func `any byte may be wrong without a crash`() throws {
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet(
                #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#,
                after: #"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#),
            strings: "<si><t>Nacka</t></si>")
        let whole = try file.read().text
        let bytes = try Self.bytes(of: file.path)
        var refused = 0
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 0x55
            let path = "\(file.path).changed"
            try Self.write(changed[...], to: path)
            defer { unlink(path) }
            do {
                let workbook = try Workbook(path: path)
                var text: [UInt8] = []
                _ = try workbook.write(try workbook.sheet(named: nil)) { text += $0 }
                // Names and times in the archive may change without changing a figure.
                #expect(String(decoding: text, as: UTF8.self) == whole, "byte \(place)")
            } catch {
                refused += 1
            }
        }
        #expect(refused > bytes.count / 2)
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw WorkbookError(.cannotOpen) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to path: String) throws {
        guard let file = fopen(path, "w") else { throw WorkbookError(.cannotWrite) }
        defer { fclose(file) }
        _ = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    }
}
