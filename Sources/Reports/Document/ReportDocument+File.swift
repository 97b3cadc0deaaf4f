internal import Checksums
public import Diagnostics
internal import DocumentText
public import SourceAdapters
internal import Tabular

extension ReportDocument {
    /// Reads a report from a file of text, PDF, HTML or DOCX; its bytes tell which.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - searchPath: Folders in which pdftotext is looked for, parted by colons; nil for the
    ///     system's own.
    /// - Throws: A failure that says what the file is instead of a report of bounded size.
    public init(contentsOf path: String, searchPath: String? = nil) async throws(Failure) {
        let text = try await DocumentText.read(path, searchPath: searchPath)
        self.init(text, path: path, sha256: SHA256.hexadecimal(text.sha256))
    }

    /// Which bytes the file held; `nil` for a text from elsewhere.
    public var identity: FileIdentity? {
        let digits = Array(sha256.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: 64, by: 2) {
            let pair = String(decoding: digits[place..<(place + 2)], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return FileIdentity(path: path, size: byteCount, sha256: bytes)
    }

    /// Where something stands in a document whose lines are not its own: a page of a PDF; a table, row
    /// and cell of HTML or DOCX.
    ///
    /// - Parameters:
    ///   - number: The number of the line.
    ///   - cell: The number of the cell, from 1; 0 for the whole line.
    /// - Returns: the place; `nil` in a text, whose lines are its own, and outside tables.
    public func place(line number: Int, cell: Int = 0) -> Text? {
        guard let line = line(number) else { return nil }
        if kind == .pdf { return Text(sv: "sida \(line.page)", en: "page \(line.page)") }
        guard let place = line.place else { return nil }
        let cells = cell > 0 ? ", cell \(cell)" : ""
        return Text(
            sv: "tabell \(place.table), rad \(place.row)\(cells)",
            en: "table \(place.table), row \(place.row)\(cells)")
    }
}

/// The text of a small file of ours, such as a manifest.
enum SmallText {
    /// No manifest has more bytes.
    private static let maximumSize = 8 << 20

    /// Reads a file.
    /// - Throws: A failure that says why it is no text.
    static func read(_ path: String) throws(Failure) -> String {
        do throws(TabularError) {
            var file = try InputFile(path: path)
            guard file.size <= maximumSize else {
                throw TabularError(.cannotRead, path: path, detail: "> \(maximumSize) byte")
            }
            let inspection = try file.inspect()
            let bytes = try file.read(atMost: file.size)
            try file.checkUnchanged()
            let detection = try EncodingDetection.resolve(inspection)
            var transcoder = Transcoder(from: detection.encoding)
            var utf8: [UInt8] = []
            try transcoder.append(bytes.span, to: &utf8)
            try transcoder.finish()
            return String(decoding: utf8, as: UTF8.self)
        } catch {
            throw Failure(
                status(of: error.code), code: "report.\(error.code.rawValue)",
                Text(
                    sv: "filen kan inte läsas som text (\(error.code.rawValue))",
                    en: error.code.sentence),
                at: .file(path: path, line: error.line),
                notes: error.detail.isEmpty ? [] : [Text(verbatim: error.detail)])
        }
    }

    private static func status(of code: TabularError.Code) -> ExitStatus {
        switch code {
        case .notFound, .isDirectory, .notARegularFile: .noInput
        case .permissionDenied: .permission
        case .cannotOpen: .inputOutput
        default: .data
        }
    }
}
