import Diagnostics
import Glibc
import Tabular
import Workbook

/// A workbook's sheet as text, in a file without a name, so that it is read as any table is.
///
/// Row 17 of the sheet stands on line 17 of the text; memory does not grow with the sheet.
struct SheetText {
    /// Which bytes the workbook holds.
    let identity: FileIdentity
    /// What was read, and what the sheet hides.
    let notes: [Diagnostic]

    private let path: String
    private let spool: Spool

    /// Reads a sheet of a workbook.
    /// - Throws: `SourceError` when it is no workbook, or not one to be trusted.
    init(path: String, format: FormatSpec) throws(SourceError) {
        var file = try SourceFile.locating(path) { () throws(TabularError) in
            try InputFile(path: path)
        }
        let digest = PassingDigest()
        _ = try SourceFile.locating(path) { () throws(TabularError) in
            try file.inspect { digest.add($0) }
        }
        identity = try digest.finish(path: path)
        spool = try Spool(for: path)
        let mark: Character = format.numbers.decimal == .comma ? "," : "."
        let sheet: Workbook.Sheet
        let found: SheetNotes
        let spool = spool
        do {
            let workbook = try Workbook(path: path)
            sheet = try workbook.sheet(named: format.sheet)
            found = try workbook.write(sheet, decimalMark: mark) { bytes throws(WorkbookError) in
                try spool.write(bytes)
            }
        } catch {
            throw SourceError(error, path: path)
        }
        // The bytes that were unpacked are those whose digest was taken.
        try SourceFile.locating(path) { () throws(TabularError) in try file.checkUnchanged() }
        notes = SheetWords.notes(sheet, found, path: path)
        self.path = path
    }

    /// Opens the text from its start.
    func open() throws(SourceError) -> InputFile {
        let name = spool.name
        let path = path
        return try SourceFile.locating(path) { () throws(TabularError) in
            try InputFile(path: name, standingFor: path)
        }
    }

    /// How the text is read.
    func reading(_ spec: OutcomesSpec) -> OutcomesSpec {
        var spec = spec
        spec.format.encoding = .named(.utf8)
        spec.format.dialect = .comma
        return spec
    }

    /// A file without a name that lives as long as somebody holds it.
    private final class Spool: Sendable {
        private let descriptor: CInt

        init(for path: String) throws(SourceError) {
            let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
            var name = Array("\(folder)/riktmarke-sheet-XXXXXX".utf8CString)
            descriptor = mkstemp(&name)
            guard descriptor >= 0 else {
                throw SourceError(
                    WorkbookError(.cannotWrite, detail: String(cString: strerror(errno))),
                    path: path)
            }
            unlink(name)
        }

        deinit {
            close(descriptor)
        }

        /// The path by which the file can be opened again, though it has no name.
        var name: String { "/proc/self/fd/\(descriptor)" }

        func write(_ bytes: borrowing [UInt8]) throws(WorkbookError) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                }
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    throw WorkbookError(.cannotWrite, detail: String(cString: strerror(errno)))
                }
            }
        }
    }
}
