/// A connection that a session's thread makes before it takes on work, or the reason why not.
///
/// `@unchecked Sendable`: after it was made only the new thread calls its methods: `run` first, then
/// `result`, from the jobs that wait behind it.
final class SessionBeginning: @unchecked Sendable {
    private let options: @Sendable () throws -> ConnectionOptions
    private var connection: Connection?
    private var failure: (any Error)?

    /// Plans a connection; nothing is done yet.
    init(_ options: @escaping @Sendable () throws -> ConnectionOptions) {
        self.options = options
    }

    /// Connects and does the first work.
    func run(_ first: (inout Connection) throws -> Void) {
        do {
            var connection = try Connection(options())
            try first(&connection)
            self.connection = consume connection
        } catch {
            failure = error
        }
    }

    /// Hands over the connection, once.
    /// - Throws: what went wrong on the way.
    func result() throws -> Connection {
        if let failure { throw failure }
        guard let connection = connection.take() else {
            throw PostgresError(.protocolMisuse, "the session has not begun")
        }
        return connection
    }
}
