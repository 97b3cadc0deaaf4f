import Glibc
import LocalServer
import Postgres
import SystemPackage
import TestSupport
import Testing

/// The environment belongs to the whole process, so each of these runs in one of its own.
@Suite struct EnvironmentTests {
    @Test func `PG* variables are followed`() async throws {
        let address = try await EphemeralCluster.shared().address()
        let (host, user) = (address.socketFolder.string, address.user)
        await #expect(processExitsWith: .success) {
            [host = host as String, user = user as String] in
            clearEnvironment()
            setenv("PGHOST", host, 1)
            setenv("PGUSER", user, 1)
            setenv("PGDATABASE", "template1", 1)
            setenv("PGAPPNAME", "from the environment", 1)
            setenv("PGOPTIONS", "-c statement_timeout=777", 1)
            let seen = try settings(.environment)
            try expectEqual(seen, ["template1", "from the environment", "777ms", "UTC"])
        }
    }

    @Test func `a service file is followed, and its options are kept`() async throws {
        let address = try await EphemeralCluster.shared().address()
        let temporary = try TemporaryFolder("service")
        let file = temporary.path(of: "pg_service.conf").string
        try await Shell.run(
            """
            printf '[warehouse]\\nhost=%s\\nuser=%s\\ndbname=template1\\noptions=%s\\n' \
                "$1" "$2" '-c statement_timeout=888' > "$3"
            """, address.socketFolder.string, address.user, file)
        await #expect(processExitsWith: .success) { [file = file as String] in
            clearEnvironment()
            setenv("PGSERVICEFILE", file, 1)
            let named = try settings(.conninfo("service=warehouse"))
            try expectEqual(named, ["template1", "PostgresTests", "888ms", "UTC"])
            setenv("PGSERVICE", "warehouse", 1)
            let chosen = try settings(.environment)
            try expectEqual(chosen, ["template1", "PostgresTests", "888ms", "UTC"])
            let partly = try settings(.conninfo("postgresql:///postgres"))
            try expectEqual(partly, ["postgres", "PostgresTests", "888ms", "UTC"])
        }
        try await temporary.remove()
    }
}

private func clearEnvironment() {
    for name in ["PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGSERVICE", "PGOPTIONS", "PGAPPNAME"]
    {
        unsetenv(name)
    }
}

private func settings(_ target: ConnectionTarget) throws -> [String] {
    var connection = try Connection(
        ConnectionOptions(target: target, applicationName: "PostgresTests"))
    let row = try connection.queryOne(
        """
        SELECT current_database(), current_setting('application_name'),
            current_setting('statement_timeout'), current_setting('TimeZone')
        """, as: String.self, String.self, String.self, String.self)
    return [row.0, row.1, row.2, row.3]
}

private func expectEqual(_ left: [String], _ right: [String]) throws {
    guard left == right else { throw TestFailure("\(left) is not \(right)") }
}
