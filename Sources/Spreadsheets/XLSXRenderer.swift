internal import CXLSXWriter
public import Diagnostics
internal import Glibc
public import Reporting

/// Renders a document as an Excel workbook: a sheet a section, and one with sources and method.
///
/// Numbers are numbers, whatever their marks; text is always a string, so that nothing from data
/// can become a formula. The same document gives the same bytes.
public struct XLSXRenderer: Sendable {
    /// The language of heads, wordings and sheet names.
    public let language: Language

    /// Creates a renderer for a language.
    public init(language: Language) {
        self.language = language
    }

    /// Returns the bytes of the file.
    ///
    /// - Parameter document: what it holds; drawings are left out.
    /// - Returns: a ZIP archive as Office Open XML has it.
    /// - Throws: `SpreadsheetError` when libxlsxwriter is missing or fails.
    public func render(_ document: ReportDocument) throws(SpreadsheetError) -> [UInt8] {
        let library = try XLSXLibrary()
        let file = try MemoryFile()
        guard let book = library.newBook(file.path) else {
            throw .cannotWrite(reason: "workbook_new")
        }
        do throws(SpreadsheetError) {
            try write(document, Workbook(library: library, book: book, language: language))
        } catch {
            // Closing is the only way to give the memory back.
            _ = library.close(book)
            throw error
        }
        let status = library.close(book)
        guard status == LXW_NO_ERROR else {
            throw .cannotWrite(
                reason: library.message(status).map { String(cString: $0) } ?? "workbook_close")
        }
        return try file.contents()
    }

    private func write(
        _ document: ReportDocument, _ book: consuming Workbook
    ) throws(SpreadsheetError) {
        try book.describe(title: document.title[language], dataTime: document.dataTime)
        var names = SheetNames()
        for section in document.sections {
            var sheet = try book.sheet(names.name(section.name), for: section.tables)
            try sheet.write(section.heading, as: .title)
            for table in section.tables { try sheet.write(table) }
            sheet.finish()
        }
        guard document.receipts != nil || !document.method.isEmpty else { return }
        let name = names.name(ReportDocument.sourcesHeading[language])
        var sheet = try book.sheet(name, for: document.receipts.map { [$0] } ?? [])
        try sheet.write(ReportDocument.sourcesHeading, as: .title)
        for line in document.method { try sheet.write(line, as: .lead) }
        if let receipts = document.receipts { try sheet.write(receipts) }
        sheet.finish(isLandscape: true)
    }
}
