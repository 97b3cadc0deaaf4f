import Diagnostics
import FoundationEssentials
import Pipeline
import Postgres
import SourceAdapters
import TestSupport

/// A warehouse with a source of invented case data of Nacka, and what reads it.
struct CaseBench: Sendable {
    let bench: Workbench
    static let header = "Person;Ärende;Typ;Start;Slut;Ålder;Kön;Anteckning"

    /// Lends a bench with the specification, the shipped definitions, and a key.
    static func with<R: Sendable>(
        _ body: @Sendable (CaseBench) async throws -> R
    ) async throws -> R {
        try await Workbench.withEmpty { bench in
            let cases = CaseBench(bench: bench)
            try FileManager.default.createDirectory(
                at: bench.folder.appending(path: "etl/cases"), withIntermediateDirectories: false)
            try bench.write(
                String(
                    contentsOf: Workbench.repository.appending(path: "etl/cases/reopening.yml"),
                    encoding: .utf8), to: "etl/cases/reopening.yml")
            try cases.writeSpec()
            try cases.writeKey("01")
            return try await body(cases)
        }
    }

    func writeSpec(
        from: String = "2015-01-01", until: String = "2017-12-31",
        more: String = "indicators: [U33461]"
    ) throws {
        try bench.write(
            """
            source: arenden
            kind: cases
            in_all: false
            title: { sv: "Ärenden", en: "Cases" }
            municipality: "0182"
            files: ./arenden.csv
            format: { encoding: utf-8, delimiter: ";" }
            observed: { from: \(from), until: \(until) }
            columns:
              person: Person
              case: Ärende
              kind: Typ
              opened: Start
              closed: Slut
              age: Ålder
              gender: Kön
              addiction: { constant: no }
              economic_assistance: { constant: no }
              unaccompanied_minor: { constant: no }
            \(more)
            """, to: "etl/arenden.yml")
    }

    func writeKey(_ byte: String) throws {
        try bench.write(String(repeating: byte, count: 32) + "\n", to: "key")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: bench.folder.appending(path: "key").path)
    }

    func writeRows(_ rows: [String]) throws {
        try bench.write(
            ([Self.header] + rows).joined(separator: "\n") + "\n", to: "etl/arenden.csv")
    }

    /// Persons whose investigation was closed on 1 March 2016; the first few came back in May.
    static func persons(_ gender: String, returned: Int, of all: Int) -> [String] {
        (0..<all).flatMap { number in
            let person = "person-\(gender)\(number)"
            let first = "\(person);a;Utredning;2016-01-10;2016-03-01;7;\(gender);"
            return number < returned
                ? [first, "\(person);b;Utredning;2016-05-01;2016-08-01;7;\(gender);"] : [first]
        }
    }

    /// 20 of 30 girls and 22 of 30 boys have not come back: 42 of 60, 70 %.
    static let ordinary = persons("K", returned: 10, of: 30) + persons("M", returned: 8, of: 30)

    /// Runs the source, as a login.
    func run(isDryRun: Bool = false, login: String? = nil) async throws -> RunReport {
        let folder = try SpecFolder(
            path: bench.folder.appending(path: "etl").path,
            seeds: bench.folder.appending(path: "seeds").path)
        let source = try folder.select(["arenden"])[0]
        guard let spec = source.cases else { throw TestFailure("no case data") }
        let run = LoadRun(
            folder: folder, sources: [source],
            others: [
                source.name: CaseLoad(
                    source: source, spec: spec, folder: folder,
                    keyPath: bench.folder.appending(path: "key").path)
            ], command: "run arenden", programVersion: "test", isDryRun: isDryRun)
        let conninfo = bench.database.conninfo + (login.map { " user=\($0)" } ?? "")
        let session = try await Session(
            ConnectionOptions(
                target: .conninfo(conninfo), applicationName: "CaseTests", role: "riktmarke_etl"))
        do {
            let report = try await session.withConnection { try run.run(&$0) }
            await session.close()
            return report
        } catch {
            await session.close()
            throw error
        }
    }

    /// How many cases, revisions and log entries there are.
    func counts() async throws -> String {
        try await bench.database.psql(
            """
            SELECT (SELECT count(*) FROM case_data.fact_case),
                (SELECT count(*) FROM case_data.fact_case_revision),
                (SELECT string_agg(action || ' ' || coalesce(row_count::text, '-'), ', ' ORDER BY access_no)
                    FROM case_data.access_log)
            """)
    }

    /// How many lines of a dump of the whole database hold a text.
    func dumpLines(holding text: String) async throws -> String {
        try await Shell.run(
            "\"$1/pg_dump\" -d \"$2\" --inserts | grep -c -F -e \"$3\" || true",
            EphemeralCluster.shared().bindir, bench.database.conninfo, text)
    }
}

extension RunReport {
    /// The codes of everything that must be said, in order.
    var codes: [String] { outcomes.flatMap { $0.diagnostics.map(\.code) } }
}
