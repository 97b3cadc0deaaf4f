/// An XLSX workbook (ECMA-376), whose sheets are read as rows of text.
///
/// ```swift
/// let workbook = try Workbook(path: "kpi.xlsx")
/// let sheet = try workbook.sheet(named: nil)
/// let notes = try workbook.write(sheet) { bytes throws(WorkbookError) in try output(bytes) }
/// ```
public struct Workbook: ~Copyable {
    /// A sheet that holds cells.
    public struct Sheet: Sendable, Hashable {
        /// Its name on the tab.
        public var name: String
        /// Whether the spreadsheet does not show it.
        public var isHidden: Bool
        let part: String
    }

    /// The sheets, in the order of their tabs.
    public let sheets: [Sheet]

    private let archive: ZipArchive
    private let strings: SharedStrings
    private let formats: CellFormats
    private let countsFrom1904: Bool
    private let limits: WorkbookLimits

    /// Opens a workbook.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - limits: How much of it is believed.
    /// - Throws: ``WorkbookError`` where the file is no workbook or is not to be trusted.
    public init(path: String, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        let archive = try ZipArchive(path: path, limits: limits)
        let parts = try WorkbookParts(archive, limits: limits)
        let strings =
            if let part = parts.strings {
                try SharedStrings(part, archive, limits: limits)
            } else {
                SharedStrings()
            }
        let formats =
            if let part = parts.styles {
                try CellFormats(part, archive, limits: limits)
            } else {
                CellFormats()
            }
        sheets = parts.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden, part: $0.part) }
        countsFrom1904 = parts.countsFrom1904
        self.strings = strings
        self.formats = formats
        self.archive = archive
        self.limits = limits
    }

    /// Finds a sheet.
    ///
    /// - Parameter name: Its name, in any case of letters; nil takes the only visible sheet.
    /// - Returns: the sheet.
    /// - Throws: ``WorkbookError`` with `noSheet` where there is none, or several to choose from.
    public func sheet(named name: String?) throws(WorkbookError) -> Sheet {
        let names = sheets.map(\.name).joined(separator: ", ")
        guard let name else {
            let visible = sheets.filter { !$0.isHidden }
            guard visible.count == 1 else { throw WorkbookError(.noSheet, detail: names) }
            return visible[0]
        }
        guard let sheet = sheets.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw WorkbookError(.noSheet, detail: names)
        }
        return sheet
    }

    /// Writes a sheet as CSV by RFC 4180 in UTF-8, each row on the line of its number.
    ///
    /// A line end inside a cell becomes a space, and rows without cells become blank lines, so that
    /// line 17 is row 17. Every row is as wide as the widest so far.
    ///
    /// - Parameters:
    ///   - sheet: The sheet.
    ///   - mark: The decimal mark of numbers.
    ///   - output: Gets the bytes, in pieces.
    /// - Returns: What the rows do not show.
    /// - Throws: ``WorkbookError`` with the place inside the archive, and what `output` throws.
    public func write(
        _ sheet: Sheet, decimalMark mark: Character = ".",
        to output: (borrowing [UInt8]) throws(WorkbookError) -> Void
    ) throws(WorkbookError) -> SheetNotes {
        let merges = MergedCells(limit: limits.merges)
        try XMLReader.read(
            sheet.part, of: archive, limit: limits.sheetBytes, depth: limits.depth, merges)
        return try withoutActuallyEscaping(output) { output throws(WorkbookError) in
            let writer = SheetWriter(filling: MergeFilling(merges.ranges), output: output)
            let reader = SheetReader(
                strings: strings, formats: formats, countsFrom1904: countsFrom1904, mark: mark,
                limits: limits
            ) { row throws(WorkbookError) in
                try writer.write(row)
                return true
            }
            try XMLReader.read(
                sheet.part, of: archive, limit: limits.sheetBytes, depth: limits.depth, reader)
            try writer.finish()
            var notes = reader.notes
            notes.mergedRanges = merges.ranges.count
            return notes
        }
    }
}
