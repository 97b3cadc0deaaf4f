internal import CLibPQ
internal import Glibc

/// The one way every statement takes: begin, send, read all answers, leave nothing open.
extension Connection {
    /// Runs a statement with values; the user's statements can be cancelled.
    mutating func run(_ sql: SQL) throws(PostgresError) -> ResultSet {
        let parameters = try ParameterBuffer(sql)
        if let answer = try answerToAsked(sql.text, parameters) { return answer }
        let isAlone = ahead.command == nil && ahead.questions.isEmpty
        return isAlone
            ? try exchange(sql.text) { (handle: OpaquePointer) in
                parameters.send(sql.text, on: handle)
            }
            : try exchangeWithAhead(sql.text) { (handle: OpaquePointer) in
                parameters.send(sql.text, on: handle)
            }
    }

    /// Runs a text of this library's own, such as COMMIT; it is never cancelled.
    @discardableResult
    mutating func command(_ text: String) throws(PostgresError) -> ResultSet {
        // A failure of what nobody has run is the transaction's, which remembers it.
        try? dropUnread()
        try sendWaiting()
        guard PQsendQuery(handle, text) == 1 else {
            throw PostgresError(sendingOn: handle, statement: text)
        }
        return try answer(to: text)
    }

    /// Sends something and reads its answers.
    mutating func exchange(
        _ statement: String, _ send: (OpaquePointer) -> Bool
    ) throws(PostgresError) -> ResultSet {
        try begin(statement, send)
        let result: ResultSet
        do throws(PostgresError) {
            result = try answer(to: statement)
        } catch {
            throw ended(with: error)
        }
        cancellation.statementEnds()
        try settle(statement)
        return result
    }

    /// Sends something that can be cancelled; its answers are to be read by the caller.
    mutating func begin(
        _ statement: String, _ send: (OpaquePointer) -> Bool
    ) throws(PostgresError) {
        try dropUnread()
        try sendWaiting()
        try statementBegins()
        guard scope == nil || isBroken || PQtransactionStatus(handle) != PQTRANS_IDLE else {
            // What follows would be committed statement by statement.
            throw ended(with: Self.endedByHand(statement))
        }
        guard send(handle) else {
            throw ended(with: PostgresError(sendingOn: handle, statement: statement))
        }
    }

    /// Takes note that a statement is about to be sent; fails if it should not be.
    mutating func statementBegins() throws(PostgresError) {
        do throws(PostgresError) {
            try cancellation.statementBegins()
        } catch {
            throw remembered(error)
        }
    }

    /// Winds up a statement that failed.
    mutating func ended(with error: PostgresError) -> PostgresError {
        var error = error
        if cancellation.statementEnds(failed: error.sqlState == .queryCanceled) {
            error.code = .cancelled
        }
        if isBroken, error.sqlState == nil, let lastWords = notices.lastWords {
            error.sqlState = lastWords.sqlState
            error.detail = lastWords.message
        }
        if scope == nil, PQtransactionStatus(handle) != PQTRANS_IDLE, !isBroken {
            // A script of its own BEGIN failed in the middle.
            _ = try? command("ROLLBACK")
        }
        return remembered(error)
    }

    /// Keeps the first failure within a transaction, to tell later why it cannot be committed.
    private mutating func remembered(_ error: PostgresError) -> PostgresError {
        if scope?.firstFailure == nil { scope?.firstFailure = error }
        return error
    }

    /// Refuses a transaction begun or ended by hand: scopes do that.
    mutating func settle(_ statement: String) throws(PostgresError) {
        let isIdle = PQtransactionStatus(handle) == PQTRANS_IDLE
        guard isIdle != (scope == nil), !isBroken else { return }
        guard scope == nil else { throw Self.endedByHand(statement) }
        try command("ROLLBACK")
        throw PostgresError(
            .protocolMisuse, "the statement left a transaction open; it was rolled back",
            hint: "use transaction { } instead of BEGIN", statement: statement)
    }

    static func endedByHand(_ statement: String?) -> PostgresError {
        PostgresError(
            .protocolMisuse, "the transaction was ended inside of its own scope",
            hint: "leave COMMIT and ROLLBACK to transaction { }", statement: statement)
    }

    /// Reads every answer; the first error counts, or else the last result.
    private mutating func answer(to statement: String) throws(PostgresError) -> ResultSet {
        var last: ResultSet?
        try readAnswers(to: statement) { (result: consuming ResultSet) in last = consume result }
        guard let last else { throw PostgresError(sendingOn: handle, statement: statement) }
        return last
    }

    /// Reads every answer and passes those that are not errors; then throws the first error.
    func readAnswers(
        to statement: String, _ pass: (consuming ResultSet) -> Void
    ) throws(PostgresError) {
        var failure: PostgresError?
        while let pointer = nextResult() {
            let result = ResultSet(pointer)
            let status = PQresultStatus(pointer)
            switch status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
                pass(result)
            case PGRES_COPY_IN, PGRES_COPY_OUT:
                failure = failure ?? abandonCopy(status, statement)
            case _ where pqshim_is_streamed(pointer) != 0:
                pass(result)
            default:
                let error = PostgresError(result: pointer, on: handle, statement: statement)
                failure = failure ?? error
            }
        }
        guard var failure else { return }
        // The socket may have been found closed only after the error was read.
        if isBroken { failure.code = .connectionLost }
        throw failure
    }

    /// Waits for the next answer; `nil` after the last one.
    func nextResult() -> OpaquePointer? {
        // Where nothing can come in libpq waits by itself.
        while let interruption, PQisBusy(handle) == 1 {
            switch WaitInterruption.wait(
                on: PQsocket(handle), for: POLLIN, milliseconds: -1, interruption)
            {
            case .interrupted: continue
            case .ready, .timedOut, .failed: break
            }
            // What went wrong is told by the answer that libpq makes of it.
            guard PQconsumeInput(handle) == 1 else { break }
        }
        return PQgetResult(handle)
    }

    /// Ends a COPY that came by a way where nobody can feed or read it.
    private func abandonCopy(_ status: ExecStatusType, _ statement: String) -> PostgresError {
        if status == PGRES_COPY_IN {
            PQputCopyEnd(handle, "COPY is not possible here")
        } else {
            var line: UnsafeMutablePointer<CChar>?
            while PQgetCopyData(handle, &line, 0) > 0 { PQfreemem(line) }
        }
        return PostgresError(
            .protocolMisuse, "COPY to or from the client is not possible by this call",
            hint: "use copyIn(into:columns:)", statement: statement)
    }
}
