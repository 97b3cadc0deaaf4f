internal import CLibPQ

/// What goes to the server in one message with the next statement, and what has gone with the last one.
struct AheadOfTime {
    /// A command before the next statement, such as BEGIN.
    var command: String?
    /// Statements behind it, which somebody is going to run.
    var questions: [SQL] = []
    /// Statements that the server has been sent and whose answers nobody has read, in their order.
    var unread: [Asked] = []

    /// A statement that was sent, so that it is known again.
    struct Asked {
        let text: String
        let values: [UInt8]
    }
}

extension Connection {
    /// Whether statements were sent ahead whose answers nobody has read.
    public var hasUnreadAnswers: Bool { !ahead.unread.isEmpty }

    /// Sends a statement together with the next one, for somebody who is going to run it.
    ///
    /// Its answer is read when it is run with the same values, directly after that next one; the server has
    /// worked on it meanwhile, and nobody has slept and woken up for it. Whatever else is run throws
    /// the answer away. It is for reading alone, within a transaction; outside of one nothing is sent.
    ///
    /// - Parameter sql: The statement. If it fails, so does the transaction, whether it is run or not.
    /// - Throws: ``PostgresError`` for values that cannot be sent.
    public mutating func askAhead(_ sql: SQL) throws(PostgresError) {
        guard scope != nil else { return }
        _ = try ParameterBuffer(sql)
        ahead.questions.append(sql)
    }

    /// Sends a statement and comes back without its answer, so that the server works on it while the program
    /// does something else.
    ///
    /// Whatever is run next waits for it, and throws the error that it may have met. What asks for a
    /// cancellation meanwhile is heard by that next statement.
    ///
    /// - Parameter sql: The statement.
    /// - Throws: ``PostgresError`` where it cannot be sent, and outside of a transaction, where nobody might
    ///   ever hear how it ended.
    public mutating func leaveRunning(_ sql: SQL) throws(PostgresError) {
        let values = try ParameterBuffer(sql)
        guard scope != nil else {
            throw PostgresError(
                .protocolMisuse, "a statement can be left running within a transaction only")
        }
        try begin(sql.text) { (handle: OpaquePointer) in
            PQenterPipelineMode(handle) == 1 && values.send(sql.text, on: handle)
                && PQpipelineSync(handle) == 1
        }
        cancellation.statementEnds()
        ahead.unread = [AheadOfTime.Asked(text: sql.text, values: values.fingerprint)]
    }

    /// Sends a statement with what goes before and behind it, and reads its answer.
    ///
    /// To wait for an answer that says nothing, as BEGIN's does, costs a sleep and a wake-up on both sides.
    /// Where the command fails the statement is not run, and the command's error is thrown.
    mutating func exchangeWithAhead(
        _ statement: String, _ send: (OpaquePointer) -> Bool
    ) throws(PostgresError) -> ResultSet {
        try dropUnread()
        try statementBegins()
        let command = ahead.command.take()
        guard command != nil || isBroken || PQtransactionStatus(handle) != PQTRANS_IDLE else {
            throw ended(with: Self.endedByHand(statement))
        }
        guard let asked = sendMessage(command, send) else {
            throw ended(with: PostgresError(sendingOn: handle, statement: statement))
        }
        var failure: PostgresError?
        var last: ResultSet?
        for text in [command, statement].compactMap(\.self) {
            do throws(PostgresError) {
                try readAnswers(to: text) { (result: consuming ResultSet) in last = consume result }
            } catch {
                failure = failure ?? error
            }
        }
        ahead.unread = asked
        if asked.isEmpty || failure != nil { _ = endMessage() }
        if let failure { throw ended(with: told(failure)) }
        cancellation.statementEnds()
        if asked.isEmpty { try settle(statement) }
        guard let last else { throw PostgresError(sendingOn: handle, statement: statement) }
        return last
    }

    /// Reads the answer to a statement, if it is the next of those that have been sent already.
    mutating func answerToAsked(
        _ statement: String, _ values: borrowing ParameterBuffer
    ) throws(PostgresError) -> ResultSet? {
        guard let asked = ahead.unread.first, asked.text == statement,
            asked.values == values.fingerprint
        else { return nil }
        try statementBegins()
        ahead.unread.removeFirst()
        var last: ResultSet?
        do throws(PostgresError) {
            try readAnswers(to: statement) { (result: consuming ResultSet) in
                last = consume result
            }
        } catch {
            _ = endMessage()
            throw ended(with: told(error))
        }
        if ahead.unread.isEmpty { _ = endMessage() }
        cancellation.statementEnds()
        guard let last else { throw PostgresError(sendingOn: handle, statement: statement) }
        return last
    }

    /// Before something that goes by itself: forgets what was to go behind it, and sends what was to go before.
    mutating func sendWaiting() throws(PostgresError) {
        ahead.questions = []
        if let command = ahead.command.take() { try self.command(command) }
    }

    /// Reads and throws away what nobody has run.
    mutating func dropUnread() throws(PostgresError) {
        guard !ahead.unread.isEmpty else { return }
        if let failure = endMessage() { throw ended(with: told(failure)) }
    }

    /// The error of a statement within a message: that the connection is lost is found at the message's end.
    private func told(_ failure: PostgresError) -> PostgresError {
        var failure = failure
        if isBroken { failure.code = .connectionLost }
        return failure
    }

    /// Sends all that goes together; `nil` where that is not possible.
    private mutating func sendMessage(
        _ command: String?, _ send: (OpaquePointer) -> Bool
    ) -> [AheadOfTime.Asked]? {
        let questions = ahead.questions
        ahead.questions = []
        guard PQenterPipelineMode(handle) == 1 else { return nil }
        if let command {
            guard PQsendQueryParams(handle, command, 0, nil, nil, nil, nil, 1) == 1 else {
                return nil
            }
        }
        guard send(handle) else { return nil }
        var asked: [AheadOfTime.Asked] = []
        for question in questions {
            guard let values = try? ParameterBuffer(question),
                values.send(question.text, on: handle)
            else { return nil }
            asked.append(AheadOfTime.Asked(text: question.text, values: values.fingerprint))
        }
        return PQpipelineSync(handle) == 1 ? asked : nil
    }

    /// Reads what is left of the message to its end; gives the first error in it.
    private mutating func endMessage() -> PostgresError? {
        var failure: PostgresError?
        for asked in ahead.unread {
            do throws(PostgresError) {
                try readAnswers(to: asked.text) { _ in }
            } catch {
                failure = failure ?? error
            }
        }
        ahead.unread = []
        if let mark = nextResult() { PQclear(mark) }
        PQexitPipelineMode(handle)
        return failure
    }
}
