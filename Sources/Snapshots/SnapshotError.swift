public import Diagnostics
internal import SystemPackage

/// Why a file or a snapshot cannot be read or kept.
public struct SnapshotError: DiagnosticConvertible, Sendable, Hashable {
    /// What kind of problem it is; its raw value is part of a diagnostic's code.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// There is no such file or snapshot.
        case notFound = "not-found"
        /// The path names something else than a file.
        case notAFile = "not-a-file"
        /// The file may not be read or written by this user.
        case denied = "denied"
        /// The operating system failed while reading.
        case cannotRead = "cannot-read"
        /// The operating system failed while writing, as when the disk is full.
        case cannotWrite = "cannot-write"
        /// Compressed bytes are damaged.
        case damaged
        /// Compressed bytes, or a manifest, end too early.
        case cutOff = "cut-off"
        /// The file was written to while it was read.
        case changed
        /// Kept bytes are no longer those that were kept.
        case wrongDigest = "wrong-digest"
        /// A manifest is not in a form that this program knows.
        case unknownManifest = "unknown-manifest"
        /// OpenSSL or zlib has no memory, or refused to work.
        case library
    }

    /// What kind of problem it is.
    public var code: Code
    /// The file or folder.
    public var path: String
    /// What the system said, or what was found; may be empty.
    public var detail: String

    /// Creates an error from its parts.
    public init(_ code: Code, path: String, detail: String = "") {
        self.code = code
        self.path = path
        self.detail = detail
    }

    init(_ code: Code, _ path: FilePath, _ problem: Errno) {
        let kind: Code =
            switch problem {
            case .noSuchFileOrDirectory, .notDirectory: .notFound
            case .permissionDenied, .notPermitted, .readOnlyFileSystem: .denied
            default: code
            }
        self.init(kind, path: path.string, detail: "\(problem)")
    }

    /// The status that the tool should exit with.
    public var exitStatus: ExitStatus {
        switch code {
        case .notFound, .notAFile: .noInput
        case .denied: .permission
        case .cannotRead, .cannotWrite, .changed: .inputOutput
        case .damaged, .cutOff, .wrongDigest, .unknownManifest: .data
        case .library: .software
        }
    }

    /// The message.
    public var diagnostics: [Diagnostic] {
        [
            Diagnostic(
                .error, code: "snapshot.\(code.rawValue)", message, at: .file(path: path),
                hint: hint, notes: detail.isEmpty ? [] : [Text(verbatim: detail)])
        ]
    }

    private var message: Text {
        switch code {
        case .notFound: Text(sv: "filen finns inte", en: "there is no such file")
        case .notAFile: Text(sv: "sökvägen är ingen fil", en: "the path is no file")
        case .denied:
            Text(sv: "den här användaren får inte", en: "this user is not allowed to")
        case .cannotRead: Text(sv: "läsningen misslyckades", en: "reading failed")
        case .cannotWrite: Text(sv: "skrivningen misslyckades", en: "writing failed")
        case .damaged:
            Text(sv: "de komprimerade byten är skadade", en: "the compressed bytes are damaged")
        case .cutOff:
            Text(
                sv: "filen slutar för tidigt",
                en: "the file ends too early")
        case .changed:
            Text(
                sv: "filen ändrades medan den lästes",
                en: "the file was changed while it was being read")
        case .wrongDigest:
            Text(
                sv: "det sparade är inte längre det som sparades",
                en: "what was kept is no longer what it was")
        case .unknownManifest:
            Text(
                sv: "förteckningen har inte en form som känns igen",
                en: "the manifest has a form that is not known")
        case .library:
            Text(sv: "OpenSSL eller zlib vägrade", en: "OpenSSL or zlib refused to work")
        }
    }

    private var hint: Text? {
        switch code {
        case .damaged, .cutOff:
            Text(
                sv: "Hämta filen igen; den är avbruten eller skadad.",
                en: "Fetch the file again; it is cut off or damaged.")
        case .wrongDigest:
            Text(
                sv: "Disken eller någon annan har ändrat den; hämta från Kolada igen.",
                en: "The disk or somebody has changed it; fetch from Kolada again.")
        default: nil
        }
    }
}
