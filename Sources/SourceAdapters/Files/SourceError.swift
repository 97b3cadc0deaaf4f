public import Diagnostics

/// Why a source, or one of its files, cannot be read at all.
///
/// What is wrong with single rows and cells is no error but a ``Reject``.
public struct SourceError: DiagnosticConvertible, Sendable, Hashable {
    /// The messages, the most important first.
    public var diagnostics: [Diagnostic]
    /// The status that the tool should exit with.
    public var exitStatus: ExitStatus

    /// Creates an error from collected diagnostics.
    public init(_ exitStatus: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
        self.exitStatus = exitStatus
    }

    /// Creates an error from one message.
    init(
        _ exitStatus: ExitStatus, code: String, _ message: Text,
        at location: SourceLocation? = nil, hint: Text? = nil, notes: [Text] = []
    ) {
        self.init(
            exitStatus,
            [Diagnostic(.error, code: code, message, at: location, hint: hint, notes: notes)])
    }
}
