import SystemPackage
import TestSupport
import Testing

/// Roles belong to a whole server, so each test has a server of its own.
@Suite(.serialized) struct ETLRoleTests {
    /// The tool against a database of a server of its own, as a login.
    private static func tool(
        _ scratch: ScratchCluster, as login: String, password: String? = nil,
        database: String = "riktmarke"
    ) async throws -> CommandRunner {
        var tool = try CommandRunner("riktmarke-etl")
        tool.environment["RIKTMARKE_DATA"] = "\(scratch.temporary.path)/data"
        tool.environment["RIKTMARKE_LANG"] = "en"
        tool.folder = ETLBench.repository
        var conninfo = try await tool.run(["server", "status", "--conninfo"]).output
        conninfo.removeLast()
        conninfo += " user=\(login) dbname=\(database)"
        if let password { conninfo += " password='\(password)'" }
        tool.environment["RIKTMARKE_DATABASE_URL"] = conninfo
        return tool
    }

    /// A running server without our roles.
    private static func server() async throws -> ScratchCluster {
        let scratch = try await ScratchCluster.made()
        var tool = try CommandRunner("riktmarke-etl")
        tool.environment["RIKTMARKE_DATA"] = "\(scratch.temporary.path)/data"
        let started = try await tool.run(["server", "start"])
        guard started.status == 0 else { throw TestFailure("\(started)") }
        return scratch
    }

    @Test
    func
        `a login that may not create roles is shown the SQL for a DBA, after which it can migrate`()
        async throws
    {
        let scratch = try await Self.server()
        try await scratch.psql("CREATE ROLE anna LOGIN")
        let tool = try await Self.tool(scratch, as: "anna")
        let refused = try await tool.run(["migrate"])
        #expect(refused.status == 77, "\(refused)")
        #expect(refused.errors.contains("schema.roles-missing"), "\(refused)")
        #expect(refused.errors.contains("CREATE ROLE %I NOLOGIN NOINHERIT"), "\(refused)")
        let made = try await scratch.psql(
            """
            SELECT (SELECT count(*) FROM pg_roles WHERE rolname ~ '^riktmarke'),
                (SELECT count(*) FROM pg_namespace WHERE nspname IN ('dw', 'etl', 'mart', 'staging'))
            """)
        #expect(made == "0|0")
        for arguments in [["run", "--all"], ["status"]] {
            let early = try await tool.run(arguments)
            #expect(early.status == 78, "\(early)")
            #expect(early.errors.contains("riktmarke-etl migrate"), "\(early)")
        }

        // The administrator does as the message says, with what the plan prints.
        let plan = try await tool.run(["migrate", "--plan"])
        let end = try #require(plan.output.firstRange(of: "-- migration 0001_schemas"))
        try await scratch.psql(String(plan.output[..<end.lowerBound]))
        try await scratch.psql(
            "GRANT riktmarke_owner, riktmarke_etl, riktmarke_read, riktmarke_case_owner TO anna")
        for arguments in [["migrate"], ["run", "--all"], ["doctor", "--data"]] {
            let result = try await tool.run(arguments)
            #expect(result.status == 0, "\(result)")
        }
        let ledger = try await scratch.psql(
            "SELECT string_agg(DISTINCT applied_by, ',') FROM etl.schema_migration")
        #expect(ledger == "anna")
        try await scratch.discard()
    }

    @Test func `a login that may create roles makes them, without rights of their own`()
        async throws
    {
        let scratch = try await Self.server()
        try await scratch.psql("CREATE ROLE chief LOGIN CREATEROLE")
        try await scratch.psql("ALTER DATABASE riktmarke OWNER TO chief")
        let result = try await Self.tool(scratch, as: "chief").run(["migrate"])
        #expect(result.status == 0, "\(result)")
        let roles = try await scratch.psql(
            """
            SELECT rolname, rolcanlogin OR rolsuper OR rolcreaterole OR rolcreatedb OR rolinherit
            FROM pg_roles WHERE rolname ~ '^riktmarke_' ORDER BY 1
            """)
        #expect(
            roles == """
                riktmarke_case_load|f
                riktmarke_case_owner|f
                riktmarke_case_read|f
                riktmarke_etl|f
                riktmarke_owner|f
                riktmarke_read|f
                """)
        try await scratch.discard()
    }

    @Test func `two databases of a server are migrated at the same moment, each twice at once`()
        async throws
    {
        let scratch = try await Self.server()
        let databases = ["one", "two", "three"]
        for name in databases { try await scratch.psql("CREATE DATABASE \(name)") }
        let tools = try await Self.tools(scratch, databases + databases)
        let results = try await withThrowingTaskGroup(of: CommandResult.self) { group in
            for tool in tools { group.addTask { try await tool.run(["migrate"]) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for result in results { #expect(result.status == 0, "\(result)") }
        #expect(results.count { $0.errors.contains("nothing to do") } == databases.count)
        try await scratch.discard()
    }

    @Test func `a wrong password ends with 77 and is not repeated`() async throws {
        let scratch = try await Self.server()
        try await scratch.psql("CREATE ROLE guarded LOGIN PASSWORD 'rätt lösen'")
        try await Shell.run(
            """
            file=$1/pg_hba.conf
            { echo 'local all guarded scram-sha-256'; cat "$file"; } > "$file.new"
            cat "$file.new" > "$file"
            """, scratch.data)
        try await scratch.psql("SELECT pg_reload_conf()")
        for arguments in [["status"], ["run", "--all"], ["migrate"], ["status", "--verbose"]] {
            let wrong = try await Self.tool(scratch, as: "guarded", password: "s3cret").run(
                arguments)
            #expect(wrong.status == 77, "\(wrong)")
            #expect(wrong.errors.contains("database.denied"), "\(wrong)")
            #expect(!wrong.errors.contains("s3cret") && !wrong.output.contains("s3cret"))
        }
        try await scratch.psql("GRANT CREATE ON DATABASE riktmarke TO guarded")
        let right = try await Self.tool(scratch, as: "guarded", password: "rätt lösen")
            .run(["migrate", "--plan"])
        #expect(right.status == 0, "\(right)")
        try await scratch.discard()
    }

    private static func tools(
        _ scratch: ScratchCluster, _ databases: [String]
    ) async throws -> [CommandRunner] {
        var tools: [CommandRunner] = []
        for name in databases {
            tools.append(try await tool(scratch, as: "postgres", database: name))
        }
        return tools
    }
}
