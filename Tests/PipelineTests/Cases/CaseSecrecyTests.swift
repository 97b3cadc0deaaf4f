import Diagnostics
import Pipeline
import TestSupport
import Testing
import Warehouse

/// What a delivery says in words, and whom it says it of, is nowhere in the database afterwards.
@Suite struct CaseSecrecyTests {
    /// Parts of the delivery that must not be found: ids, words of a remark, and a number.
    private static let secrets = [
        "person-K3", "person-M", "Sekretessord", "811218", "-9876", "+9876", "Hemlighetstyp",
    ]

    private static func expectNothing(_ cases: CaseBench) async throws {
        // The name of the source is there, so the dump is one.
        #expect(try await cases.dumpLines(holding: "arenden") != "0")
        for secret in secrets {
            let lines = try await cases.dumpLines(holding: secret)
            #expect(lines == "0", "\(secret)")
        }
    }

    @Test func `after a load that was accepted, rejects included`() async throws {
        try await CaseBench.with { cases in
            try cases.writeSpec(more: "max_reject_share: 0.5")
            try cases.writeRows(
                CaseBench.ordinary.map { $0 + "Sekretessord" }
                    + ["person-K99;a;Hemlighetstyp;2016-01-10;;;K;Sekretessord"])
            let report = try await cases.run()
            #expect(report.outcomes.map(\.state) == [.loaded])
            #expect(report.outcomes.first?.counts.rejected == 1)
            let reject = try await cases.bench.database.psql(
                "SELECT line_no, column_no, column_name, cell IS NULL, reject_code FROM etl.reject")
            #expect(reject == "80|3|kind|t|cases.unreadable-cell")
            try await Self.expectNothing(cases)
            for diagnostic in report.outcomes.flatMap(\.diagnostics) {
                for secret in Self.secrets { #expect(!"\(diagnostic)".contains(secret)) }
            }
        }
    }

    @Test(arguments: ["811218-9876", "19811218 9876", "av 811218+9876 i går"])
    func `after a load that a personal number has stopped`(text: String) async throws {
        try await CaseBench.with { cases in
            try cases.writeRows(
                CaseBench.ordinary + ["person-K98;a;Utredning;2016-01-10;;;K;\(text)"])
            let report = try await cases.run()
            #expect(report.codes == ["cases.personal-number"])
            #expect(report.outcomes.map(\.state) == [.failed])
            let told = try #require(report.outcomes.first?.diagnostics.first)
            guard case .file(_, let line, let column) = told.location else {
                Issue.record("no place")
                return
            }
            #expect(line == 80 && column == 8)
            for secret in Self.secrets { #expect(!"\(report.outcomes)".contains(secret)) }
            try await Self.expectNothing(cases)
            // Nothing of it was written anywhere: no case, no figure, no reject, no load.
            #expect(try await cases.counts() == "0|0|")
            let left = try await cases.bench.database.psql(
                """
                SELECT (SELECT count(*) FROM etl.reject), (SELECT count(*) FROM etl.load),
                    (SELECT count(*) FROM staging.observation), (SELECT count(*) FROM dw.fact_outcome)
                """)
            #expect(left == "0|0|0|0")
        }
    }

    @Test func `after a delivery that was refused for its rejects`() async throws {
        try await CaseBench.with { cases in
            try cases.writeRows(
                CaseBench.ordinary + ["person-K99;a;Hemlighetstyp;2016-01-10;;;K;Sekretessord"])
            let report = try await cases.run()
            #expect(report.codes == ["load.too-many-rejects"])
            #expect(try await cases.counts() == "0|0|read -")
            try await Self.expectNothing(cases)
        }
    }
}
