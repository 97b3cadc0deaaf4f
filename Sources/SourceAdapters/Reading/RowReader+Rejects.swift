import Diagnostics
import Tabular

extension RowReader {
    /// Refuses a row with all of its figures.
    func reject(
        _ row: borrowing CSVReader, column: Int, _ fault: CellFault,
        _ batch: inout ObservationBatch
    ) {
        refuse(row, column: column, fault, figures: plan.figures.count, &batch)
    }

    /// Refuses a single figure.
    func rejectFigure(
        _ row: borrowing CSVReader, _ column: Int, _ fault: CellFault,
        _ batch: inout ObservationBatch
    ) {
        refuse(row, column: column, fault, figures: 1, &batch)
    }

    /// The text of a cell without blanks around it, cut to what a message can hold.
    func text(_ row: borrowing CSVReader, _ index: Int) -> String {
        Self.shortened(
            row.withField(index) { span in
                span.withUnsafeBufferPointer { bytes in
                    // A cell may be a megabyte; no character has more bytes than this in practice.
                    let head = UnsafeBufferPointer(rebasing: bytes.prefix(Reject.longestCell * 8))
                    return CellText.trimmed(head.span)
                }
            } ?? "")
    }

    private func refuse(
        _ row: borrowing CSVReader, column: Int, _ fault: CellFault, figures: Int,
        _ batch: inout ObservationBatch
    ) {
        batch.counts.rejected += figures
        let name = columns.indices.contains(column) ? columns[column].header : ""
        batch.rejects.append(
            Reject(
                code: fault.code, file: path, line: row.line, column: column + 1,
                columnName: name, cell: column >= 0 ? text(row, column) : "",
                message: fault.message, hint: fault.hint, figures: figures))
    }

    private static func shortened(_ text: String) -> String {
        String(text.prefix(Reject.longestCell))
    }
}

/// What can be wrong with a row as a whole, or between its cells.
enum RowFault {
    /// A row that breaks the rules of CSV.
    static func of(_ problem: RecordProblem) -> CellFault {
        let text =
            switch problem {
            case .textAfterClosingQuote:
                Text(
                    sv: "text följer efter ett avslutande citattecken",
                    en: "text follows a closing quote")
            case .quoteInUnquotedField:
                Text(
                    sv: "ett citattecken står i en cell utan citattecken",
                    en: "a quote stands in a cell without quotes")
            case .unclosedQuote:
                Text(
                    sv: "ett citattecken öppnas och stängs aldrig",
                    en: "a quote is opened and never closed")
            case .tooLong(let limit, _):
                Text(
                    sv: "raden är längre än \(limit) byte",
                    en: "the row is longer than \(limit) bytes")
            case .nulByte: Text(sv: "raden har ett NUL-tecken", en: "the row has a NUL character")
            }
        var hint: Text?
        switch problem {
        case .textAfterClosingQuote, .quoteInUnquotedField, .unclosedQuote:
            hint = Text(
                sv: "Sätt citattecken kring cellen och dubbla dem som står i den.",
                en: "Put the cell in quotes and double those within it.")
        default: break
        }
        return CellFault("row.\(problem.key)", text, hint: hint)
    }

    /// A row with fewer cells than the header.
    static func tooFewCells(_ count: Int, of expected: Int) -> CellFault {
        CellFault(
            "row.too-few-cells",
            Text(
                sv: "raden har \(count) celler, rubriken \(expected)",
                en: "the row has \(count) cells, the header \(expected)"))
    }

    /// A row with more cells than the header.
    static func tooManyCells(_ count: Int, of expected: Int) -> CellFault {
        CellFault(
            "row.too-many-cells",
            Text(
                sv: "raden har \(count) celler, rubriken \(expected)",
                en: "the row has \(count) cells, the header \(expected)"),
            hint: Text(
                sv: "Står avskiljaren i en cell? Sätt citattecken kring den cellen.",
                en: "Does a cell hold the delimiter? Put quotes around that cell."))
    }

    /// The header once more.
    static let repeatedHeader = CellFault(
        "row.repeated-header",
        Text(sv: "raden är rubriken en gång till", en: "the row is the header once more"),
        hint: Text(
            sv: "Filen är nog ihopsatt av flera: ta bort raden.",
            en: "The file probably was put together from several: remove the row."))

    /// A number that must be whole and is not.
    static func notWhole(_ cell: String) -> CellFault {
        CellFault(
            "number.not-whole",
            Text(
                sv: "”\(cell)” är inget heltal från 0 till 2 147 483 647",
                en: "\"\(cell)\" is no whole number from 0 to 2,147,483,647"))
    }

    /// A denominator of nothing, or of less.
    static func denominatorNotPositive(_ cell: String) -> CellFault {
        CellFault(
            "number.denominator-not-positive",
            Text(
                sv: "nämnaren ”\(cell)” är inte större än 0",
                en: "the denominator \"\(cell)\" is not greater than 0"),
            hint: Text(
                sv: "Lämna cellen tom om ingen nämnare finns.",
                en: "Leave the cell blank if there is no denominator."))
    }

    /// A status that says other than the value.
    static func contradiction(status: String, value: String) -> CellFault {
        CellFault(
            "status.contradicts-value",
            Text(
                sv: "statusen ”\(status)” motsäger värdet ”\(value)”",
                en: "the status \"\(status)\" contradicts the value \"\(value)\""))
    }

    /// A percent sign behind a number that is no share.
    static func percentSign(_ cell: String, unit: String) -> CellFault {
        CellFault(
            "number.percent-sign",
            Text(
                sv: "”\(cell)” har procenttecken, men nyckeltalets enhet är ”\(unit)”",
                en: "\"\(cell)\" has a percent sign, but the unit is \"\(unit)\""))
    }
}
