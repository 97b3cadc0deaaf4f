internal import Diagnostics
internal import Tabular
internal import Workbook

/// Why a file cannot be read as a report.
enum DocumentFault: Error, Equatable {
    /// The file cannot be opened or read, or is no text where text is wanted.
    case unreadable(TabularError)
    /// The file is of a kind that is not read.
    case otherKind(String)
    /// The file is larger than a report of its kind.
    case tooLarge(size: Int, limit: Int)
    /// A line is too long, there are too many, or there is too much text.
    case outOfBounds(line: Int)
    /// A table is wider, or has more cells, than any report's.
    case tooWide
    /// Elements nest deeper, or are more, than in any report.
    case tooDeep
    /// The archive unfolds to more than is reasonable.
    case expands(detail: String)
    /// A document type declares entities, which reports never do and attackers do.
    case documentType
    /// The file asks for a password.
    case encrypted
    /// The file is cut off or damaged.
    case damaged(detail: String)
    /// There are pages and no text on them.
    case noText
    /// The file was still being read when its time was up.
    case timeLimit(Duration)
    /// pdftotext is not on this machine.
    case programMissing
    /// pdftotext could not be run.
    case programFailed(reason: String)
    /// Somebody broke off the reading.
    case cancelled

    /// The failure of reading a file, with advice.
    func failure(_ path: String, _ limits: DocumentLimits) -> Failure {
        var line: Int?
        var notes: [Text] = []
        switch self {
        case .unreadable(let error):
            line = error.line
            if !error.detail.isEmpty { notes = [Text(verbatim: error.detail)] }
        case .outOfBounds(let place): line = place
        case .expands(let detail), .damaged(let detail):
            if !detail.isEmpty { notes = [Text(verbatim: detail)] }
        case .programFailed(let reason): notes = [Text(verbatim: reason)]
        default: break
        }
        if self == .cancelled {
            return Failure(
                .interrupted, code: "program.cancelled", Text(sv: "avbrutet", en: "cancelled"))
        }
        return Failure(
            status, code: "report.\(code)", message(limits), at: .file(path: path, line: line),
            hint: hint, notes: notes)
    }

    private var code: String {
        switch self {
        case .unreadable(let error): error.code.rawValue
        case .otherKind: "other-kind"
        case .tooLarge: "too-large"
        case .outOfBounds, .tooWide: "out-of-bounds"
        case .tooDeep: "too-deep"
        case .expands: "expands"
        case .documentType: "document-type"
        case .encrypted: "encrypted"
        case .damaged: "damaged"
        case .noText: "no-text"
        case .timeLimit: "time-limit"
        case .programMissing: "program-missing"
        case .programFailed: "program-failed"
        case .cancelled: "cancelled"
        }
    }

    private var status: ExitStatus {
        switch self {
        case .unreadable(let error):
            switch error.code {
            case .notFound, .isDirectory, .notARegularFile: .noInput
            case .permissionDenied: .permission
            case .cannotOpen: .inputOutput
            default: .data
            }
        case .programMissing: .unavailable
        case .programFailed: .software
        default: .data
        }
    }

