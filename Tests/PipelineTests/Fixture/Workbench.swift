import Diagnostics
import FoundationEssentials
import Pipeline
import Postgres
import SourceAdapters
import TestSupport
import Warehouse

/// A warehouse of a test's own, with folders of specifications and files that the test may change.
struct Workbench: Sendable {
    let database: TestDatabase
    /// Holds `etl` and `seeds`.
    let folder: URL

    private static let turnstile = Turnstile(seats: 5)

    /// The top of the repository.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A warehouse with the shipped reference data and no outcomes.
    static let reference = DatabaseTemplate("pipeline_reference") { database in
        let session = try await Session(options(database, role: nil))
        try await session.withConnection { connection in
            _ = try Migrator(programVersion: "test").migrate(&connection)
        }
        await session.close()
        let loader = try await Session(options(database))
        let folder = try SpecFolder(
            path: repository.appending(path: "etl").path,
            seeds: repository.appending(path: "seeds").path)
        try await loader.withConnection { connection in
            _ = try LoadRun(
                folder: folder, sources: [], command: "reference", programVersion: "test"
            ).run(&connection)
        }
        await loader.close()
    }

    /// Lends a warehouse with the shipped reference data, and an empty folder of specifications.
    static func withEmpty<R: Sendable>(
        _ body: @Sendable (Workbench) async throws -> R
    ) async throws -> R {
        try await lend(copying: []) { try await body($0) }
    }

    /// Lends a warehouse with the shipped reference data, and copies of all shipped folders.
    static func withShipped<R: Sendable>(
        _ body: @Sendable (Workbench) async throws -> R
    ) async throws -> R {
        try await lend(copying: ["etl", "seeds"]) { try await body($0) }
    }

