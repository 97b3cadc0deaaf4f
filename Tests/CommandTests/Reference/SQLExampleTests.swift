import TestSupport
import Testing

/// Every query that the documentation shows is run as it stands, by the reading role over the shipped data.
@Suite struct SQLExampleTests {
    /// A query and where it stands.
    struct Example: Sendable, CustomTestStringConvertible {
        let page: String
        let query: String
        /// Values for $1, $2 …, where it has such.
        var values: [String] = []

        var testDescription: String { "\(page): \(query.prefix(60))" }

        /// What psql is given.
        var script: String {
            let bare = query.last == ";" ? String(query.dropLast()) : query
            guard !values.isEmpty else { return "\(bare);" }
            let list = values.map { "'\($0)'" }.joined(separator: ", ")
            return "PREPARE example AS \(bare); EXECUTE example(\(list));"
        }
    }

    /// Queries in fences, in Power Query and in R.
    static let examples: [Example] = {
        ["how-to/compare-from-sql", "how-to/excel-power-query-odbc", "reference/database-schema"]
            .flatMap { page in
                examples(in: (try? FixtureText.read("../../docs/\(page).md")) ?? "", page)
            }
    }()

    private static func examples(in text: String, _ page: String) -> [Example] {
        let fences = text.matches(of: /```sql\n((?:.|\n)*?)\n```/).map {
            Example(page: page, query: String($0.1))
        }
        let odbc = text.matches(of: /Odbc\.Query\("[^"]*", "([^"]*)"\)/).map {
            Example(page: page, query: String($0.1))
        }
        let inR = text.matches(of: /dbGetQuery\(db, "([^"]*)", params = list\(([^)]*)\)\)/).map {
            Example(
                page: page, query: String($0.1),
                values: $0.2.matches(of: /"([^"]*)"/).map { String($0.1) })
        }
        return fences + odbc + inR
    }

    @Test func `there are as many as the pages show`() {
        let counts = Dictionary(grouping: Self.examples, by: \.page).mapValues(\.count)
        #expect(
            counts == [
                "how-to/compare-from-sql": 5, "how-to/excel-power-query-odbc": 1,
                "reference/database-schema": 4,
            ])
    }

    @Test func `each runs, and finds something where its figures are shipped`() async throws {
        try await ETLBench.with { bench in
            for example in Self.examples {
                let rows = try await bench.database.psql(
                    "SET ROLE riktmarke_read; \(example.script)")
                // Neither a red indicator nor a corrected figure need be among what is shipped.
                let mayBeEmpty =
                    example.query.contains("'red'") || example.query.contains("revision_no > 1")
                #expect(mayBeEmpty || !rows.isEmpty, "\(example.testDescription)")
            }
        }
    }
}
