internal import CLibPQ
internal import Glibc

/// A connection that is being made.
struct ConnectionAttempt: ~Copyable {
    /// Owned until the connection is there, and then given away.
    private var handle: OpaquePointer?
    private let resolved: [String: String]
    private let seconds: Int?
    /// What libpq waits for before its next step.
    private var direction = PGRES_POLLING_WRITING

    /// Begins to connect; returns as soon as the system has been asked for a socket.
    init(_ options: ConnectionOptions) throws(PostgresError) {
        let explicit: [String: String] =
            switch options.target {
            case .conninfo(let text): try ConnectionKeywords.parse(text)
            case .environment: [:]
            case .keywords(let keywords): keywords
            }
        let resolved = try ConnectionKeywords.resolve(explicit)
        var keywords = explicit
        keywords["client_encoding"] = "UTF8"
        keywords["fallback_application_name"] = options.applicationName
        keywords["options"] = try StartupOptions.text(
            settings: options.settings, role: options.role, userOptions: resolved["options"])
        let invalid = keywords.first { $0.key.utf8.contains(0) || $0.value.utf8.contains(0) }
        guard invalid == nil else {
            throw PostgresError(.configuration, "a connection setting holds a NUL byte")
        }
        let handle = ConnectionKeywords.withKeywordArrays(keywords) {
            PQconnectStartParams($0, $1, 0)
        }
        guard let handle else { throw PostgresError(.connectionFailed, "out of memory") }
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        self.handle = handle
        self.resolved = resolved
        seconds = Self.timeout(options, resolved: resolved)
    }

    deinit { if let handle { PQfinish(handle) } }

    /// The seconds for the whole attempt: libpq's `connect_timeout` is for one host.
    private static func timeout(
        _ options: ConnectionOptions, resolved: [String: String]
    ) -> Int? {
        let seconds = resolved["connect_timeout"].flatMap { Int($0) } ?? options.connectTimeout
        let hosts = (resolved["hostaddr"] ?? resolved["host"] ?? "").count { $0 == "," } + 1
        // Any more is for ever, and must not overflow.
        return seconds > 0 ? min(seconds, 1_000_000) * hosts : nil
    }

    /// Takes the first step if that needs no waiting: on a local socket the request to connect is sent.
    mutating func advance() {
        guard let handle, PQstatus(handle) != CONNECTION_BAD else { return }
        if case .ready = wait(on: handle, milliseconds: 0, nil) {
            direction = PQconnectPoll(handle)
        }
    }

    /// Waits for what libpq's next step needs.
    private func wait(
        on handle: OpaquePointer, milliseconds: Int32, _ interruption: WaitInterruption?
    ) -> WaitInterruption.WaitEnd {
        WaitInterruption.wait(
            on: PQsocket(handle), for: direction == PGRES_POLLING_READING ? POLLIN : POLLOUT,
            milliseconds: milliseconds, interruption)
    }

    /// Drives the connection to its end.
    ///
    /// Step by step rather than with `PQconnectdbParams`, because only so can the message be
    /// asked to carry its SQLSTATE: a wrong password must not be told from a missing database
    /// by words in whatever language the server speaks.
    ///
    /// - Parameter interruption: What may come in meanwhile; if it cancels the task, the attempt is given up.
    /// - Returns: The connection; the caller owns it and must finish it.
    /// - Throws: ``PostgresError``.
    mutating func finish(
        _ interruption: WaitInterruption?
    ) throws(PostgresError) -> OpaquePointer {
        guard let handle else {
            throw PostgresError(.protocolMisuse, "the attempt to connect is over")
        }
        let clock = ContinuousClock()
        let deadline = seconds.map { clock.now + .seconds($0) }
        while PQstatus(handle) != CONNECTION_BAD, direction != PGRES_POLLING_FAILED {
            if direction == PGRES_POLLING_OK {
                PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
                self.handle = nil
                return handle
            }
            var left: Int32 = -1
            if let deadline {
                let duration = clock.now.duration(to: deadline)
                left = Int32(clamping: max(0, Int64(duration / .milliseconds(1))))
            }
            // Another thread may take what comes in, and cancel the task a moment later.
            let step = interruption == nil ? left : left < 0 ? 200 : min(left, 200)
            switch wait(on: handle, milliseconds: step, interruption) {
            case .ready, .failed:
                // What failed with the socket libpq finds out, and says.
                direction = PQconnectPoll(handle)
            case .interrupted,
                .timedOut where step != left:
                guard !Task.isCancelled else { throw PostgresError.cancelledByRequest }
            case .timedOut:
                throw PostgresError(
                    .connectionFailed,
                    "the server did not answer within \(seconds ?? 0) seconds",
                    detail: "target: \(ConnectionKeywords.redacted(Self.place(resolved)))")
            }
        }
        throw Self.failure(of: handle, resolved: resolved)
    }

    private static func place(_ resolved: [String: String]) -> [String: String] {
        resolved.filter { ["host", "hostaddr", "port", "dbname", "user"].contains($0.key) }
    }

    private static func failure(
        of handle: OpaquePointer, resolved: [String: String]
    ) -> PostgresError {
        let report = ConnectionFailureReport(
            ConnectionKeywords.redact(
                trimmed(PQerrorMessage(handle)) ?? "no connection", using: resolved))
        let refused =
            PQconnectionNeedsPassword(handle) == 1
            || SQLState.Class.invalidAuthorization ~= report.sqlState
        var error = PostgresError(
            refused ? .authenticationFailed : .connectionFailed, report.message,
            sqlState: report.sqlState)
        error.detail = "target: \(ConnectionKeywords.redacted(place(resolved)))"
        if refused {
            error.hint =
                "give the password by PGPASSWORD or a password file (~/.pgpass), and check the user"
        }
        return error
    }
}

/// Takes libpq's verbose report of a failed attempt apart.
///
/// It looks like `connection to server … failed: FATAL:  28P01: password …` and a line
/// `LOCATION:  …`; the words are translated, the layout is not.
struct ConnectionFailureReport {
    private(set) var message: String
    private(set) var sqlState: SQLState?

    init(_ report: String) {
        var lines: [String] = []
        for line in report.split(separator: "\n", omittingEmptySubsequences: false) {
            if Self.isLocation(line) { continue }
            guard let (before, state, after) = Self.splitAtState(line) else {
                lines.append(String(line))
                continue
            }
            // With several hosts the last answer counts, as it does for libpq.
            sqlState = SQLState(rawValue: state)
            lines.append("\(before): \(after)")
        }
        message = lines.joined(separator: "\n")
    }

    /// Finds `:  28P01: ` in a line.
    private static func splitAtState(
        _ line: Substring
    ) -> (before: Substring, state: String, after: Substring)? {
        var rest = line
        while let marker = rest.firstRange(of: ":  ") {
            let candidate = rest[marker.upperBound...]
            let state = candidate.prefix(5)
            let after = candidate.dropFirst(5)
            if state.utf8.count == 5, after.hasPrefix(": "),
                state.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isUppercase) })
            {
                return (line[..<marker.lowerBound], String(state), after.dropFirst(2))
            }
            rest = candidate
        }
        return nil
    }

    /// Recognises `LOCATION:  auth_failed, auth.c:338` in any language.
    private static func isLocation(_ line: Substring) -> Bool {
        guard let place = line.firstRange(of: ".c:") else { return false }
        let number = line[place.upperBound...]
        return line.contains(":  ") && !number.isEmpty && number.allSatisfy(\.isNumber)
    }
}
