import Foundation
import SystemPackage
import TestSupport
import Testing

/// A warehouse, a stand-in for Kolada and the tool, as a nightly job has them.
struct KoladaNight: Sendable {
    var bench: ETLBench
    let service: KoladaStandIn

    /// Three indicators of two units, and of one of them enough units to be judged.
    static var figures: KoladaStandIn.Figures {
        var figures: KoladaStandIn.Figures = [:]
        for number in 1...3 {
            figures["N9000\(number) 0180 2022 T"] = "\(10 + number).5"
            figures["N9000\(number) 0182 2022 T"] = "\(20 + number).5"
        }
        for year in 2016...2020 { figures["N90004 0180 \(year) T"] = "\(year).0" }
        return figures
    }

    /// Lends a night; the source declares the stand-in as its own service unless told otherwise.
    static func with<R: Sendable>(
        spec: String = "full_sweep_every_days: 7\noverlap_days: 0\n", isDeclared: Bool = true,
        _ body: @Sendable (KoladaNight) async throws -> R
    ) async throws -> R {
        try await ETLBench.with { bench in
            let service = try KoladaStandIn(figures)
            defer { service.stop() }
            var bench = bench
            bench.tool.environment["RIKTMARKE_SNAPSHOTS"] =
                bench.folder.appending("snapshots").string
            if !isDeclared {
                bench.tool.environment["RIKTMARKE_KOLADA_URL"] = service.address
            }
            try bench.write(
                """
                source: kolada
                kind: kolada
                in_all: false
                \(isDeclared ? "service: \(service.address)" : "")
                requests_per_second: 1000
                attempts: 2
                expected_every_hours: 26
                \(spec)
                """, to: "etl/kolada.yml")
            return try await body(KoladaNight(bench: bench, service: service))
        }
    }

    /// Runs Kolada and gives the report without its blanks.
    func run(_ more: String..., status: Int32 = 0) async throws -> String {
        let result = try await bench.tool.run(["run", "kolada", "--format", "json"] + more)
        guard result.status == status else { throw TestFailure("\(more): \(result)") }
        return result.output.filter { !$0.isWhitespace }
    }

    /// The requests for values since so many requests.
    func asked(since count: Int = 0) -> [String] {
        service.requests.dropFirst(count).filter { $0.contains("/data/") }
    }

    /// Kolada's current figures.
    func facts() async throws -> String {
        try await bench.database.psql(
            """
            SELECT string_agg(concat_ws(' ', i.indicator_code, m.municipality_code, p.period_code,
                g.gender_code, t.status_code, f.value), ', '
                ORDER BY indicator_code, municipality_code, period_code, gender_code)
            FROM dw.fact_outcome f
            JOIN dw.dim_indicator i USING (indicator_key)
            JOIN dw.dim_municipality m USING (municipality_key)
            JOIN dw.dim_period p USING (period_key)
            JOIN dw.dim_gender g USING (gender_key)
            JOIN dw.dim_outcome_status t USING (status_key)
            JOIN dw.dim_document d USING (document_key)
            JOIN dw.dim_source s USING (source_key)
            WHERE s.source_code = 'kolada'
            """)
    }

    /// The text of a file below the bench's folder.
    func text(of name: String) async throws -> String {
        try await Shell.run("cat -- \"$1\"", bench.folder.appending(name))
    }

    /// Lines of JSON as objects; every line must be one.
    static func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any], "\(line)")
        }
    }
}
