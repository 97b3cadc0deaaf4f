public import Diagnostics
public import Kolada
public import Snapshots

/// Why a file of values or a catalogue file cannot be read.
public enum KoladaReadError: DiagnosticConvertible, Sendable, Hashable {
    /// Its text is not what Kolada's API or its bulk file says.
    case format(KoladaFormatError)
    /// Its bytes cannot be had.
    case file(SnapshotError)

    /// The messages.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .format(let error): error.diagnostics
        case .file(let error): error.diagnostics
        }
    }

    /// The status that the tool should exit with.
    public var exitStatus: ExitStatus {
        switch self {
        case .format(let error): error.exitStatus
        case .file(let error): error.exitStatus
        }
    }
}
