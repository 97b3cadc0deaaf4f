import CZip
import Glibc
import Workbook

/// A workbook made of the parts that a test writes, in a file of its own.
final class WorkbookFile {
    /// Where it lies.
    let path: String

    /// Writes an archive of parts.
    init(parts: [(name: String, bytes: [UInt8])]) throws {
        path = "/tmp/riktmarke-workbook-\(UInt64.random(in: 0 ... .max)).xlsx"
        var failure: CInt = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &failure) else {
            throw WorkbookError(.cannotWrite, detail: path)
        }
        var kept: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for buffer in kept { buffer.deallocate() } }
        for part in parts {
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.bytes.count)
            _ = buffer.initialize(fromContentsOf: part.bytes)
            kept.append(buffer)
            let source = zip_source_buffer(
                archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0)
            zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        }
        guard zip_close(archive) == 0 else { throw WorkbookError(.cannotWrite, detail: path) }
    }

    /// Writes a workbook with one sheet called Blad1 that holds the given XML.
    convenience init(
        sheet: String, strings: String = "", styles: String = "", workbook: String? = nil
    ) throws {
        let main = workbook ?? Self.workbook(#"<sheet name="Blad1" sheetId="1" r:id="rId1"/>"#)
        try self.init(
            parts: [
                (
                    "_rels/.rels",
                    Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
                ),
                ("xl/workbook.xml", main),
                (
                    "xl/_rels/workbook.xml.rels",
                    Self.relationships([
                        ("rId1", "worksheet", "worksheets/sheet1.xml"),
                        ("rId2", "sharedStrings", "sharedStrings.xml"),
                        ("rId3", "styles", "/xl/styles.xml"),
                        ("rId4", "worksheet", "worksheets/sheet2.xml"),
                    ])
                ),
                ("xl/worksheets/sheet1.xml", sheet),
                ("xl/worksheets/sheet2.xml", Self.sheet("")),
                ("xl/sharedStrings.xml", Self.main("sst", strings)),
                ("xl/styles.xml", Self.main("styleSheet", styles)),
            ].map { ($0.0, Array($0.1.utf8)) })
    }

    deinit {
        unlink(path)
    }

    /// The rows of a sheet as the reader writes them, and what it tells beside them.
    func read(
        _ name: String? = nil, mark: Character = ".", limits: WorkbookLimits = WorkbookLimits()
    ) throws -> (text: String, notes: SheetNotes) {
        let workbook = try Workbook(path: path, limits: limits)
        var bytes: [UInt8] = []
        let notes = try workbook.write(try workbook.sheet(named: name), decimalMark: mark) {
            bytes += $0
        }
        return (String(decoding: bytes, as: UTF8.self), notes)
    }

    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    static func main(_ root: String, _ inside: String) -> String {
        #"<?xml version="1.0"?><\#(root) xmlns="\#(namespace)">\#(inside)</\#(root)>"#
    }

    static func sheet(_ rows: String, after: String = "", before: String = "") -> String {
        main("worksheet", "\(before)<sheetData>\(rows)</sheetData>\(after)")
    }

    static func workbook(_ sheets: String, before: String = "") -> String {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return """
            <x:workbook xmlns:x="\(namespace)" xmlns:r="\(relations)" xmlns="\(namespace)">\
            \(before)<sheets>\(sheets)</sheets></x:workbook>
            """
    }

    private static func relationships(_ all: [(String, String, String)]) -> String {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let lines = all.map {
            #"<Relationship Id="\#($0.0)" Type="\#(types)\#($0.1)" Target="\#($0.2)"/>"#
        }
        return #"<Relationships xmlns="urn:x">\#(lines.joined())</Relationships>"#
    }
}
