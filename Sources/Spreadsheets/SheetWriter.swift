internal import CXLSXWriter
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Writes tables below each other on one sheet.
struct SheetWriter {
    let book: Workbook
    let sheet: XLSXLibrary.Sheet
    /// How wide each column is, in characters.
    private let widths: [Int]
    private var row: UInt32 = 0
    private var hasFrozenHead = false

    /// Prepares a sheet whose columns are wide enough for the tables that are to come.
    init(book: Workbook, sheet: XLSXLibrary.Sheet, tables: [ReportTable]) {
        self.book = book
        self.sheet = sheet
        widths = SheetWidths.of(tables.map(\.withoutDrawings), book.language)
        for (index, width) in widths.enumerated() {
            _ = book.library.setColumn(sheet, UInt16(index), UInt16(index), Double(width), nil)
        }
    }

    /// Writes a line of running text across the columns, as high as it needs to be.
    mutating func write(_ text: Text, as part: CellLook.Part) throws(SpreadsheetError) {
        let text = SheetText.harmless(text[book.language])
        let format = try book.format(CellLook(part: part))
        if part == .title || widths.count < 2 {
            try book.check(book.library.writeString(sheet, row, 0, text, format))
        } else {
            let last = UInt16(widths.count - 1)
            try book.check(book.library.merge(sheet, row, 0, row, last, text, format))
            let lines = Fitting.wrap(text, width: max(20, widths.reduce(0, +) - 2)).count
            if lines > 1 {
                try book.check(book.library.setRow(sheet, row, Double(lines) * 15, nil))
            }
        }
        row += 1
    }

    /// Writes a table with its lead and notes; the head of the first stays when the sheet scrolls.
    mutating func write(_ table: ReportTable) throws(SpreadsheetError) {
        let table = table.withoutDrawings
        for line in table.lead { try write(line, as: .lead) }
        row += 1
        if table.showsHeader {
            try writeHead(table)
            if !hasFrozenHead { freeze(below: row, table) }
        }
        let first = row
        for entry in table.rows {
            for index in table.columns.indices { try write(table, entry, index) }
            row += 1
        }
        try colour(table, from: first)
        if !(table.notes.isEmpty && table.legend.isEmpty) { row += 1 }
        for note in table.notes + table.legend { try write(note, as: .note) }
        for sentence in table.closing { try write(sentence, as: .lead) }
        row += 1
    }

    /// Sets how the sheet is printed: on A4, as wide as the paper.
    func finish(isLandscape: Bool = false) {
        book.library.setPaper(sheet, 9)  // A4 in the file format's list
        if isLandscape || widths.reduce(0, +) > 95 { book.library.setLandscape(sheet) }
        book.library.fitPages(sheet, 1, 0)
        _ = book.library.setFooter(sheet, "&L&A&R&P / &N")
    }

    private mutating func writeHead(_ table: ReportTable) throws(SpreadsheetError) {
        for (index, column) in table.columns.enumerated() {
            let look = CellLook(part: .head, isRight: column.alignment != .text)
            try book.check(
                book.library.writeString(
                    sheet, row, UInt16(index), SheetText.harmless(column.heading(book.language)),
                    book.format(look)))
        }
        row += 1
    }

    private mutating func freeze(below row: UInt32, _ table: ReportTable) {
        hasFrozenHead = true
        book.library.freeze(sheet, row, table.headingColumn.map { UInt16($0 + 1) } ?? 0)
        _ = book.library.repeatRows(sheet, row - 1, row - 1)
    }

    private func write(
        _ table: ReportTable, _ entry: ReportTable.Row, _ index: Int
    ) throws(SpreadsheetError) {
        let column = UInt16(index)
        var look = CellLook(emphasis: entry.emphasis)
        look.isRight = table.columns[index].alignment != .text
        switch table.cell(entry, index) {
        case .empty, .gauge:
            guard entry.emphasis != .plain else { return }
            try book.check(book.library.writeBlank(sheet, row, column, book.format(look)))
        case .integer(let value):
            look.number = NumberCode.integer
            try book.check(
                book.library.writeNumber(sheet, row, column, Double(value), book.format(look)))
        case .decimal(let value, let decimals, let signed, let preliminary):
            look.number = NumberCode.decimal(
                decimals: decimals ?? value.scale, signed: signed,
                mark: preliminary ? ReportTable.preliminarySign : nil)
            try book.check(
                book.library.writeNumber(
                    sheet, row, column, value.approximation, book.format(look)))
        case .text(let value): try write(value, column, look)
        case .label(let value, let tone):
            look.isMuted = tone == .muted
            let sign = tone.sign.map { $0 + " " } ?? ""
            try write(sign + value[book.language], column, look)
        case .missing(let status):
            look.isMuted = true
            look.isRight = true
            try write(status.sign[book.language], column, look)
        }
    }

    private func write(
        _ text: String, _ column: UInt16, _ look: CellLook
    ) throws(SpreadsheetError) {
        var look = look
        if look.part == .cell, widths.indices.contains(Int(column)) {
            look.wraps = text.count >= widths[Int(column)]
        }
        try book.check(
            book.library.writeString(
                sheet, row, column, SheetText.harmless(text), book.format(look)))
    }

    /// Colours cells by the sign they begin with, so that the colour follows when they are sorted.
    private func colour(_ table: ReportTable, from first: UInt32) throws(SpreadsheetError) {
        guard row > first else { return }
        for index in table.columns.indices {
            var tones: [Cell.Tone] = []
            for entry in table.rows {
                guard case .label(_, let tone) = table.cell(entry, index), tone.sign != nil,
                    !tones.contains(tone)
                else { continue }
                tones.append(tone)
            }
            for tone in tones { try colour(tone, first, row - 1, UInt16(index)) }
        }
    }

    private func colour(
        _ tone: Cell.Tone, _ first: UInt32, _ last: UInt32, _ column: UInt16
    ) throws(SpreadsheetError) {
        let format = try book.format(tone)
        let status = SheetText.withPointer(tone.sign ?? "") { sign in
            var rule = lxw_conditional_format()
            rule.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
            rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH.rawValue)
            rule.value_string = sign
            rule.format = format
            return book.library.colourIf(sheet, first, column, last, column, &rule)
        }
        try book.check(status)
    }
}
