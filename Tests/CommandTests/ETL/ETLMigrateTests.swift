import TestSupport
import Testing

/// `migrate` and `doctor`.
@Suite struct ETLMigrateTests {
    @Test func `a plan prints the SQL and writes nothing; then it is applied, once`() async throws {
        try await ETLBench.with(ETLBench.empty) { bench in
            let sick = try await bench.run("doctor")
            #expect(sick.status == 1, "\(sick)")
            #expect(sick.output.contains("riktmarke-etl migrate"))

            let plan = try await bench.run("migrate", "--plan")
            #expect(plan.status == 0, "\(plan)")
            #expect(plan.output.contains("-- migration 0001_schemas\n"))
            #expect(plan.output.contains("CREATE TABLE dw.fact_outcome ("))
            #expect(plan.output.contains("-- repeatable 03_mart_facts\n"))
            let schemas = try await bench.database.psql(
                "SELECT count(*) FROM pg_namespace WHERE nspname IN ('dw', 'etl', 'mart', 'staging')"
            )
            #expect(schemas == "0")

            let first = try await bench.run("migrate")
            #expect(first.status == 0, "\(first)")
            #expect(first.errors.contains("+ 0004_facts\n"), "\(first)")
            let second = try await bench.run("migrate")
            #expect(second.status == 0)
            #expect(second.errors.contains("nothing to do"), "\(second)")
            let empty = try await bench.run("migrate", "--plan")
            #expect(empty.output == "")
            let healthy = try await bench.run("doctor", "--data")
            #expect(healthy.status == 0, "\(healthy)")
        }
    }

    @Test func `what the plan prints can be run by psql`() async throws {
        try await ETLBench.with(ETLBench.empty) { bench in
            let plan = try await bench.run("migrate", "--plan").output
            try await bench.database.psql("BEGIN; SET ROLE postgres; \(plan); COMMIT")
            let tables = try await bench.database.psql("SELECT count(*) FROM mart.outcome")
            #expect(tables == "0")
        }
    }

    @Test func `doctor finds facts that do not agree with their ledger`() async throws {
        try await ETLBench.with { bench in
            #expect(try await bench.run("migrate").status == 0)
            let healthy = try await bench.run("doctor", "--data")
            #expect(healthy.status == 0, "\(healthy)")
            try await bench.database.psql(
                "UPDATE dw.fact_outcome SET indicator_key = 30000 WHERE ctid = (SELECT min(ctid) FROM dw.fact_outcome)"
            )
            let sick = try await bench.run("doctor", "--data")
            #expect(sick.status == 1, "\(sick)")
            #expect(sick.output.contains("indicator_key 30000"), "\(sick)")
        }
    }
}
