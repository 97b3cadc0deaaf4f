internal import Checksums
public import Diagnostics
internal import Tabular

/// A report as lines of text, whatever kind of file it is.
///
/// Rows of tables are lines whose cells are divided by tabs; paragraphs are lines.
///
/// ```swift
/// let text = try await DocumentText.read("rapport.pdf")
/// ```
public struct DocumentText: Sendable {
    /// What the file is, by its bytes.
    public let kind: DocumentKind
    /// The lines.
    public let lines: [PrintedLine]
    /// The SHA-256 of the file, 32 bytes.
    public let sha256: [UInt8]
    /// The size of the file in bytes.
    public let byteCount: Int
    /// What somebody should know of the file: that it is not what its name says.
    public let notes: [Diagnostic]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - searchPath: Folders in which programs are looked for, parted by colons; nil for the
    ///     system's own.
    ///   - limits: How much of it is believed.
    /// - Returns: the text.
    /// - Throws: A failure that says what the file is instead of a report of bounded size.
    public static func read(
        _ path: String, searchPath: String? = nil, limits: DocumentLimits = DocumentLimits()
    ) async throws(Failure) -> DocumentText {
        do throws(DocumentFault) {
            return try await OpenDocument(path, limits: limits).read(searchPath: searchPath)
        } catch {
            throw error.failure(path, limits)
        }
    }
}

/// A file that is open, with its kind known.
private struct OpenDocument {
    let path: String
    let limits: DocumentLimits
    let kind: DocumentKind
    let size: Int
    let stamp: FileStamp
    /// All bytes of a file of text or HTML; none of others.
    let bytes: [UInt8]
    let sha256: [UInt8]

    init(_ path: String, limits: DocumentLimits) throws(DocumentFault) {
        self.path = path
        self.limits = limits
        var file = try locating { () throws(TabularError) in try InputFile(path: path) }
        size = file.size
        stamp = file.stamp
        let beginning = try locating { () throws(TabularError) in
            try file.read(atMost: BytesKind.length)
        }
        switch BytesKind(beginning) {
        case .text: kind = .text
        case .pdf: kind = .pdf
        case .html: kind = .html
        case .archive: kind = .docx
        case .other(let name): throw .otherKind(name)
        }
        let limit =
            switch kind {
            case .text: limits.textFileBytes
            case .html: limits.markupFileBytes
            case .pdf, .docx: limits.fileBytes
            }
        guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
        file.rewind()
        var digest = SHA256()
        var kept: [UInt8] = []
        let isKept = kind == .text || kind == .html
        if isKept { kept.reserveCapacity(size) }
        var end: [UInt8] = []
        while true {
            let chunk = try locating { () throws(TabularError) in
                try file.read(atMost: 1 << 20)
            }
            guard !chunk.isEmpty else { break }
            chunk.withUnsafeBytes { digest?.update($0) }
            if isKept { kept += chunk }
            if kind == .pdf { end = Array((end + chunk).suffix(PDFEnd.length)) }
        }
        try locating { () throws(TabularError) in try file.checkUnchanged() }
        let ended = digest.take()
        guard let hash = ended?.finish() else {
            throw .programFailed(reason: "OpenSSL: SHA-256")
        }
        guard kind != .pdf || PDFEnd.isWhole(end) else { throw .damaged(detail: "no %%EOF") }
        bytes = kept
        sha256 = hash
    }

    func read(searchPath: String?) async throws(DocumentFault) -> DocumentText {
        let lines: [PrintedLine]
        var notes: [Diagnostic] = []
        switch kind {
        case .text: lines = try text()
        case .html: lines = try HTMLReader.lines(try decoded(), limits)
        case .docx:
            let document = try WordReader.read(path, limits)
            lines = document.lines
            if document.hasTrackedChanges { notes.append(trackedChanges) }
            try checkUnchanged()
        case .pdf:
            let program = try PDFProgram(searchPath: searchPath, limits: limits)
            let layout = try await program.text(of: path)
            lines = try LayoutText.lines(layout.words, limits)
            try checkUnchanged()
            if let first = layout.faults.first { notes.append(faulty(first, layout.faults.count)) }
            if let pages = TextlessPages.note(lines, path: path) { notes.append(pages) }
        }
        if let named = DocumentKind(name: path), named != kind { notes.append(mismatch(named)) }
        return DocumentText(
            kind: kind, lines: lines, sha256: sha256, byteCount: size, notes: notes)
    }

    /// The lines of a text; form feeds divide pages.
    private func text() throws(DocumentFault) -> [PrintedLine] {
        var writer = LineWriter(limits)
        try LineParts.each(try decoded()) { line, page throws(DocumentFault) in
            try writer.write(PrintedLine(line, page: page))
        }
        return writer.lines
    }

    /// The bytes as UTF-8, from whatever Western encoding they are in.
    private func decoded() throws(DocumentFault) -> [UInt8] {
        try locating { () throws(TabularError) in
            let inspection = FileInspection(of: bytes)
            let detection = try EncodingDetection.resolve(
                inspection, accepting: kind == .html ? [.html] : [])
            var transcoder = Transcoder(from: detection.encoding)
            var utf8: [UInt8] = []
            utf8.reserveCapacity(bytes.count)
            try transcoder.append(bytes.span, to: &utf8)
            try transcoder.finish()
            if let place = utf8.firstIndex(of: 0) {
                throw TabularError(.notText, byteOffset: place, detail: "NUL")
            }
            return utf8
        }
    }

    /// Verifies that what a library or program has read is what the digest was taken of.
    private func checkUnchanged() throws(DocumentFault) {
        try locating { () throws(TabularError) in
            let again = try InputFile(path: path)
            guard again.stamp == stamp else { throw TabularError(.changedWhileReading, path: path) }
        }
    }

    private func mismatch(_ named: DocumentKind) -> Diagnostic {
        Diagnostic(
            .warning, code: "report.kind-mismatch",
            Text(
                sv: "filen heter som \(named.rawValue) och är \(kind.rawValue); "
                    + "den läses som \(kind.rawValue)",
                en: "the file is named as \(named.rawValue) and is \(kind.rawValue); "
                    + "it is read as \(kind.rawValue)"),
            at: .file(path: path))
    }

    private func faulty(_ first: Substring, _ count: Int) -> Diagnostic {
        Diagnostic(
            .warning, code: "report.pdf-faults",
            Text(
                sv: "filen har fel (\(count)), så text kan saknas; den läses som den är",
                en: "the file has faults (\(count)), so text may be missing; it is read as it is"),
            at: .file(path: path), notes: [Text(verbatim: String(first.prefix(200)))])
    }

    private var trackedChanges: Diagnostic {
        Diagnostic(
            .warning, code: "report.tracked-changes",
            Text(
                sv: "dokumentet har spårade ändringar; det läses som om alla vore godkända",
                en: "the document has tracked changes; it is read as if all were accepted"),
            at: .file(path: path))
    }
}

/// Turns what went wrong with a file as text into a fault of the document.
func locating<Value: ~Copyable>(
    _ body: () throws(TabularError) -> Value
) throws(DocumentFault) -> Value {
    do {
        return try body()
    } catch {
        throw .unreadable(error)
    }
}
