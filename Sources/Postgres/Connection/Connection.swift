internal import CLibPQ

/// A connection to a PostgreSQL server, owned by one place at a time.
///
/// All calls block until the server has answered. From asynchronous code use ``Session``, which
/// keeps a connection on a thread of its own.
///
/// ```swift
/// var connection = try Connection(
///     ConnectionOptions(target: .environment, applicationName: "example"))
/// let rows = try connection.query(
///     "SELECT name, population FROM city WHERE country = \(country)",
///     as: String.self, Int.self)
/// ```
///
/// ## Topics
/// - Reading: ``query(_:as:)``, ``queryOne(_:as:)``, ``forEachRow(_:_:)``
/// - Writing: ``execute(_:)``, ``copyIn(into:columns:_:)``, ``runScript(_:)``
/// - Transactions: ``transaction(_:_:)``, ``savepoint(_:)``
public struct Connection: ~Copyable {
    let handle: OpaquePointer
    let notices: NoticeInbox
    /// Cancels what this connection is doing; may be handed to any thread.
    public let cancellation: CancellationHandle
    /// The transaction that is open, if any.
    var scope: TransactionScope?
    /// What goes together with the next statement, and what has gone with the last one.
    var ahead = AheadOfTime()
    /// What may come in while an answer is waited for, if anything.
    let interruption: WaitInterruption?

    /// Connects to a server.
    public init(_ options: ConnectionOptions) throws(PostgresError) {
        try self.init(ConnectionAttempt(options))
    }

    /// Completes an attempt to connect.
    ///
    /// - Parameters:
    ///   - attempt: The attempt.
    ///   - interruption: What may come in while the server is waited for, now and later.
    /// - Throws: ``PostgresError``.
    init(
        _ attempt: consuming ConnectionAttempt, interruption: WaitInterruption? = nil
    ) throws(PostgresError) {
        var attempt = attempt
        handle = try attempt.finish(interruption)
        self.interruption = interruption
        notices = NoticeInbox()
        cancellation = CancellationHandle(handle)
        notices.attach(to: handle)
    }

    deinit {
        cancellation.close()
        PQfinish(handle)
    }

    /// Ends the connection.
    public consuming func close() {}

    /// The server's version as a number, such as 150018 for 15.18.
    public var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// Whether a transaction is open, so that a further one is a savepoint in it.
    public var isInTransaction: Bool { scope != nil }

    /// Whether the connection is lost; nothing can be done with it any more.
    public var isBroken: Bool { PQstatus(handle) == CONNECTION_BAD }

    /// Takes the remarks the server has made since this was last called.
    public mutating func takeNotices() -> [Notice] {
        notices.take()
    }

    /// Quotes an identifier so that it can stand in a statement, whatever it holds.
    public func escapeIdentifier(_ identifier: String) throws(PostgresError) -> String {
        if let problem = identifierProblem(identifier) {
            throw PostgresError(.encoding, problem)
        }
        let length = identifier.utf8.count
        let escaped = identifier.withCString { PQescapeIdentifier(handle, $0, length) }
        guard let escaped else { throw PostgresError(sendingOn: handle, statement: nil) }
        defer { PQfreemem(escaped) }
        return String(cString: escaped)
    }
}
