import Diagnostics
import Workbook

/// What is said about a workbook's sheet.
enum SheetWords {
    /// Which sheet was read, and what a person who looks at it might not see.
    static func notes(_ sheet: Workbook.Sheet, _ notes: SheetNotes, path: String) -> [Diagnostic] {
        var found = [
            note(
                .note, "source.sheet",
                Text(sv: "läser bladet ”\(sheet.name)”", en: "reads the sheet \"\(sheet.name)\""),
                path)
        ]
        if sheet.isHidden {
            found.append(
                note(
                    .warning, "source.hidden-sheet",
                    Text(
                        sv: "bladet ”\(sheet.name)” är dolt i kalkylprogrammet",
                        en: "the sheet \"\(sheet.name)\" is hidden in the spreadsheet"), path))
        }
        if notes.hiddenRows + notes.hiddenColumns > 0 {
            found.append(
                note(
                    .warning, "source.hidden-cells",
                    Text(
                        sv:
                            "\(notes.hiddenRows) rader och \(notes.hiddenColumns) kolumner är dolda; "
                            + "de läses också",
                        en:
                            "\(notes.hiddenRows) rows and \(notes.hiddenColumns) columns are hidden; "
                            + "they are read too"), path))
        }
        if let first = notes.formulasWithoutValue.first {
            let count = notes.formulasWithoutValue.count
            found.append(
                note(
                    .warning, "source.formula-without-value",
                    Text(
                        sv: "\(count) formler saknar uträknat värde och läses som tomma, "
                            + "den första i \(first)",
                        en: "\(count) formulas have no reckoned value and read as blanks, "
                            + "the first in \(first)"), path, line: first.row))
        }
        if notes.formulas > 0 {
            found.append(
                note(
                    .note, "source.formulas",
                    Text(
                        sv:
                            "\(notes.formulas) celler är formler; deras senast uträknade värden läses",
                        en:
                            "\(notes.formulas) cells are formulas; their last reckoned values are read"
                    ), path))
        }
        if notes.mergedRanges > 0 {
            found.append(
                note(
                    .note, "source.merged-cells",
                    Text(
                        sv: "\(notes.mergedRanges) sammanfogade områden: varje cell får den första "
                            + "cellens värde",
                        en:
                            "\(notes.mergedRanges) merged ranges: each cell has the value of the first"
                    ), path))
        }
        return found
    }

    private static func note(
        _ severity: Diagnostic.Severity, _ code: String, _ text: Text, _ path: String,
        line: Int? = nil
    ) -> Diagnostic {
        Diagnostic(severity, code: code, text, at: .file(path: path, line: line))
    }
}

extension SourceError {
    /// Explains why a workbook cannot be read.
    init(_ error: WorkbookError, path: String) {
        var notes: [Text] = []
        if !error.part.isEmpty {
            let line = error.line.map { ":\($0)" } ?? ""
            notes.append(
                Text(
                    sv: "i arkivets del \(error.part)\(line)",
                    en: "in the archive's part \(error.part)\(line)"))
        }
        if !error.detail.isEmpty { notes.append(Text(verbatim: error.detail)) }
        self.init(
            error.code == .cannotWrite ? .inputOutput : .data,
            code: "workbook.\(error.code.rawValue)", Self.text(error.code), at: .file(path: path),
            hint: Self.hint(error.code), notes: notes)
    }

    private static func text(_ code: WorkbookError.Code) -> Text {
        switch code {
        case .cannotOpen: Text(sv: "filen är ingen arbetsbok", en: "the file is no workbook")
        case .encrypted:
            Text(sv: "arbetsboken är låst med lösenord", en: "the workbook is locked by a password")
        case .tooLarge:
            Text(
                sv: "arbetsboken packas upp till mer än som är rimligt",
                en: "the workbook unfolds to more than is reasonable")
        case .missingPart:
            Text(sv: "arbetsboken saknar en del", en: "the workbook lacks a part")
        case .damaged: Text(sv: "arbetsboken är skadad", en: "the workbook is damaged")
        case .documentType:
            Text(
                sv: "arbetsboken innehåller en dokumenttyp, som kalkylprogram aldrig skriver",
                en: "the workbook holds a document type, which no spreadsheet writes")
        case .tooDeep:
            Text(
                sv: "arbetsbokens element ligger djupare i varandra än i något kalkylprogram",
                en: "the elements of the workbook nest deeper than any spreadsheet's")
        case .noSheet:
            Text(
                sv: "det går inte att säga vilket blad som menas",
                en: "it cannot be said which sheet is meant")
        case .badPlace:
            Text(
                sv: "rader eller celler står på omöjliga platser",
                en: "rows or cells stand in impossible places")
        case .cannotWrite:
            Text(
                sv: "bladets text kan inte skrivas till en tillfällig fil",
                en: "the text of the sheet cannot be written to a temporary file")
        }
    }

    private static func hint(_ code: WorkbookError.Code) -> Text? {
        switch code {
        case .noSheet:
            Text(
                sv: "Ange bladet med ”format: sheet:”; bladen i filen står nedan.",
                en: "Declare the sheet by \"format: sheet:\"; the file's sheets are named below.")
        case .encrypted:
            Text(sv: "Spara den utan lösenord.", en: "Save it without a password.")
        case .cannotOpen:
            Text(
                sv: "Äldre .xls läses inte: spara som .xlsx eller CSV.",
                en: "The older .xls is not read: save it as .xlsx or CSV.")
        case .cannotWrite:
            Text(
                sv: "Frigör plats där TMPDIR pekar, eller i /tmp.",
                en: "Free space where TMPDIR points, or in /tmp.")
        default:
            Text(
                sv: "Öppna filen i kalkylprogrammet och spara den på nytt.",
                en: "Open the file in the spreadsheet and save it anew.")
        }
    }
}
