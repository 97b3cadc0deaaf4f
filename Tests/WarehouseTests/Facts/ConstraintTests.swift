import Postgres
import TestSupport
import Testing
import Warehouse

/// What the database refuses, whoever asks.
@Suite struct ConstraintTests {
    /// A statement that must fail, and the SQLSTATE: 23514 check, 23P01 exclusion, 23505 unique,
    /// 23502 not null.
    static let refused: [(what: String, sql: String, state: String)] = [
        (
            "an outcome without a value that says ok", outcome(value: "NULL", status: 0), "23514"
        ),
        ("an outcome with a value that says dash", outcome(value: "1", status: 100), "23514"),
        ("a withdrawn outcome with a value", outcome(value: "1", status: 199), "23514"),
        ("an outcome that is not a number", outcome(value: "'NaN'", status: 0), "23514"),
        ("an outcome without an end", outcome(value: "'Infinity'", status: 0), "23514"),
        ("an outcome without a beginning", outcome(value: "'-Infinity'", status: 0), "23514"),
        (
            "a denominator of nothing",
            outcome(value: "1", status: 0, more: "denominator", moreValue: "0"), "23514"
        ),
        ("a target without a value that says ok", target(value: "NULL", status: 0), "23514"),
        ("a target that is not a number", target(value: "'NaN'", status: 0), "23514"),
        (
            "a revision without a value that says ok",
            """
            INSERT INTO dw.fact_outcome_revision VALUES
            (1, 120170000, 2, 1, 1, 2, 2, 0, 0, 1, 1, NULL, NULL, NULL, NULL, NULL, NULL, 2)
            """, "23514"
        ),
        (
            "the same outcome twice",
            outcome(value: "1", status: 0) + "; " + outcome(value: "2", status: 0), "23505"
        ),
        (
            "a load that does not balance",
            """
            INSERT INTO etl.load (run_key, source_key, state, identity, read_cells, new_rows)
            VALUES (1, 1, 'loaded', sha256(''), 10, 9)
            """, "23514"
        ),
        (
            "a load of an unknown state",
            """
            INSERT INTO etl.load (run_key, source_key, state, identity)
            VALUES (1, 1, 'half', sha256(''))
            """, "23514"
        ),
        (
            "a document of no day of the calendar",
            "UPDATE dw.dim_document SET published_on = 'infinity' WHERE document_key = 2", "23514"
        ),
        (
            "a run that has an end and no status",
            "UPDATE etl.run SET finished_at = now()", "23514"
        ),
        (
            "two names of a municipality at the same time",
            """
            INSERT INTO dw.dim_municipality_version (municipality_key, valid, name, sort_order)
            VALUES (2, '[2020-01-01,)', 'Nacka stad', 2)
            """, "23P01"
        ),
        (
            "two current descriptions of an indicator",
            """
            INSERT INTO dw.dim_indicator_version (indicator_key, version_no, recorded, title, unit,
                decimals, value_kind, polarity, uncertainty, disclosure)
            VALUES (1, 2, tstzrange(now(), NULL), 'x', 'x', 0, 'share', 'high', 'none', 'public')
            """, "23P01"
        ),
        (
            "a complement of what is no share",
            """
            UPDATE dw.dim_indicator_version SET value_kind = 'count', complement_title = 'x'
            """, "23514"
        ),
        (
            "a membership twice on the same days",
            """
            INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES ('g', 'G', 'named');
            INSERT INTO dw.bridge_peer_group (group_key, municipality_key, valid, list_version)
            SELECT group_key, 2, v::daterange, '2017'
            FROM dw.dim_peer_group, unnest(ARRAY['[2017-01-01,2018-01-01)', '[2017-06-01,)']) AS v
            """, "23P01"
        ),
        (
            "a municipality code of three digits",
            "INSERT INTO dw.dim_municipality (municipality_code, kind) VALUES ('182', 'municipality')",
            "23514"
        ),
        (
            "a period that ends before it begins",
            """
            INSERT INTO dw.dim_period VALUES
            (120190000, '2019', 'year', 2019, '2019-12-31', '2019-01-01', false)
            """, "23514"
        ),
    ]

    @Test(arguments: refused)
    func `the database refuses`(what: String, sql: String, state: String) async throws {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            let error = try postgresError { try connection.runScript(sql) }
            #expect(error.sqlState?.rawValue == state, "\(what): \(error)")
        }
    }

    @Test func `a membership on the same days is possible once the first one is closed`()
        async throws
    {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.runScript(
                """
                INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES ('g', 'G', 'named');
                INSERT INTO dw.bridge_peer_group (group_key, municipality_key, valid, list_version, recorded)
                SELECT group_key, 2, '[2017-01-01,)', '2017', r::tstzrange
                FROM dw.dim_peer_group,
                    unnest(ARRAY['[2018-01-01 00:00+00,2019-01-01 00:00+00)',
                        '[2019-01-01 00:00+00,)']) AS r
                """)
            let members = try connection.texts(
                "SELECT municipality_code FROM mart.peer_group_member")
            #expect(members == ["0182", "0182"])
        }
    }

    private static func outcome(
        value: String, status: Int, more: String = "numerator", moreValue: String = "NULL"
    ) -> String {
        """
        INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key, load_key, revision_no,
            source_line, municipality_key, gender_key, status_key, source_file, source_column, value,
            \(more))
        VALUES (1, 120170000, 2, 1, 1, 2, 2, 0, \(status), 1, 1, \(value), \(moreValue))
        """
    }

    private static func target(value: String, status: Int) -> String {
        """
        INSERT INTO dw.fact_target (indicator_key, period_key, document_key, load_key, revision_no,
            source_line, municipality_key, gender_key, status_key, source_file, source_column,
            period_declared, value)
        VALUES (1, 120170000, 2, 1, 1, 2, 2, 0, \(status), 1, 1, true, \(value))
        """
    }
}
