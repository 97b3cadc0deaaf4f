public import Diagnostics
internal import Glibc

/// Why output could not be written.
public enum OutputError: DiagnosticConvertible, Sendable, Hashable {
    /// Whoever read standard output has gone: nothing went wrong.
    case readerGone
    /// A file cannot be made; `reason` is the operating system's.
    case cannotCreate(path: String, reason: String)
    /// The path is a folder.
    case isFolder(path: String)
    /// Writing failed; `path` is `nil` for standard output.
    case writeFailed(path: String?, reason: String, isFull: Bool)

    /// The message; none when only the reader has gone.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .readerGone: []
        case .cannotCreate(let path, let reason):
            [
                Diagnostic(
                    .error, code: "output.cannot-create",
                    Text(
                        sv: "utfilen kan inte skapas: \(reason)",
                        en: "the output file cannot be created: \(reason)"), at: .file(path: path),
                    hint: Text(
                        sv: "ange en mapp som finns och som du får skriva i",
                        en: "name a folder that exists and that you may write to"))
            ]
        case .isFolder(let path):
            [
                Diagnostic(
                    .error, code: "output.is-folder",
                    Text(sv: "utfilen är en mapp", en: "the output file is a folder"),
                    at: .file(path: path),
                    hint: Text(sv: "ange ett filnamn i mappen", en: "name a file in the folder"))
            ]
        case .writeFailed(let path, let reason, let isFull):
            [
                Diagnostic(
                    .error, code: "output.write-failed",
                    Text(
                        sv: "det gick inte att skriva: \(reason)", en: "writing failed: \(reason)"),
                    at: path.map { .file(path: $0) },
                    hint: isFull
                        ? Text(
                            sv: "gör plats på disken eller skriv någon annanstans med --output",
                            en: "free space on the disk, or write elsewhere with --output") : nil,
                    notes: path == nil
                        ? []
                        : [
                            Text(
                                sv: "en fil som fanns där förut är orörd",
                                en: "a file that was there before is untouched")
                        ])
            ]
        }
    }

    /// The status to exit with.
    public var exitStatus: ExitStatus {
        switch self {
        case .readerGone: .ok
        case .cannotCreate, .isFolder: .cannotCreate
        case .writeFailed: .inputOutput
        }
    }

    /// The error of a failed write.
    static func writing(to path: String?, _ number: Int32) -> OutputError {
        if path == nil, number == EPIPE { return .readerGone }
        return .writeFailed(
            path: path, reason: String(cString: strerror(number)),
            isFull: number == ENOSPC || number == EDQUOT)
    }
}
