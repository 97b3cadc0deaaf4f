internal import CXLSXWriter
internal import Diagnostics
internal import Glibc
internal import Reporting

/// A workbook that is being written: its formats and its sheets.
final class Workbook {
    let library: XLSXLibrary
    let language: Language
    private let book: XLSXLibrary.Book
    private var formats: [CellLook: XLSXLibrary.Format] = [:]
    private var toneFormats: [Cell.Tone: XLSXLibrary.Format] = [:]

    init(library: XLSXLibrary, book: XLSXLibrary.Book, language: Language) {
        self.library = library
        self.book = book
        self.language = language
    }

    /// Sets what programs show of the file: its title, and when its figures were last changed.
    ///
    /// Without a time of its own the file would carry the present, and its bytes would change.
    func describe(title: String, dataTime: Int) throws(SpreadsheetError) {
        var properties = lxw_doc_properties()
        let words = [title, "riktmarke"].map { strdup(Escaping.visible($0)) }
        defer { words.forEach { free($0) } }
        properties.title = words[0]
        properties.author = words[1]
        // 0 would mean the present.
        properties.created = time_t(max(1, dataTime))
        try check(library.setProperties(book, &properties))
    }

    /// Adds a sheet that tables are written to from top to bottom.
    func sheet(_ name: String, for tables: [ReportTable]) throws(SpreadsheetError) -> SheetWriter {
        guard let sheet = library.addSheet(book, name) else {
            throw .cannotWrite(reason: "workbook_add_worksheet: \(name)")
        }
        return SheetWriter(book: self, sheet: sheet, tables: tables)
    }

    /// The format of a look; made once.
    func format(_ look: CellLook) throws(SpreadsheetError) -> XLSXLibrary.Format {
        if let format = formats[look] { return format }
        let format = try newFormat()
        look.apply(to: format, library)
        formats[look] = format
        return format
    }

    /// The format that a tone lays over a cell; made once.
    func format(_ tone: Cell.Tone) throws(SpreadsheetError) -> XLSXLibrary.Format {
        if let format = toneFormats[tone] { return format }
        let format = try newFormat()
        switch tone {
        case .good:
            library.setInk(format, 0x0B5C3B)
            library.setGround(format, 0xE2F1E9)
        case .bad:
            library.setInk(format, 0x9B2C00)
            library.setGround(format, 0xFBE9E0)
        case .doubtful:
            library.setInk(format, 0x7A4B00)
            library.setGround(format, 0xFDF3DC)
        case .plain, .muted: library.setInk(format, 0x595959)
        }
        toneFormats[tone] = format
        return format
    }

    /// Turns a status of the library into an error.
    func check(_ status: lxw_error) throws(SpreadsheetError) {
        guard status != LXW_NO_ERROR else { return }
        throw .cannotWrite(
            reason: library.message(status).map { String(cString: $0) } ?? "\(status.rawValue)")
    }

    private func newFormat() throws(SpreadsheetError) -> XLSXLibrary.Format {
        guard let format = library.addFormat(book) else {
            throw .cannotWrite(reason: "workbook_add_format")
        }
        return format
    }
}
