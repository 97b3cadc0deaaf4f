/// Follows a sheet's cells row by row, and what the sheet hides.
final class SheetReader: XMLHandler {
    /// What is met on the way and worth telling.
    private(set) var notes = SheetNotes()
    /// Whether nothing more is wanted.
    private(set) var isDone = false

    private let strings: SharedStrings
    private let formats: CellFormats
    private let countsFrom1904: Bool
    private let mark: Character
    private let limits: WorkbookLimits
    private let onRow: (SheetRow) throws(WorkbookError) -> Bool

    private var row = SheetRow()
    private var lastRow = 0
    private var runs = TextRuns()
    private var place = CellPlace(row: 1, column: 0)
    private var type: CellType = .number
    private var style = 0
    private var value: [UInt8] = []
    private var isValue = false
    private var hasFormula = false

    /// Prepares to follow a sheet.
    ///
    /// - Parameters:
    ///   - strings: The texts that cells share.
    ///   - formats: How numbers are shown.
    ///   - countsFrom1904: How the workbook counts days.
    ///   - mark: The decimal mark to write.
    ///   - limits: How much is believed.
    ///   - onRow: Gets each row that holds cells, in order, and says whether to go on.
    init(
        strings: SharedStrings, formats: CellFormats, countsFrom1904: Bool, mark: Character,
        limits: WorkbookLimits, onRow: @escaping (SheetRow) throws(WorkbookError) -> Bool
    ) {
        self.strings = strings
        self.formats = formats
        self.countsFrom1904 = countsFrom1904
        self.mark = mark
        self.limits = limits
        self.onRow = onRow
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        if name == "c" {
            try startCell(attributes)
        } else if name == "row" {
            try startRow(attributes)
        } else if name == "v" {
            isValue = true
        } else if name == "f" {
            hasFormula = true
        } else if name == "col" {
            if isTrue(attributes["hidden"]) {
                let first = attributes.number("min") ?? 1
                notes.hiddenColumns += max(1, (attributes.number("max") ?? first) - first + 1)
            }
        } else if type == .inline {
            runs.start(name)
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        if name == "c" {
            try endCell()
        } else if name == "v" {
            isValue = false
        } else if name == "row" {
            if !row.cells.isEmpty { isDone = try !onRow(row) }
        } else if name == "sheetData" {
            place.row = CellPlace.lastRow
        } else if type == .inline {
            runs.end(name)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        guard isValue || runs.isInside else { return }
        guard value.count + bytes.count <= limits.cellBytes else {
            throw WorkbookError(.tooLarge, detail: "\(place)")
        }
        value.append(contentsOf: bytes)
    }

    private func startRow(_ attributes: XMLAttributes) throws(WorkbookError) {
        let number = attributes.number("r") ?? lastRow + 1
        guard number > lastRow, number <= CellPlace.lastRow else {
            throw WorkbookError(.badPlace, detail: "row \(number)")
        }
        lastRow = number
        row.number = number
        row.cells.removeAll(keepingCapacity: true)
        place = CellPlace(row: number, column: -1)
        if isTrue(attributes["hidden"]) { notes.hiddenRows += 1 }
    }

    private func startCell(_ attributes: XMLAttributes) throws(WorkbookError) {
        var next = CellPlace(row: lastRow, column: place.column + 1)
        if let reference = attributes["r"] {
            guard let given = CellPlace(reference), given.row == lastRow,
                given.column > place.column
            else { throw WorkbookError(.badPlace, detail: reference) }
            next = given
        }
        guard next.column <= CellPlace.lastColumn else {
            throw WorkbookError(.badPlace, detail: "\(next)")
        }
        place = next
        type = CellType(attributes["t"])
        style = attributes.number("s") ?? 0
        value.removeAll(keepingCapacity: true)
        hasFormula = false
    }

    private func endCell() throws(WorkbookError) {
        defer { type = .number }
        guard !value.isEmpty else {
            // A formula that nobody has reckoned shows nothing; silence would make it a blank.
            if hasFormula { notes.formulasWithoutValue.append(place) }
            return
        }
        if hasFormula { notes.formulas += 1 }
        switch type {
        case .shared:
            guard let index = Int(String(decoding: value, as: UTF8.self)), let text = strings[index]
            else { throw WorkbookError(.damaged, detail: "\(place): shared string") }
            row.cells.append(SheetCell(column: place.column, text: Array(text), isNumber: false))
        case .number:
            let text = NumberText.write(
                String(decoding: value, as: UTF8.self), as: formats[style],
                countsFrom1904: countsFrom1904, mark: mark)
            row.cells.append(
                SheetCell(column: place.column, text: Array(text.utf8), isNumber: true))
        case .boolean:
            let text = value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE"
            row.cells.append(
                SheetCell(column: place.column, text: Array(text.utf8), isNumber: false))
        case .inline, .text, .date:
            row.cells.append(SheetCell(column: place.column, text: value, isNumber: false))
        case .error:
            notes.errors.append(place)
            row.cells.append(SheetCell(column: place.column, text: value, isNumber: false))
        }
    }

    private func isTrue(_ word: String?) -> Bool { word == "1" || word == "true" }
}

/// What a cell holds (ECMA-376 part 1, 18.18.11).
private enum CellType {
    case number
    case shared
    case inline
    case text
    case boolean
    case date
    case error

    init(_ word: String?) {
        switch word {
        case "s": self = .shared
        case "inlineStr": self = .inline
        case "str": self = .text
        case "b": self = .boolean
        case "d": self = .date
        case "e": self = .error
        default: self = .number
        }
    }
}

/// A row of a sheet with the cells that hold something.
struct SheetRow {
    /// The number of the row, counted from 1.
    var number = 0
    /// The cells, by column.
    var cells: [SheetCell] = []
}

/// A cell with the text that it shows.
struct SheetCell {
    /// The column, counted from 0.
    var column: Int
    /// The text, as UTF-8.
    var text: [UInt8]
    /// Whether it was stored as a number.
    var isNumber: Bool
}

/// What a sheet holds that a reader of its rows does not see.
public struct SheetNotes: Sendable, Hashable {
    /// Rows that the spreadsheet does not show; they are read.
    public var hiddenRows = 0
    /// Columns that the spreadsheet does not show; they are read.
    public var hiddenColumns = 0
    /// Cells whose value comes from a formula, as it was last reckoned.
    public var formulas = 0
    /// Formulas without a reckoned value: they read as blanks.
    public var formulasWithoutValue: [CellPlace] = []
    /// Cells that show an error such as `#N/A`.
    public var errors: [CellPlace] = []
    /// Merged ranges: each of their cells is given the value of the first.
    public var mergedRanges = 0
}
