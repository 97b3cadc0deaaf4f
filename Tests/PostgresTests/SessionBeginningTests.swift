import Postgres
import Testing

/// Sessions that connect while the program does something else.
@Suite struct SessionBeginningTests {
    @Test func `the first work comes before all other, on the same connection`() async throws {
        let options = try await ServerFixture.options()
        let session = try Session(beginning: { options }) { connection in
            try connection.execute("SET application_name = 'first'")
        }
        let names = try await session.withConnection { connection in
            try connection.query("SHOW application_name", as: String.self)
        }
        #expect(names == ["first"])
    }

    @Test func `a failed connection is told by every use`() async throws {
        let options = try await ServerFixture.options(database: "no_such_database")
        let session = try Session(beginning: { options }) { _ in
            Issue.record("there is no connection to work with")
        }
        for _ in 1...2 {
            let error = await #expect(throws: PostgresError.self) {
                try await session.withConnection { _ in }
            }
            #expect(error?.code == .connectionFailed)
            #expect(error?.sqlState == .invalidCatalogName)
        }
    }

    @Test func `what the first work throws is told by every use`() async throws {
        let options = try await ServerFixture.options()
        let session = try Session(beginning: { options }) { connection in
            try connection.execute("SELECT 1/0")
        }
        for _ in 1...2 {
            let error = await #expect(throws: PostgresError.self) {
                try await session.withConnection { _ in }
            }
            #expect(error?.sqlState == "22012")
        }
    }

    private struct NoServer: Error, Equatable {}

    @Test func `what keeps the options from being found is told by every use`() async throws {
        let session = try Session(beginning: { throw NoServer() }) { _ in
            Issue.record("there is no connection to work with")
        }
        for _ in 1...2 {
            await #expect(throws: NoServer()) { try await session.withConnection { _ in } }
        }
    }
}
