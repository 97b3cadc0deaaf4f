import TestSupport
import Testing

@Suite struct EphemeralClusterTests {
    @Test func `gives each test a database of its own`() async throws {
        let cluster = try await EphemeralCluster.shared()
        let template = DatabaseTemplate("numbers") { database in
            try await database.psql("CREATE TABLE number AS SELECT 42 AS n")
        }
        let first = try await cluster.makeDatabase(template: template)
        let second = try await cluster.makeDatabase(template: template)
        try await first.psql("UPDATE number SET n = 1")
        #expect(try await first.psql("SELECT n FROM number") == "1")
        #expect(try await second.psql("SELECT n FROM number") == "42")
        try await first.drop()
        let left = try await cluster.psql(
            "SELECT count(*) FROM pg_database WHERE datname = '\(first.name)'")
        #expect(left == "0")
    }
}
