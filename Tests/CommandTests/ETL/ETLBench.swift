import SystemPackage
import TestSupport

/// A warehouse of a test's own and `riktmarke-etl`, as its user would call it.
struct ETLBench: Sendable {
    let database: TestDatabase
    /// Holds `etl` and `seeds`.
    let folder: FilePath
    var tool: CommandRunner

    static let repository = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .removingLastComponent().removingLastComponent()

    /// A migrated warehouse with the shipped reference data and outcomes.
    static let loaded = DatabaseTemplate("etl_loaded") { database in
        var tool = try CommandRunner("riktmarke-etl")
        tool.environment["RIKTMARKE_DATABASE_URL"] = database.conninfo
        tool.folder = repository
        for arguments in [["migrate"], ["run", "--all"]] {
            let result = try await tool.run(arguments)
            guard result.status == 0 else { throw TestFailure("\(arguments): \(result)") }
        }
    }

    /// A server that has the roles, and an empty database.
    static let empty = DatabaseTemplate("etl_empty") { _ in
        // Making the other template has made the roles.
        try await EphemeralCluster.shared().makeDatabase(template: loaded).drop()
    }

    private static let turnstile = Turnstile(seats: 4)

    /// Lends a bench with the shipped specifications and files, in English.
    static func with<R: Sendable>(
        _ template: DatabaseTemplate = loaded, _ body: @Sendable (ETLBench) async throws -> R
    ) async throws -> R {
        try await turnstile.pass {
            let temporary = try TemporaryFolder("etl")
            try await Shell.run(
                "cp -r -- \"$1/etl\" \"$1/seeds\" \"$2\"", repository, temporary.path)
            let result = try await EphemeralCluster.shared().withDatabase(template: template) {
                database in
                var tool = try CommandRunner("riktmarke-etl")
                tool.environment["RIKTMARKE_DATABASE_URL"] = database.conninfo
                tool.environment["RIKTMARKE_LANG"] = "en"
                tool.folder = temporary.path
                return try await body(
                    ETLBench(database: database, folder: temporary.path, tool: tool))
            }
            try await temporary.remove()
            return result
        }
    }

    /// Runs the tool.
    func run(_ arguments: String..., input: String = "") async throws -> CommandResult {
        try await tool.run(arguments, input: Array(input.utf8))
    }

    /// Writes a file below the folder.
    func write(_ text: String, to path: String) throws {
        try folder.pushing(FilePath(path)).write(text.utf8)
    }

    /// Writes a source with the columns indicator, municipality, period and value.
    func writeSource(_ rows: [String], more: String = "") throws {
        try write(
            """
            source: own
            kind: outcomes
            title: { sv: "Egna", en: "Own" }
            files: ./own.csv
            format: { encoding: utf-8, delimiter: ";", decimal: comma }
            columns: { indicator: indicator, municipality: municipality, period: period, value: value }
            \(more)
            """, to: "etl/own.yml")
        try write(
            (["indicator;municipality;period;value"] + rows).joined(separator: "\n") + "\n",
            to: "etl/own.csv")
    }

    /// Writes such a source with many rows: the shipped municipalities and years from 1900 on.
    func writeLargeSource(rows count: Int) async throws {
        let codes = try await Shell.run(
            "grep ,municipality, \"$1\" | cut -c 1-4",
            Self.repository.appending("seeds/municipalities.csv")
        ).split(separator: "\n")
        try writeSource(
            (0..<count).map {
                "N00003;\(codes[$0 % codes.count]);\(1900 + $0 / codes.count);\($0 % 997),5"
            })
    }

    /// How many outcomes there are and what they say.
    func digest() async throws -> String {
        try await database.psql(
            """
            SELECT count(*), md5(string_agg(concat_ws('|', indicator_code, municipality_code, period,
                gender, value, status, source), ';' ORDER BY indicator_code, municipality_code, period,
                gender, source)) FROM mart.outcome_all_sources
            """)
    }
}
