import SystemPackage
import TestSupport
import Testing

/// The built `riktmarke` on the small warehouse of Tests/Fixtures/Query.
enum QueryTool {
    /// One database for all tests of the process: the tool can only read.
    static let database = Task {
        try await EphemeralCluster.shared().makeDatabase(template: .query)
    }

    /// The arguments of the reference comparison.
    static let reference = [
        "compare", "U33461", "--kommun", "Nacka", "--with", "Danderyd,Solna,Täby,Värmdö",
        "--year", "2017",
    ]

    /// A runner that finds the database.
    static func runner() async throws -> CommandRunner {
        var runner = try CommandRunner("riktmarke")
        runner.environment = ["RIKTMARKE_DATABASE_URL": try await database.value.conninfo]
        return runner
    }

    /// Runs the tool to its end.
    static func run(_ arguments: String...) async throws -> CommandResult {
        try await runner().run(arguments)
    }

    /// What the tool prints; a failure where it does not succeed quietly.
    static func output(_ arguments: [String]) async throws -> String {
        let result = try await runner().run(arguments)
        guard result.status == 0, result.errors.isEmpty else {
            throw TestFailure("\(arguments): \(result)")
        }
        return result.output
    }
}
