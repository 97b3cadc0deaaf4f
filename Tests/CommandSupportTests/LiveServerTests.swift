import Diagnostics
import Postgres
import TestSupport
import Testing

@testable import CommandSupport

/// What a real server answers must be sorted as we believe it is.
struct LiveServerTests {
    private func failure(
        _ target: ConnectionTarget, role: String? = nil,
        _ body: (inout Connection) throws(PostgresError) -> Void = { _ throws(PostgresError) in }
    ) -> Failure? {
        do throws(PostgresError) {
            var connection = try Connection(
                ConnectionOptions(target: target, applicationName: "test", role: role))
            try body(&connection)
            return nil
        } catch {
            return error.failure(isVerbose: false)
        }
    }

    @Test func `says that the database is not prepared where our roles do not exist`() async throws
    {
        let cluster = try await EphemeralCluster.shared()
        let found = failure(.conninfo(cluster.conninfo()), role: "riktmarke_read_absent")
        #expect(found?.diagnostics.map(\.code) == ["database.role-missing"])
        #expect(found?.exitStatus == .configuration)
    }

    @Test func `says that a database does not exist`() async throws {
        let cluster = try await EphemeralCluster.shared()
        let found = failure(.conninfo(cluster.conninfo(database: "no_such_database")))
        #expect(found?.diagnostics.map(\.code) == ["database.missing"])
    }

    @Test func `says that a server cannot be reached and never shows the password`() {
        let found = failure(
            .conninfo("postgresql://anna:hemligt@127.0.0.1:1/x?connect_timeout=2"))
        #expect(found?.diagnostics.map(\.code) == ["database.unreachable"])
        #expect(found?.exitStatus == .unavailable)
        let words = found.map { String(describing: $0) } ?? ""
        #expect(words.contains("127.0.0.1"))
        #expect(!words.contains("hemligt"))
    }

    @Test func `says that an address cannot be read`() {
        let found = failure(.conninfo("postgresql://[::1/x"))
        #expect(found?.diagnostics.map(\.code) == ["database.configuration"])
        #expect(found?.exitStatus == .configuration)
    }

    @Test func `says that the schema does not fit where a table is missing`() async throws {
        let cluster = try await EphemeralCluster.shared()
        let found = failure(.conninfo(cluster.conninfo())) {
            (connection) throws(PostgresError) in
            _ = try connection.execute("SELECT 1 FROM mart.nothing_here")
        }
        #expect(found?.diagnostics.map(\.code) == ["database.schema"])
        #expect(found?.exitStatus == .configuration)
    }

    @Test func `says that access is denied when a reader tries to write`() async throws {
        let cluster = try await EphemeralCluster.shared()
        let found = failure(.conninfo(cluster.conninfo())) {
            (connection) throws(PostgresError) in
            _ = try connection.execute("SET default_transaction_read_only = on")
            _ = try connection.execute("CREATE TABLE forbidden ()")
        }
        #expect(found?.diagnostics.map(\.code) == ["database.denied"])
        #expect(found?.exitStatus == .permission)
    }

    @Test func `says to try again when a statement takes too long`() async throws {
        let cluster = try await EphemeralCluster.shared()
        let found = failure(.conninfo(cluster.conninfo())) {
            (connection) throws(PostgresError) in
            _ = try connection.execute("SET statement_timeout = 20")
            _ = try connection.execute("SELECT pg_sleep(10)")
        }
        #expect(found?.exitStatus == .tryAgain)
    }
}
