import SystemPackage
import TestSupport
import Testing

/// The JSON contract, checked by another program's JSON: PostgreSQL's.
@Suite struct `The JSON of compare` {
    private static let cases = [
        QueryTool.reference, QueryTool.reference + ["--complement"],
        ["compare", "L0182-001", "-k", "Nacka", "--group", "skr-a2"],
        ["compare", "L0182-002", "-k", "Nacka", "--with", "Solna", "--all-sources"],
        ["compare", "N00003", "-k", "Nacka", "--with", "Danderyd,Stockholm,Riket,Täby"],
        ["compare", "X00001", "-k", "Nacka", "--with", "Solna"],
        ["compare", "U33461", "-k", "Danderyd", "--with", "Nacka,Solna", "-y", "2016"],
    ]

    private func schema() async throws -> String {
        let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
            .removingLastComponent().removingLastComponent()
        return try await Shell.run(
            "cat -- \"$1\"", root.appending("docs/reference/compare.schema.json"))
    }

    /// Asks PostgreSQL about the output (`:output`) and the schema (`:schema`).
    private func ask(_ question: String, about output: String) async throws -> String {
        let schema = try await schema()
        return try await EphemeralCluster.shared().psql(
            """
            WITH d AS (SELECT $json$\(output)$json$::jsonb AS output, $json$\(schema)$json$::jsonb AS schema)
            \(question)
            """)
    }

    @Test(arguments: cases)
    func `has exactly the members that the schema requires`(arguments: [String]) async throws {
        let output = try await QueryTool.output(arguments + ["--format", "json"])
        let wrong = try await ask(
            """
            , part (name, value, required) AS (
                SELECT 'top', output, schema -> 'required' FROM d
                UNION ALL SELECT 'indicator', output -> 'indicator', schema #> '{properties,indicator,required}' FROM d
                UNION ALL SELECT 'row', jsonb_array_elements(output -> 'rows'), schema #> '{$defs,row,required}' FROM d
                UNION ALL SELECT 'group', output -> 'group', schema #> '{$defs,figures,required}' FROM d
                UNION ALL SELECT 'peers', output -> 'peers', schema #> '{$defs,figures,required}' FROM d
                UNION ALL SELECT 'against_peers', output -> 'against_peers', schema #> '{properties,against_peers,required}' FROM d)
            SELECT coalesce(string_agg(name, ','), 'none') FROM part
            WHERE (SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(value) AS k)
                IS DISTINCT FROM (SELECT array_agg(k ORDER BY k) FROM jsonb_array_elements_text(required) AS k)
            """, about: output)
        #expect(wrong == "none")
    }

    @Test(arguments: cases)
    func `has values of the types and words that the schema allows`(
        arguments: [String]
    ) async throws {
        let output = try await QueryTool.output(arguments + ["--format", "json"])
        let wrong = try await ask(
            """
            , cell (name, value, rule) AS (
                SELECT e.key, e.value, schema #> ARRAY['$defs', 'row', 'properties', e.key]
                FROM d, jsonb_array_elements(output -> 'rows') AS r, jsonb_each(r) AS e
                UNION ALL
                SELECT e.key, e.value, schema #> ARRAY['$defs', 'figures', 'properties', e.key]
                FROM d, (VALUES ('group'), ('peers')) AS g (name), jsonb_each(output -> g.name) AS e
                UNION ALL
                SELECT e.key, e.value, schema #> ARRAY['properties', 'indicator', 'properties', e.key]
                FROM d, jsonb_each(output -> 'indicator') AS e
                UNION ALL
                SELECT e.key, e.value, schema #> ARRAY['properties', 'against_peers', 'properties', e.key]
                FROM d, jsonb_each(output -> 'against_peers') AS e)
            SELECT coalesce(string_agg(DISTINCT name, ','), 'none') FROM cell
            WHERE NOT CASE
                WHEN rule ? 'enum' THEN rule -> 'enum' @> jsonb_build_array(value)
                WHEN rule ? '$ref' THEN value #>> '{}' ~ '^[0-9]{4}$'
                WHEN rule -> 'type' ? 'integer' OR rule ->> 'type' = 'integer'
                    THEN jsonb_typeof(value) = 'null' OR value::text ~ '^[0-9]+$'
                WHEN jsonb_typeof(rule -> 'type') = 'array' THEN rule -> 'type' ? jsonb_typeof(value)
                ELSE rule ->> 'type' = jsonb_typeof(value) END
            """, about: output)
        #expect(wrong == "none")
    }

    @Test func `has the numbers of the annual report`() async throws {
        let output = try await QueryTool.output(QueryTool.reference + ["--format", "json"])
        let rows = try await ask(
            """
            SELECT string_agg(concat_ws(' ', r ->> 'municipality', r ->> 'value', r ->> 'rank',
                coalesce(r ->> 'difference', '-')), '; ')
            FROM d, jsonb_array_elements(output -> 'rows') AS r
            """, about: output)
        #expect(
            rows == "Danderyd 89 1 3; Täby 88 2 2; Nacka 86 3 -; Solna 85 4 -1; Värmdö 66 5 -20")
        let figures = try await ask(
            """
            SELECT concat_ws(' ', output #>> '{group,mean_unweighted}', output #>> '{group,median}',
                output #>> '{peers,mean_unweighted}', output #>> '{peers,median}') FROM d
            """, about: output)
        #expect(figures == "82.8 86 82 86.5")
    }

    @Test func `has the same ranks in the complement`() async throws {
        let output = try await QueryTool.output(
            QueryTool.reference + ["--complement", "--format", "json"])
        let rows = try await ask(
            """
            SELECT string_agg(concat_ws(' ', r ->> 'municipality', r ->> 'value', r ->> 'rank'), '; ')
            FROM d, jsonb_array_elements(output -> 'rows') AS r
            """, about: output)
        #expect(rows == "Danderyd 11 1; Täby 12 2; Nacka 14 3; Solna 15 4; Värmdö 34 5")
    }
}
