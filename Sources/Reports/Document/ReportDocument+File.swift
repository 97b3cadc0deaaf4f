internal import Checksums
public import Diagnostics
public import SourceAdapters
internal import Tabular

extension ReportDocument {
    /// Reads a report from a text file, whatever Western encoding it is in.
    ///
    /// - Parameter path: The path of the file.
    /// - Throws: A failure that says what the file is instead of a report of bounded size.
    public init(contentsOf path: String) throws(Failure) {
        let (text, bytes) = try Self.read(path)
        try Self.checkBounds(text, path: path)
        guard let digest = SHA256.digest(of: bytes) else {
            throw Failure(
                .software, code: "report.no-digest",
                Text(
                    sv: "OpenSSL kunde inte räkna ut filens SHA-256",
                    en: "OpenSSL could not compute the SHA-256 of the file"),
                at: .file(path: path))
        }
        self.init(
            text: text, path: path, sha256: SHA256.hexadecimal(digest), byteCount: bytes.count)
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

    /// Reads the text of a small file, such as a manifest.
    static func smallText(_ path: String) throws(Failure) -> String { try read(path).text }

    private static func read(_ path: String) throws(Failure) -> (text: String, bytes: [UInt8]) {
        var size = 0
        do throws(TabularError) {
            var file = try InputFile(path: path)
            size = file.size
            guard size <= maximumSize else { throw TabularError(.cannotRead, path: path) }
            let inspection = try file.inspect()
            file.rewind()
            let bytes = try bytes(of: &file)
            let detection = try EncodingDetection.resolve(inspection)
            return (try text(bytes, in: detection.encoding), bytes)
        } catch {
            guard size <= maximumSize else { throw tooLarge(path, size) }
            throw Failure(
                status(of: error.code), code: "report.\(error.code.rawValue)",
                Text(
                    sv: "filen kan inte läsas som text (\(error.code.rawValue))",
                    en: error.code.sentence),
                at: .file(path: path, line: error.line),
                hint: Text(
                    sv: "Rapporter läses som ren text; gör om filen till text först.",
                    en: "Reports are read as plain text; convert the file to text first."),
                notes: error.detail.isEmpty ? [] : [Text(verbatim: error.detail)])
        }
    }

    private static func bytes(of file: inout InputFile) throws(TabularError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: file.size)
        var failure: TabularError?
        let count = bytes.withUnsafeMutableBytes { buffer in
            do throws(TabularError) {
                return try file.read(into: buffer)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        try file.checkUnchanged()
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func text(
        _ bytes: [UInt8], in encoding: TextEncoding
    ) throws(TabularError) -> String {
        var transcoder = Transcoder(from: encoding)
        var utf8: [UInt8] = []
        try transcoder.append(bytes.span, to: &utf8)
        try transcoder.finish()
        if let place = utf8.firstIndex(of: 0) {
            throw TabularError(.notText, byteOffset: place, detail: "NUL")
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    private static func checkBounds(_ text: String, path: String) throws(Failure) {
        var line = 1
        var length = 0
        for byte in text.utf8 {
            length = byte == 0x0A || byte == 0x0D ? 0 : length + 1
            if byte == 0x0A { line += 1 }
            guard length <= maximumLineLength, line <= maximumLines else {
                throw Failure(
                    .data, code: "report.out-of-bounds",
                    Text(
                        sv: "filen är ingen rapport: rad \(line) är längre än "
                            + "\(maximumLineLength) tecken, eller raderna fler än \(maximumLines)",
                        en: "the file is no report: line \(line) is longer than "
                            + "\(maximumLineLength) bytes, or there are more than "
                            + "\(maximumLines) lines"),
                    at: .file(path: path, line: line))
            }
        }
    }

    private static func tooLarge(_ path: String, _ size: Int) -> Failure {
        Failure(
            .data, code: "report.too-large",
            Text(
                sv: "filen har \(size) byte; en rapport har högst \(maximumSize)",
                en: "the file has \(size) bytes; a report has at most \(maximumSize)"),
            at: .file(path: path),
            hint: Text(
                sv: "Spara bara rapportens text, utan bilder och bilagor.",
                en: "Save the report's text only, without pictures and appendices."))
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