    /// Copies what files hold and nothing else: an ordinary user may not copy another's group.
    private static func copyTree(_ source: URL, to target: URL) throws {
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
            let item = source.appending(path: name)
            if let data = FileManager.default.contents(atPath: item.path) {
                try data.write(to: target.appending(path: name))
            } else {
                try copyTree(item, to: target.appending(path: name))
            }
        }
    }

    private static func lend<R: Sendable>(
        copying names: [String], _ body: @Sendable (Workbench) async throws -> R
    ) async throws -> R {
        try await turnstile.pass {
            let temporary = try TemporaryFolder("pipeline")
            let folder = URL(filePath: "\(temporary.path)")
            for name in ["etl", "seeds"] {
                let target = folder.appending(path: name)
                if names.contains(name) {
                    try copyTree(repository.appending(path: name), to: target)
                } else {
                    try FileManager.default.createDirectory(
                        at: target, withIntermediateDirectories: false)
                }
            }
            let result = try await EphemeralCluster.shared().withDatabase(template: reference) {
                try await body(Workbench(database: $0, folder: folder))
            }
            try await temporary.remove()
            return result
        }
    }

    static func options(
        _ database: TestDatabase, role: String? = "riktmarke_etl"
    ) -> ConnectionOptions {
        ConnectionOptions(
            target: .conninfo(database.conninfo), applicationName: "PipelineTests", role: role)
    }

    /// Writes a file below the folder.
    func write(_ text: String, to path: String) throws {
        try text.write(to: folder.appending(path: path), atomically: true, encoding: .utf8)
    }

    /// Reads a file below the folder.
    func read(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// Replaces a piece of a file, which must be there once.
    func replace(_ old: String, by new: String, in path: String) throws {
        let text = try read(path)
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw TestFailure("\"\(old)\" is \(parts.count - 1) times in \(path)")
        }
        try write(parts.joined(separator: new), to: path)
    }

    /// Writes a source of one file with the columns indicator, municipality, period and value.
    func writeSource(
        _ name: String, _ rows: [String], precedence: Int = 50, more: String = ""
    ) throws {
        try write(
            """
            source: \(name)
            kind: outcomes
            title: { sv: "\(name)", en: "\(name)" }
            precedence: \(precedence)
            files: ./\(name).csv
            format: { encoding: utf-8, delimiter: ";", decimal: comma }
            missing: { "-": missing_dash, "": missing_blank }
            columns:
              indicator: indicator
              municipality: municipality
              period: period
              value: value
            \(more)
            """, to: "etl/\(name).yml")
        try writeRows(rows, of: name)
    }

    /// Writes such a source by the name `own`.
    func writeSource(_ rows: [String], more: String = "") throws {
        try writeSource("own", rows, more: more)
    }

    /// Writes the file of such a source.
    func writeRows(_ rows: [String], of name: String = "own") throws {
        try write(
            (["indicator;municipality;period;value"] + rows).joined(separator: "\n") + "\n",
            to: "etl/\(name).csv")
    }

    /// Runs sources by name; without names, all that `--all` means.
    func run(
        _ names: [String] = [], isDryRun: Bool = false,
        progress: @escaping @Sendable (String, Int64) -> Void = { _, _ in }
    ) async throws -> RunReport {
        let specs = try SpecFolder(
            path: folder.appending(path: "etl").path, seeds: folder.appending(path: "seeds").path)
        let run = LoadRun(
            folder: specs, sources: try specs.select(names), command: "test",
            programVersion: "test", isDryRun: isDryRun)
        let session = try await Session(Self.options(database))
        do {
            let report = try await session.withConnection { connection in
                try run.run(&connection) { progress($0, $1) }
            }
            await session.close()
            return report
        } catch {
            await session.close()
            throw error
        }
    }

    /// Every current fact in words that do not depend on keys, a line each, in a fixed order.
    func facts() async throws -> [String] {
        try await database.psql(
            """
            SELECT concat_ws('|', 'outcome', i.indicator_code, m.municipality_code, p.period_code,
                f.gender_key, s.source_code, d.document_code, st.status_code, f.value, f.numerator,
                f.denominator, f.respondents, f.note)
            FROM dw.fact_outcome AS f \(Self.joins)
            UNION ALL
            SELECT concat_ws('|', 'target', i.indicator_code, m.municipality_code, p.period_code,
                f.gender_key, s.source_code, d.document_code, st.status_code, f.value,
                f.period_declared, f.note)
            FROM dw.fact_target AS f \(Self.joins)
            ORDER BY 1
            """
        ).split(separator: "\n").map(String.init)
    }

    /// How many facts and revisions there are, and a digest of what they say.
    func digest() async throws -> String {
        try await database.psql(
            """
            SELECT count(*), md5(string_agg(concat_ws('|', i.indicator_code, m.municipality_code,
                p.period_code, f.gender_key, d.document_code, f.status_key, f.value, f.revision_no),
                ';' ORDER BY i.indicator_code, m.municipality_code, p.period_code, f.gender_key,
                d.document_code)),
                (SELECT count(*) FROM dw.fact_outcome_revision)
            FROM dw.fact_outcome AS f \(Self.joins)
            """)
    }

    /// Where every fact lies and which transaction wrote it: differs when anything is written.
    func rowIdentities() async throws -> String {
        try await database.psql(
            """
            SELECT tableoid::regclass, ctid, xmin FROM dw.fact_outcome
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.fact_target
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.fact_outcome_revision
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.fact_target_revision
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.dim_municipality
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.dim_municipality_version
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.municipality_alias
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.dim_indicator
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.dim_indicator_version
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.indicator_alias
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.indicator_series_break
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.dim_period
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.dim_peer_group
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM dw.bridge_peer_group
            UNION ALL SELECT tableoid::regclass, ctid, xmin FROM etl.document
            """)
    }

    /// What the checks of stored data find; nothing, when all is well.
    func faults() async throws -> [String] {
        let session = try await Session(Self.options(database))
        let found = try await session.withConnection { connection in
            try DataCheck.all.flatMap { check in
                try check.run(&connection).map { "\(check.name): \($0.subject): \($0.problem)" }
            }
        }
        await session.close()
        return found
    }

    private static let joins = """
        JOIN dw.dim_indicator AS i USING (indicator_key)
        JOIN dw.dim_municipality AS m USING (municipality_key)
        JOIN dw.dim_period AS p USING (period_key)
        JOIN dw.dim_outcome_status AS st USING (status_key)
        JOIN dw.dim_document AS d USING (document_key)
        JOIN dw.dim_source AS s USING (source_key)
        """
}

extension RunReport {
    /// State and counts of each source: `own loaded read 3 new 3 changed 0 …`.
    var summary: [String] {
        outcomes.map { outcome in
            let counts = outcome.counts
            return "\(outcome.source) \(outcome.state.rawValue) read \(counts.read) "
                + "new \(counts.new) changed \(counts.revised) unchanged \(counts.unchanged) "
                + "withdrawn \(counts.withdrawn) rejected \(counts.rejected) "
                + "duplicates \(counts.duplicates)"
        }
    }

    /// Everything that is said about the sources, with codes and exit statuses.
    var said: String {
        outcomes.map { "\($0.exitStatus) \($0.diagnostics)" }.joined(separator: "\n")
            + " \(exitStatus)"
    }
}

/// Runs a body that must fail, and gives all that the error holds.
func failureText<R>(_ body: () async throws -> R) async -> String {
    do {
        _ = try await body()
        return "nothing was thrown"
    } catch {
        guard let told = error as? any DiagnosticConvertible else { return "\(error)" }
        return "ExitStatus.\(told.exitStatus) \(told.diagnostics)"
    }
}
