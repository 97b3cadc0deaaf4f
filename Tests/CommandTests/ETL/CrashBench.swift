import SystemPackage
import TestSupport
import Testing

/// A server of a test's own, with warehouses to be loaded and broken, and both tools.
struct CrashBench: Sendable {
    let scratch: ScratchCluster
    let folder: FilePath

    /// A load to be disturbed: the warehouse it begins with and the file it reads.
    struct Scenario: Sendable {
        var template: String
        var file: String
    }

    /// What a warehouse holds, without times and without keys that tell how often a load was tried.
    struct State: Hashable, Sendable {
        /// SHA-256 of `export --all-sources --gender all` without its last column, recorded_at.
        var export: String
        /// Digest of what was replaced and by which number.
        var revisions: String
        /// What the ledger says has been added, revised and withdrawn.
        var ledger: String
    }

    /// A night that revises, adds and withdraws figures in some slices.
    static let night = Scenario(template: "night", file: "night.csv")
    /// A first load large enough to build the indexes at its end.
    static let first = Scenario(template: "first", file: "first.csv")

    /// Before the night, and after the load that came before it.
    static let evening = "2026-01-02T12:00:00Z"

    /// Lends a bench.
    static func with<R: Sendable>(
        _ body: @Sendable (CrashBench) async throws -> R
    ) async throws -> R {
        let scratch = try await ScratchCluster.personal()
        try await scratch.start()
        let bench = CrashBench(scratch: scratch, folder: scratch.temporary.path)
        try await bench.prepare()
        let result = try await body(bench)
        try await scratch.discard()
        return result
    }

    private func prepare() async throws {
        try await Shell.run(
            "cp -r -- \"$1/etl\" \"$1/seeds\" \"$2\"", ETLBench.repository, folder)
        let units = try await Shell.run(
            "grep ,municipality, \"$1\" | cut -c 1-4", folder.appending("seeds/municipalities.csv")
        ).split(separator: "\n").map(String.init)
        try write(Self.rows(units: units.prefix(30), isLater: false), to: "evening.csv")
        try write(Self.rows(units: units.prefix(30), isLater: true), to: "night.csv")
        var many: [String] = []
        for slice in 0..<60 {
            for (place, unit) in units.prefix(290).enumerated() {
                for gender in ["K", "M", "T"] {
                    many.append(
                        "N9\(1000 + slice / 20),\(unit),\(2000 + slice % 20),\(gender),\(place).5")
                }
            }
        }
        try write(many, to: "first.csv")
        try await make(
            "first", from: nil, clock: "2026-01-01T03:00:00Z", [["migrate"], ["run", "--all"]])
        try await make(
            "night", from: "first", clock: "2026-01-02T03:00:00Z",
            [["run", "kolada", "--from-file", "evening.csv"]])
    }

    /// 24 slices, of which the later state changes every third: a figure in ten is revised, the
    /// second one is gone, a missing one has a value, and another slice is new.
    private static func rows(units: ArraySlice<String>, isLater: Bool) -> [String] {
        var rows: [String] = []
        for slice in 0..<(isLater ? 25 : 24) {
            let isChanged = isLater && slice % 3 == 0
            for (place, unit) in units.enumerated() {
                for (number, gender) in ["K", "M", "T"].enumerated() {
                    if isChanged, place == 1, gender == "T" { continue }
                    var value = "\(20 + place + number).5"
                    if place == 4, gender == "K" { value = isChanged ? "7.0" : "" }
                    if isChanged, place % 10 == 0 { value += "1" }
                    rows.append("N9000\(slice / 8),\(unit),\(2010 + slice % 8),\(gender),\(value)")
                }
            }
        }
        return rows
    }

    private func write(_ rows: [String], to name: String) throws {
        let text = (["kpi,municipality,period,gender,value"] + rows).joined(separator: "\n") + "\n"
        try folder.appending(name).write(text.utf8)
    }

    private func make(
        _ name: String, from template: String?, clock: String, _ commands: [[String]]
    ) async throws {
        try await copy(template, as: name, clock: clock)
        let tool = try etl(name)
        for arguments in commands {
            let result = try await tool.run(arguments)
            guard result.status == 0 else { throw TestFailure("\(arguments): \(result)") }
        }
    }

