import SystemPackage
import TestSupport
import Testing

/// The JSON contracts, held against their schemas by another program: PostgreSQL.
@Suite struct `The JSON of the commands on standing` {
    private static let cases = [
        ["rank", "U33461", "-k", "Nacka"], ["rank", "L0182-001", "--year", "2017"],
        ["rank", "N00003", "-y", "2017"], ["trend", "U33461", "-k", "Nacka"],
        ["trend", "N00090", "-k", "Nacka", "--to", "2018-T1"], ["profile", "-k", "Nacka"],
        ["profile", "-k", "Nacka", "--group", "skr-a2"], ["targets", "-k", "Nacka"],
        ["differences", "-k", "Nacka"],
    ]

    private func ask(_ question: String, about arguments: [String]) async throws -> String {
        let output = try await QueryTool.output(arguments + ["--format", "json"])
        let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
            .removingLastComponent().removingLastComponent()
        let schema = try await Shell.run(
            "cat -- \"$1\"", root.appending("docs/reference/\(arguments[0]).schema.json"))
        return try await EphemeralCluster.shared().psql(
            """
            WITH RECURSIVE d AS (
                SELECT $json$\(output)$json$::jsonb AS output, $json$\(schema)$json$::jsonb AS schema
            ), node (path, value, rule) AS (
                SELECT '', output, schema FROM d
                UNION ALL
                SELECT n.path || '.' || coalesce(m.key, '[]'), m.value, m.rule
                FROM node AS n
                CROSS JOIN LATERAL (
                    SELECT o.key, o.value, n.rule -> 'properties' -> o.key
                    FROM jsonb_each(CASE jsonb_typeof(n.value) WHEN 'object' THEN n.value ELSE '{}' END) AS o
                    UNION ALL
                    SELECT NULL, a.value, n.rule -> 'items'
                    FROM jsonb_array_elements(CASE jsonb_typeof(n.value) WHEN 'array' THEN n.value ELSE '[]' END) AS a
                ) AS m (key, value, rule)
            )
            \(question)
            """)
    }

    @Test(arguments: cases)
    func `has exactly the members that the schema requires`(arguments: [String]) async throws {
        let wrong = try await ask(
            """
            SELECT coalesce(string_agg(DISTINCT path, ' '), 'none') FROM node
            WHERE jsonb_typeof(value) = 'object'
                AND (SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(value) AS k)
                    IS DISTINCT FROM (SELECT array_agg(k ORDER BY k)
                        FROM jsonb_array_elements_text(rule -> 'required') AS k)
            """, about: arguments)
        #expect(wrong == "none")
    }

    @Test(arguments: cases)
    func `has values of the types and words that the schema allows`(
        arguments: [String]
    ) async throws {
        let wrong = try await ask(
            """
            SELECT coalesce(string_agg(DISTINCT path, ' '), 'none') FROM node
            WHERE NOT coalesce(CASE
                WHEN rule ? 'enum' THEN rule -> 'enum' @> jsonb_build_array(value)
                WHEN rule ? 'const' THEN rule -> 'const' = value
                WHEN jsonb_typeof(value) = 'number' AND value::text ~ '^[0-9]+$'
                    THEN rule -> 'type' ?| ARRAY['integer', 'number'] OR rule ->> 'type' IN ('integer', 'number')
                WHEN jsonb_typeof(rule -> 'type') = 'array' THEN rule -> 'type' ? jsonb_typeof(value)
                ELSE rule ->> 'type' = jsonb_typeof(value) END, false)
            """, about: arguments)
        #expect(wrong == "none")
    }
}
