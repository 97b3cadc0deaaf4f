/// What went wrong between this program and a PostgreSQL server.
///
/// ``code`` says which kind of failure it is, ``sqlState`` which error the server named. The
/// other fields repeat what the server told, under the names of its manual. Passwords never
/// appear in any of them.
public struct PostgresError: Error, Sendable {
    /// The kind of failure.
    public var code: Code
    /// The server's code; `nil` if the failure was found on this side.
    public var sqlState: SQLState?
    /// What went wrong, in one sentence; in the server's language if it comes from there.
    public var message: String
    /// The server's further explanation.
    public var detail: String?
    /// The advice of the server, or of this library.
    public var hint: String?
    /// The name of the violated constraint.
    public var constraint: String?
    /// The schema the error is about.
    public var schema: String?
    /// The table the error is about.
    public var table: String?
    /// The column the error is about, of a table or of a result.
    public var column: String?
    /// The data type the error is about.
    public var dataType: String?
    /// Where in ``statement`` the error lies: a character, counted from 1.
    public var position: Int?
    /// The call stack on the server: PL/pgSQL lines, COPY lines and the like.
    public var where_: String?
    /// The statement that failed, with `$1` for the values.
    public var statement: String?
    /// The error that led to this one, such as the body's when a rollback fails after it.
    public var underlying: (any Error)?

    /// Describes a failure.
    public init(
        _ code: Code, _ message: String, sqlState: SQLState? = nil, detail: String? = nil,
        hint: String? = nil, statement: String? = nil, underlying: (any Error)? = nil
    ) {
        self.code = code
        self.message = message
        self.sqlState = sqlState
        self.detail = detail
        self.hint = hint
        self.statement = statement
        self.underlying = underlying
    }
}

extension PostgresError {
    /// The kind of a failure; a struct, so that new kinds break nobody's `switch`.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Base: String {
            case connectionFailed, authenticationFailed, connectionLost, configuration
            case server, decoding, encoding, cancelled, protocolMisuse
            case commitFailed, commitOutcomeUnknown, rollbackFailed
        }

        private let base: Base

        /// The name of the kind.
        public var description: String { base.rawValue }

        /// No connection could be made.
        public static let connectionFailed = Self(base: .connectionFailed)
        /// The server answered, but refused the user or the password.
        public static let authenticationFailed = Self(base: .authenticationFailed)
        /// The connection was there and is no more; a transaction on it is undone.
        public static let connectionLost = Self(base: .connectionLost)
        /// The connection string, a setting or a service file cannot be used.
        public static let configuration = Self(base: .configuration)
        /// The server reported an error; see ``PostgresError/sqlState``.
        public static let server = Self(base: .server)
        /// A value from the server does not fit the Swift type asked for.
        public static let decoding = Self(base: .decoding)
        /// A Swift value cannot be sent.
        public static let encoding = Self(base: .encoding)
        /// The work was cancelled from this side.
        public static let cancelled = Self(base: .cancelled)
        /// The library was used in a way that cannot work.
        public static let protocolMisuse = Self(base: .protocolMisuse)
        /// The transaction could not be committed: nothing of it is kept.
        public static let commitFailed = Self(base: .commitFailed)
        /// The connection broke during COMMIT: whether it took effect is unknown.
        public static let commitOutcomeUnknown = Self(base: .commitOutcomeUnknown)
        /// The body failed (``PostgresError/underlying``), and then the rollback did.
        public static let rollbackFailed = Self(base: .rollbackFailed)
    }
}

/// Why a single value could not be written or read; its place is added by who knows it.
public struct PostgresValueError: Error, Sendable, Hashable {
    /// The reason, a clause without a full stop.
    public let reason: String

    /// Gives a reason.
    public init(_ reason: String) {
        self.reason = reason
    }
}