    /// Makes a database as a template is, with the time that its recordings will have.
    func copy(
        _ template: String?, as name: String, clock: String = "2026-01-03T03:00:00Z"
    ) async throws {
        try await scratch.psql("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        try await scratch.psql("CREATE DATABASE \(name) TEMPLATE \(template ?? "template0")")
        try await scratch.psql("ALTER DATABASE \(name) SET riktmarke.clock = '\(clock)'")
        // A copied sequence goes back to the template's number in a crash before the next checkpoint:
        // its page says that the next 32 numbers are logged, which they are for the template alone.
        try await scratch.psql("CHECKPOINT")
    }

    /// The loading tool at a database, perhaps by way of a thief.
    func etl(_ database: String, by thief: CommitThief? = nil) throws -> CommandRunner {
        try tool("riktmarke-etl", database, thief)
    }

    private func tool(
        _ product: String, _ database: String, _ thief: CommitThief? = nil
    ) throws -> CommandRunner {
        var tool = try CommandRunner(product)
        tool.environment["RIKTMARKE_DATABASE_URL"] =
            thief?.conninfo(database: database) ?? scratch.conninfo(database: database)
        tool.environment["RIKTMARKE_LANG"] = "en"
        tool.folder = folder
        return tool
    }

    /// Runs a scenario's load until nothing is in its way any more; no more than a minute.
    func load(_ scenario: Scenario, into database: String) async throws {
        let tool = try etl(database)
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let result = try await tool.run(["run", "kolada", "--from-file", scenario.file])
            if result.status == 0 { return }
            // The server notices in its own time that a killed client is gone, and recovers.
            guard [69, 75].contains(result.status), ContinuousClock.now < deadline else {
                throw TestFailure("the run after a crash: \(result)")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Loads a scenario's file, and says how many seconds the tool took.
    ///
    /// A shell takes the time: it does not wait for its turn in a long queue of tests.
    func timedLoad(_ scenario: Scenario, into database: String) async throws -> Double {
        let tool = try etl(database)
        var shell = CommandRunner(program: "/bin/sh")
        shell.environment = tool.environment
        shell.folder = tool.folder
        let script = """
            start=$(date +%s%N)
            "$@" >/dev/null || exit
            echo $((($(date +%s%N) - start) / 1000))
            """
        let result = try await shell.run(
            ["-c", script, "load", tool.program.string]
                + ["run", "kolada", "--from-file", scenario.file])
        let told = result.output.filter { !$0.isWhitespace }
        guard result.status == 0, let microseconds = Double(told) else {
            throw TestFailure("the load that nothing disturbs: \(result)")
        }
        return microseconds / 1_000_000
    }

    /// What a warehouse holds.
    func state(of database: String) async throws -> State {
        State(
            export: try await export(database), revisions: try await revisions(of: database),
            ledger: try await scratch.psql(
                "SELECT sum(new_rows), sum(revised_rows), sum(withdrawn_rows) FROM etl.load",
                database: database))
    }

    /// SHA-256 of an export without the time at its end.
    func export(_ database: String, asOf time: String? = nil) async throws -> String {
        let file = folder.appending("\(database).export.csv")
        let result = try await tool("riktmarke", database).run(
            ["export", "--all-sources", "--gender", "all", "--output", file.string]
                + (time.map { ["--as-of", $0] } ?? []))
        guard result.status == 0 else { throw TestFailure("export: \(result)") }
        return try await Shell.run("sed 's/,[^,]*$//' \"$1\" | sha256sum", file)
    }

    /// A digest of the figures, which takes less time than an export.
    func figures(of database: String) async throws -> String {
        try await digest("dw.fact_outcome", database)
    }

    private func revisions(of database: String) async throws -> String {
        try await digest("dw.fact_outcome_revision", database)
    }

    private func digest(_ table: String, _ database: String) async throws -> String {
        try await scratch.psql(
            """
            SELECT count(*), md5(string_agg(concat_ws('|', i.indicator_code, m.municipality_code, p.period_code,
                f.gender_key, d.document_code, f.revision_no, f.status_key, f.value, f.note), ';'
                ORDER BY i.indicator_code, m.municipality_code, p.period_code, f.gender_key, d.document_code, f.revision_no))
            FROM \(table) AS f
            JOIN dw.dim_indicator AS i USING (indicator_key) JOIN dw.dim_municipality AS m USING (municipality_key)
            JOIN dw.dim_period AS p USING (period_key) JOIN dw.dim_document AS d USING (document_key)
            """, database: database)
    }

    /// What the checks of stored data find: an unbalanced ledger, torn revisions and the like.
    func faults(of database: String) async throws -> [String] {
        let names = try await Shell.run("ls \"$1\"/sql/checks/*.sql", ETLBench.repository)
        var found: [String] = []
        for name in names.split(separator: "\n") {
            let check = try await Shell.run("cat \"$1\"", String(name))
            let said = try await scratch.psql(check, database: database)
            if !said.isEmpty { found.append("\(name): \(said)") }
        }
        return found
    }

    /// Whether the indexes that a first load builds are there.
    func hasIndexes(_ database: String) async throws -> Bool {
        try await scratch.psql(
            "SELECT count(*) FROM pg_indexes WHERE schemaname = 'dw' AND tablename = 'fact_outcome'",
            database: database) == "3"
    }
}