    private func message(_ limits: DocumentLimits) -> Text {
        switch self {
        case .unreadable(let error):
            Text(
                sv: "filen kan inte läsas som text (\(error.code.rawValue))",
                en: error.code.sentence)
        case .otherKind(let kind):
            Text(sv: "filen är ingen rapport utan \(kind)", en: "the file is no report but \(kind)")
        case .tooLarge(let size, let limit):
            Text(
                sv: "filen har \(size) byte; en sådan rapport har högst \(limit)",
                en: "the file has \(size) bytes; a report of its kind has at most \(limit)")
        case .outOfBounds(let line):
            Text(
                sv: "filen är ingen rapport: rad \(line) är längre än \(limits.lineBytes) byte, "
                    + "raderna är fler än \(limits.lines) eller texten mer än \(limits.textBytes) byte",
                en: "the file is no report: line \(line) is longer than \(limits.lineBytes) bytes, "
                    + "there are more than \(limits.lines) lines or \(limits.textBytes) bytes of text"
            )
        case .tooWide:
            Text(
                sv: "en tabell har fler än \(CellGrid.maximumColumns) kolumner eller "
                    + "\(CellGrid.maximumCells) celler",
                en: "a table has more than \(CellGrid.maximumColumns) columns or "
                    + "\(CellGrid.maximumCells) cells")
        case .tooDeep:
            Text(
                sv: "elementen ligger djupare än \(limits.depth) i varandra eller är fler än "
                    + "\(limits.elements)",
                en: "elements nest deeper than \(limits.depth), or are more than "
                    + "\(limits.elements)")
        case .expands:
            Text(
                sv: "filen packas upp till mer än som är rimligt",
                en: "the file unfolds to more than is reasonable")
        case .documentType:
            Text(
                sv: "filen deklarerar egna entiteter, vilket rapporter aldrig gör",
                en: "the file declares entities of its own, which no report does")
        case .encrypted:
            Text(sv: "filen är låst med lösenord", en: "the file is locked by a password")
        case .damaged:
            Text(
                sv: "filen är skadad eller avklippt",
                en: "the file is damaged or cut off")
        case .noText:
            Text(
                sv: "sidorna har ingen text: de är troligen bilder",
                en: "the pages have no text: they are probably pictures")
        case .timeLimit(let limit):
            Text(
                sv: "filen var inte läst efter \(limit.components.seconds) s",
                en: "the file had not been read after \(limit.components.seconds) s")
        case .programMissing:
            Text(
                sv: "pdftotext, som läser PDF, finns inte på datorn",
                en: "pdftotext, which reads PDF, is not on this machine")
        case .programFailed:
            Text(sv: "pdftotext kunde inte köras", en: "pdftotext could not be run")
        case .cancelled: Text(sv: "avbrutet", en: "cancelled")
        }
    }

    private var hint: Text? {
        switch self {
        case .unreadable:
            Text(
                sv: "Rapporter läses som text, PDF, HTML eller DOCX.",
                en: "Reports are read as text, PDF, HTML or DOCX.")
        case .otherKind:
            Text(
                sv: "Spara den som DOCX, PDF, HTML eller text. En arbetsbok är en källa för sig.",
                en: "Save it as DOCX, PDF, HTML or text. A workbook is a source of its own.")
        case .tooLarge:
            Text(
                sv: "Spara bara rapporten, utan bilder och bilagor.",
                en: "Save the report only, without pictures and appendices.")
        case .encrypted:
            Text(sv: "Spara den på nytt, utan lås.", en: "Save it anew, without a lock.")
        case .damaged, .documentType, .programFailed:
            Text(
                sv: "Öppna den i programmet som gjorde den och spara på nytt.",
                en: "Open it in the program that made it and save it anew.")
        case .noText:
            Text(
                sv: "Läs in texten med ett program för OCR, eller be om dokumentet som text.",
                en: "Recognise the text with an OCR program, or ask for the document as text.")
        case .timeLimit:
            Text(
                sv: "Spara rapportens sidor som en PDF för sig.",
                en: "Save the pages of the report as a PDF of their own.")
        case .programMissing:
            Text(
                sv: "installera det: apt-get install poppler-utils",
                en: "install it: apt-get install poppler-utils")
        case .outOfBounds, .tooWide, .tooDeep, .expands, .cancelled: nil
        }
    }
}

extension DocumentFault {
    /// What is wrong with an archive, said of a document.
    init(_ error: WorkbookError) {
        let place = error.line.map { "\(error.part):\($0)" } ?? error.part
        let detail = [place, error.detail].filter { !$0.isEmpty }.joined(separator: ": ")
        switch error.code {
        case .encrypted: self = .encrypted
        case .tooLarge: self = .expands(detail: detail)
        case .documentType: self = .documentType
        case .tooDeep: self = .tooDeep
        case .missingPart: self = .otherKind("ZIP")
        case .cannotOpen, .damaged, .noSheet, .badPlace, .cannotWrite:
            self = .damaged(detail: detail)
        }
    }
}
