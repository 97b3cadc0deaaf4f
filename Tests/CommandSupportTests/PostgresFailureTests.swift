import Diagnostics
import LocalServer
import Postgres
import Testing

import enum Diagnostics.ExitStatus

@testable import CommandSupport

struct PostgresFailureTests {
    @Test(
        arguments: [
            (.connectionFailed, nil, .unavailable, "database.unreachable"),
            (.connectionFailed, "08006", .unavailable, "database.unreachable"),
            (.connectionFailed, "57P03", .unavailable, "database.unreachable"),
            (.connectionFailed, "3D000", .configuration, "database.missing"),
            (.connectionFailed, "53300", .tryAgain, "database.try-again"),
            (.authenticationFailed, "28P01", .permission, "database.denied"),
            (.authenticationFailed, nil, .permission, "database.denied"),
            (.server, "42501", .permission, "database.denied"),
            (.server, "25006", .permission, "database.denied"),
            (.server, "40001", .tryAgain, "database.try-again"),
            (.server, "40P01", .tryAgain, "database.try-again"),
            (.server, "55P03", .tryAgain, "database.try-again"),
            (.connectionLost, "57P01", .tryAgain, "database.try-again"),
            (.connectionLost, nil, .unavailable, "database.unreachable"),
            (.cancelled, "57014", .interrupted, "database.cancelled"),
            (.server, "57014", .tryAgain, "database.try-again"),
            (.server, "42P01", .configuration, "database.schema"),
            (.server, "3F000", .configuration, "database.schema"),
            (.server, "42883", .configuration, "database.schema"),
            (.server, "53100", .inputOutput, "database.disk-full"),
            (.server, "23505", .data, "database.constraint"),
            (.server, "42601", .software, "database.fault"),
            (.server, "22003", .software, "database.fault"),
            (.decoding, nil, .software, "database.fault"),
            (.configuration, nil, .configuration, "database.configuration"),
            (.commitOutcomeUnknown, nil, .unavailable, "database.outcome-unknown"),
        ] as [(PostgresError.Code, SQLState?, ExitStatus, String)])
    func `gives each kind of error its status and code`(
        code: PostgresError.Code, state: SQLState?, status: ExitStatus, name: String
    ) {
        let failure = PostgresError(code, "nej", sqlState: state).failure(isVerbose: false)
        #expect(failure.exitStatus == status)
        #expect(failure.diagnostics.map(\.code) == [name])
    }

    @Test func `tells a missing role from other invalid values`() {
        let missing = PostgresError(
            .connectionFailed, "connection failed: FATAL: role \"riktmarke_read\" does not exist",
            sqlState: "22023")
        #expect(
            missing.failure(isVerbose: false).diagnostics.map(\.code) == ["database.role-missing"])
        #expect(missing.failure(isVerbose: false).exitStatus == .configuration)
        let hint = missing.failure(isVerbose: false).diagnostics.first?.hint
        #expect(hint?.en.contains("riktmarke-etl migrate") == true)
        let other = PostgresError(.server, "invalid value", sqlState: "22023")
        #expect(other.failure(isVerbose: false).diagnostics.map(\.code) == ["database.fault"])
    }

    @Test func `keeps the server's words, the statement only when verbose`() {
        var error = PostgresError(
            .server, "first line\nsecond line", sqlState: "23505", detail: "Key exists.",
            hint: "Look.", statement: "INSERT INTO t VALUES ($1)")
        error.constraint = "t_key"
        error.schema = "dw"
        error.table = "t"
        let brief = error.failure(isVerbose: false).diagnostics.first
        #expect(brief?.message.en == "the database refuses the data: first line")
        #expect(brief?.location == .table(name: "dw.t"))
        #expect(
            brief?.notes.map(\.en) == [
                "second line", "Key exists.", "the server suggests: Look.", "constraint: t_key",
                "SQLSTATE 23505",
            ])
        let verbose = error.failure(isVerbose: true).diagnostics.first
        #expect(verbose?.notes.contains { $0.en.contains("INSERT INTO t") } == true)
    }

    @Test func `explains the cause when the rollback failed after it`() {
        let cause = PostgresError(.server, "cause", sqlState: "40001")
        let error = PostgresError(.rollbackFailed, "rollback", underlying: cause)
        #expect(error.failure(isVerbose: false).exitStatus == .tryAgain)
    }

    @Test func `explains whatever is thrown`() {
        struct Odd: Error {}
        #expect(Explanation.failure(of: Odd(), isVerbose: false).exitStatus == .software)
        #expect(
            Explanation.failure(of: CancellationError(), isVerbose: false).exitStatus
                == .interrupted)
        let server = LocalServerError(
            .noServerProgram, Text(verbatim: "no server"), hint: Text(verbatim: "install it"))
        let failure = Explanation.failure(of: server, isVerbose: false)
        #expect(failure.exitStatus == .unavailable)
        #expect(failure.diagnostics.first?.code == "server.not-installed")
        #expect(
            Explanation.failure(of: OutputError.readerGone, isVerbose: false).exitStatus == .ok)
    }
}
