/// A message that tells what went wrong, where, and what to do about it.
///
/// Libraries make diagnostics and never print them; `CommandSupport` renders them in one layout.
public struct Diagnostic: Error, Sendable, Hashable {
    /// How much a diagnostic weighs.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        /// Background that helps to understand another message.
        case note
        /// Something doubtful that does not stop the work.
        case warning
        /// Something that makes the work, or a part of it, impossible.
        case error

        /// Orders severities from note to error.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A stable, documented identifier such as `spec.unknown-key`; scripts may rely on it.
    public var code: String
    /// How much the message weighs.
    public var severity: Severity
    /// What happened: one sentence, values in quotes.
    public var message: Text
    /// Where it happened, if it has a place.
    public var location: SourceLocation?
    /// How to fix it: an imperative sentence, with a command where there is one.
    public var hint: Text?
    /// Further facts, a line each.
    public var notes: [Text]

    /// Creates a diagnostic.
    public init(
        _ severity: Severity, code: String, _ message: Text, at location: SourceLocation? = nil,
        hint: Text? = nil, notes: [Text] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.location = location
        self.hint = hint
        self.notes = notes
    }
}
