/// An error that can explain itself to a person and choose the exit status.
public protocol DiagnosticConvertible: Error {
    /// The messages, the most important first.
    var diagnostics: [Diagnostic] { get }
    /// The status that the tool should exit with.
    var exitStatus: ExitStatus { get }
}

/// One or more diagnostics that end a piece of work, with the status to exit with.
public struct Failure: DiagnosticConvertible, Sendable {
    /// The messages, the most important first.
    public var diagnostics: [Diagnostic]
    /// The status that the tool should exit with.
    public var exitStatus: ExitStatus

    /// Creates a failure from collected diagnostics.
    public init(_ exitStatus: ExitStatus, _ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
        self.exitStatus = exitStatus
    }

    /// Creates a failure from a single error message.
    public init(
        _ exitStatus: ExitStatus, code: String, _ message: Text,
        at location: SourceLocation? = nil, hint: Text? = nil, notes: [Text] = []
    ) {
        self.init(
            exitStatus,
            [Diagnostic(.error, code: code, message, at: location, hint: hint, notes: notes)])
    }
}
