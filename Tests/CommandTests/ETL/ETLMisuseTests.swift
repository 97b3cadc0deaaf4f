import TestSupport
import Testing

/// Wrong arguments, absent folders, servers and schemas: the exit status and what is said.
@Suite struct ETLMisuseTests {
    static let misuses: [(arguments: [String], status: Int32, said: String)] = [
        (["loda"], 64, "loda"),
        (["run"], 64, "--all"),
        (["run", "--all", "own"], 64, "--all"),
        (["run", "no-such-source"], 64, "source.unknown"),
        (["run", "nacka-annual-report-2071"], 64, "nacka-annual-report-2017"),
        (["run", "--all", "--format", "xml"], 64, "xml"),
        (["run", "--all", "--csv-dialect", "excel-sv"], 64, "--csv-dialect"),
        (["status", "--lang", "fi"], 64, "fi"),
        (["rejects", "--run", "many"], 64, "many"),
        (["group", "add", "UPPER", "Nacka"], 64, "group.invalid-code"),
        (["group", "add", "near", "Nakca"], 64, "Nacka"),
        (["group", "add", "nacka-lss-survey", "Lund"], 64, "group.not-own"),
        (["group", "remove", "no-such-group"], 64, "group.unknown"),
        (["group", "save", "near"], 64, "group.no-members"),
        (["server", "backup"], 64, "file"),
        (["run", "--all", "--etl", "/nonexistent"], 66, "folder.missing"),
        (["run", "--all", "--seeds", "/nonexistent"], 66, "folder.missing"),
        (["status", "--database", "host=/nonexistent"], 69, "database.unreachable"),
        (["status", "--database", "postgresql://x@127.0.0.1:1/x"], 69, "database.unreachable"),
        (["status", "--database", "no equals sign"], 78, "database.configuration"),
    ]

    @Test(arguments: misuses)
    func `says what is wrong and ends with the status for it`(
        arguments: [String], status: Int32, said: String
    ) async throws {
        try await ETLBench.with { bench in
            let before = try await bench.digest()
            let result = try await bench.tool.run(arguments)
            #expect(result.status == status, "\(arguments): \(result)")
            #expect(result.errors.contains(said), "\(arguments): \(result)")
            #expect(result.output == "", "\(arguments): \(result)")
            #expect(try await bench.digest() == before)
        }
    }

    @Test(arguments: [
        ["run", "--all"], ["plan", "--all"], ["status"], ["rejects"],
        ["group", "add", "near", "Nacka"],
        ["group", "save", "near", "Nacka"], ["group", "remove", "near"],
    ])
    func `a database without our schema is refused with 78 and the way out`(
        arguments: [String]
    )
        async throws
    {
        try await ETLBench.with(ETLBench.empty) { bench in
            let result = try await bench.tool.run(arguments)
            #expect(result.status == 78, "\(result)")
            #expect(result.errors.contains("schema.missing"), "\(result)")
            #expect(result.errors.contains("riktmarke-etl migrate"), "\(result)")
        }
    }

    @Test(arguments: [
        ["run", "--all"], ["status"], ["rejects"], ["group", "add", "near", "Nacka"], ["migrate"],
        ["migrate", "--plan"],
    ])
    func `a database newer than the program is refused with 78`(arguments: [String]) async throws {
        try await ETLBench.with { bench in
            try await bench.database.psql(
                """
                INSERT INTO etl.schema_migration (migration_no, name, sha256, duration_ms, program_version)
                VALUES (999, '0999_future', sha256(''), 1, '9.9')
                """)
            let result = try await bench.tool.run(arguments)
            #expect(result.status == 78, "\(result)")
            #expect(result.errors.contains("schema.newer-than-program"), "\(result)")
        }
    }

    @Test func `a database that does not exist is refused with 78`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run(
                "status", "--database", bench.database.conninfo + " dbname=no_such_database")
            #expect(result.status == 78, "\(result)")
            #expect(result.errors.contains("database.missing"), "\(result)")
        }
    }

    @Test func `with --format json errors are JSON too`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run("run", "no-such-source", "--format", "json")
            #expect(result.status == 64)
            #expect(result.output == "")
            #expect(
                result.errors.hasPrefix(
                    "{\"diagnostics\":[{\"severity\":\"error\",\"code\":\"source.unknown\""))
            #expect(result.errors.hasSuffix("\"exit_status\":64}\n"))
        }
    }

    @Test(arguments: [
        ["status"], ["run", "--all"], ["doctor"], ["migrate"], ["status", "--verbose"],
        ["status", "--format", "json"], ["migrate", "--plan"],
    ])
    func `a password in the address is never repeated`(arguments: [String]) async throws {
        try await ETLBench.with { bench in
            for address in [
                "postgresql://anna:hemligt-9@127.0.0.1:1/x", "host=/nonexistent password=hemligt-9",
                bench.database.conninfo + " password=hemligt-9",
            ] {
                let result = try await bench.tool.run(arguments + ["--database", address])
                #expect(!result.output.contains("hemligt-9"))
                #expect(!result.errors.contains("hemligt-9"))
            }
            let ledger = try await bench.database.psql(
                "SELECT count(*) FROM etl.run WHERE command LIKE '%hemligt%'")
            #expect(ledger == "0")
        }
    }

    @Test(arguments: [
        ["--help"], ["source", "list"], ["status"], ["migrate", "--plan"],
        ["run", "--all", "--format", "json"],
    ])
    func `a reader who goes away is no failure`(arguments: [String]) async throws {
        try await ETLBench.with { bench in
            for count in [0, 1] {
                let result = try await bench.tool.run(arguments, closingOutputAfter: count)
                #expect(result.status == 0, "\(arguments): \(result)")
                #expect(!result.errors.contains("error"), "\(arguments): \(result)")
            }
        }
    }
}
