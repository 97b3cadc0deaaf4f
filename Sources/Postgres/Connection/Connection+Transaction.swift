internal import CLibPQ

/// What a transaction may do.
public enum TransactionMode: Sendable, Hashable {
    /// Reads and writes; each statement sees what was committed before it.
    case readWrite
    /// Reads only; each statement sees what was committed before it.
    case readOnly
    /// Reads only, and all statements see the same state: for answers made of several queries.
    case readOnlyRepeatableRead

    var clause: String {
        switch self {
        case .readWrite: "ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .readOnly: "ISOLATION LEVEL READ COMMITTED READ ONLY"
        case .readOnlyRepeatableRead: "ISOLATION LEVEL REPEATABLE READ READ ONLY"
        }
    }

    /// Whether this may be asked for inside a transaction of another mode.
    func fits(within outer: TransactionMode) -> Bool {
        switch (outer, self) {
        case (.readWrite, .readOnlyRepeatableRead), (.readOnly, .readOnlyRepeatableRead): false
        case (.readOnly, .readWrite), (.readOnlyRepeatableRead, .readWrite): false
        default: true
        }
    }
}

/// What a connection remembers of its open transaction.
struct TransactionScope {
    let mode: TransactionMode
    var savepoints = 0
    /// The first error in it; the reason, if it cannot be committed.
    var firstFailure: PostgresError?
}

extension Connection {
    /// Runs a closure in a transaction: committed if it returns, rolled back if it throws.
    ///
    /// Inside of another transaction this makes a savepoint, and the error of the closure undoes
    /// only what happened since. The closure's own error comes out as it is. Beside it there are:
    /// ``PostgresError/Code/commitFailed`` (nothing is kept),
    /// ``PostgresError/Code/commitOutcomeUnknown`` (the connection broke during COMMIT), and
    /// ``PostgresError/Code/rollbackFailed`` (with the closure's error as the underlying one).
    ///
    /// - Parameters:
    ///   - mode: What the transaction may do; inside of another one it cannot ask for more.
    ///   - body: The work; it uses the connection it is passed.
    /// - Returns: What `body` returns, after the commit.
    /// - Throws: What `body` throws, or ``PostgresError``.
    @discardableResult
    public mutating func transaction<R>(
        _ mode: TransactionMode = .readWrite, _ body: (inout Connection) throws -> R
    ) throws -> R {
        if let outer = scope?.mode {
            guard mode.fits(within: outer) else {
                throw PostgresError(
                    .protocolMisuse, "a \(mode) transaction is not possible within \(outer)")
            }
            return try savepoint(restrictedTo: mode == outer ? nil : mode, body)
        }
        try beginTransaction(mode)
        let result: R
        do {
            result = try body(&self)
            try refuseIfCancelled()
        } catch {
            scope = nil
            throw rolledBack(by: "ROLLBACK", after: error)
        }
        try commit()
        return result
    }

    /// Reads in one state of the database as the last thing that is done with a connection.
    ///
    /// As ``transaction(_:_:)`` with ``TransactionMode/readOnlyRepeatableRead``, but the transaction
    /// stays open: there is nothing to commit, and the connection, which is to be ended, takes it along.
    /// It begins with the first statement, in the same message.
    mutating func readToTheEnd<R>(
        _ body: (inout Connection) throws -> R
    ) throws -> R {
        guard scope == nil else {
            throw PostgresError(.protocolMisuse, "a transaction is open already")
        }
        let mode = TransactionMode.readOnlyRepeatableRead
        try refuseIfCancelled()
        ahead.command = "BEGIN \(mode.clause)"
        scope = TransactionScope(mode: mode)
        let result = try body(&self)
        let hasAsked = ahead.command.take() == nil
        ahead.questions = []
        try dropUnread()
        try refuseIfCancelled()
        switch PQtransactionStatus(handle) {
        case PQTRANS_INTRANS: return result
        case PQTRANS_INERROR: throw failedBeforeEnd("the transaction")
        case PQTRANS_IDLE:
            // Where nothing was asked the transaction was not begun either.
            guard hasAsked else { return result }
            throw Self.endedByHand(nil)
        default:
            throw PostgresError(.connectionLost, "the connection was lost before the reading ended")
        }
    }

    /// Runs a closure between a savepoint and its release, inside of a transaction.
    ///
    /// If the closure throws, all it did is undone, and the transaction can go on.
    @discardableResult
    public mutating func savepoint<R>(
        _ body: (inout Connection) throws -> R
    ) throws -> R {
        guard scope != nil else {
            throw PostgresError(.protocolMisuse, "a savepoint needs a transaction around it")
        }
        return try savepoint(restrictedTo: nil, body)
    }

    private mutating func savepoint<R>(
        restrictedTo mode: TransactionMode?, _ body: (inout Connection) throws -> R
    ) throws -> R {
        try refuseIfCancelled()
        let earlierFailure = scope?.firstFailure
        let name = "savepoint_\((scope?.savepoints ?? 0) + 1)"
        try command("SAVEPOINT \(name)")
        scope?.savepoints += 1
        defer { scope?.savepoints -= 1 }
        let undo = "ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)"
        do {
            if mode != nil {
                // The server lifts this with the savepoint.
                try command("SET TRANSACTION READ ONLY")
            }
            let result = try body(&self)
            guard PQtransactionStatus(handle) != PQTRANS_INERROR else {
                throw failedBeforeEnd("the savepoint")
            }
            try command("RELEASE SAVEPOINT \(name)")
            return result
        } catch {
            scope?.firstFailure = earlierFailure
            throw rolledBack(by: undo, after: error)
        }
    }

    private mutating func beginTransaction(_ mode: TransactionMode) throws(PostgresError) {
        try refuseIfCancelled()
        try command("BEGIN \(mode.clause)")
        scope = TransactionScope(mode: mode)
    }

    private func refuseIfCancelled() throws(PostgresError) {
        if cancellation.takeRequest() { throw PostgresError.cancelledByRequest }
    }

    /// Undoes, and gives the error to throw: the one given, unless undoing fails too.
    private mutating func rolledBack(
        by statement: String, after error: any Error
    ) -> any Error {
        // Without a connection, or after a COMMIT by hand, there is nothing to undo.
        guard !isBroken, PQtransactionStatus(handle) != PQTRANS_IDLE else { return error }
        do throws(PostgresError) {
            try command(statement)
            return error
        } catch let rollbackError {
            return PostgresError(
                .rollbackFailed, "the rollback failed: \(rollbackError.message)",
                sqlState: rollbackError.sqlState, statement: statement, underlying: error)
        }
    }

    private func failedBeforeEnd(_ what: String) -> PostgresError {
        PostgresError(
            .commitFailed, "\(what) was rolled back: a statement in it had failed",
            sqlState: .inFailedTransaction, underlying: scope?.firstFailure)
    }

    private mutating func commit() throws(PostgresError) {
        defer { scope = nil }
        guard !isBroken else {
            throw PostgresError(.connectionLost, "the connection was lost before COMMIT")
        }
        guard PQtransactionStatus(handle) != PQTRANS_IDLE else { throw Self.endedByHand(nil) }
        let result: ResultSet
        do throws(PostgresError) {
            result = try command("COMMIT")
        } catch {
            var error = error
            if isBroken {
                error.code = .commitOutcomeUnknown
                error.hint = "find out by looking at the data before doing it again"
            } else {
                error.code = .commitFailed
            }
            throw error
        }
        // The server answers COMMIT with ROLLBACK, and no error, if a statement had failed.
        guard result.commandTag == "COMMIT" else { throw failedBeforeEnd("the transaction") }
    }
}
