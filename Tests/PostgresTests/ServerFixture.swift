import Postgres
import TestSupport

/// The server these tests run against, one for the whole process.
enum ServerFixture {
    /// Options for a connection to the server, as its superuser.
    static func options(
        database: String = "postgres", role: String? = nil, settings: [String: String] = [:]
    ) async throws -> ConnectionOptions {
        let cluster = try await EphemeralCluster.shared()
        return ConnectionOptions(
            target: .conninfo(cluster.conninfo(database: database)),
            applicationName: "PostgresTests", role: role, settings: settings)
    }

    private static let turnstile = Turnstile(seats: 12)

    /// Lends a fresh connection on a thread of its own, so that no test blocks another.
    static func withConnection<R: Sendable>(
        settings: [String: String] = [:],
        _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        let options = try await options(settings: settings)
        return try await turnstile.pass {
            let session = try await Session(options)
            return try await session.withConnection(body)
        }
    }

    /// A database of a test's own, for what several sessions must see.
    static func withDatabase<R: Sendable>(
        _ body: @Sendable (ConnectionOptions) async throws -> R
    ) async throws -> R {
        let cluster = try await EphemeralCluster.shared()
        return try await turnstile.pass {
            try await cluster.withDatabase { database in
                try await body(
                    ConnectionOptions(
                        target: .conninfo(database.conninfo), applicationName: "PostgresTests"))
            }
        }
    }
}

/// Runs a body that must fail with a ``PostgresError``, and gives the error.
func postgresError<R>(_ body: () throws -> R) throws -> PostgresError {
    do {
        _ = try body()
    } catch let error as PostgresError {
        return error
    }
    throw TestFailure("no error was thrown")
}

/// Runs a body that must fail with a ``PostgresError``, and gives the error.
func postgresError<R>(_ body: () async throws -> R) async throws -> PostgresError {
    do {
        _ = try await body()
    } catch let error as PostgresError {
        return error
    }
    throw TestFailure("no error was thrown")
}
