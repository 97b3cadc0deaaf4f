import Postgres
import TestSupport

/// The small warehouse of Tests/Fixtures/Query, read as `riktmarke_read`.
enum QueryDatabase {
    /// One for all tests of the process: nobody can change anything in it.
    private static let database = Task {
        try await EphemeralCluster.shared().makeDatabase(template: .query)
    }

    /// Lends a connection.
    static func read<Result: Sendable>(
        _ body: @Sendable (inout Connection) throws -> Result
    ) async throws -> Result {
        let session = try await Session(
            ConnectionOptions(
                target: .conninfo(try await database.value.conninfo), applicationName: "tests",
                role: "riktmarke_read"))
        let result = try await session.withConnection(body)
        await session.close()
        return result
    }
}
