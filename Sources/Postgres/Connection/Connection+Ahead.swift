internal import CLibPQ

/// A command that is sent together with the statement after it.
extension Connection {
    /// Sends a command and a statement in one message, and reads the answers of both.
    ///
    /// To wait for an answer that says nothing costs a sleep and a wake-up on both sides. Where the command
    /// fails the statement is not run, and the command's error is thrown.
    mutating func exchange(
        behind command: String, _ statement: String, _ send: (OpaquePointer) -> Bool
    ) throws(PostgresError) -> ResultSet {
        try cancellation.statementBegins()
        let isSent =
            PQenterPipelineMode(handle) == 1
            && PQsendQueryParams(handle, command, 0, nil, nil, nil, nil, 1) == 1
            && send(handle) && PQpipelineSync(handle) == 1
        guard isSent else {
            throw ended(with: PostgresError(sendingOn: handle, statement: statement))
        }
        let result: ResultSet
        do throws(PostgresError) {
            result = try answers(to: command, statement)
        } catch {
            throw ended(with: error)
        }
        cancellation.statementEnds()
        try settle(statement)
        return result
    }

    /// Reads both answers to their ends, and what marks the end of the message.
    private mutating func answers(
        to command: String, _ statement: String
    ) throws(PostgresError) -> ResultSet {
        var failure: PostgresError?
        var last: ResultSet?
        for text in [command, statement] {
            do throws(PostgresError) {
                try readAnswers(to: text) { (result: consuming ResultSet) in last = consume result }
            } catch {
                failure = failure ?? error
            }
        }
        if let mark = nextResult() { PQclear(mark) }
        PQexitPipelineMode(handle)
        if let failure { throw failure }
        guard let last else { throw PostgresError(sendingOn: handle, statement: statement) }
        return last
    }
}
