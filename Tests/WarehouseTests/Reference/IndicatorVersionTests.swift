import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// What is recorded of an indicator, and when we knew it.
@Suite struct IndicatorVersionTests {
    @Test func `a changed title closes the version and opens the next at the same moment`()
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            for title in ["Först", "Sedan", "Sist"] {
                let changed = try connection.transaction { connection in
                    try ReferenceStore.upsert(
                        &connection,
                        indicators: [
                            ReferenceFixture.indicator("U33461", title: title),
                            ReferenceFixture.indicator("U33400", title: "Stilla"),
                        ])
                }
                // The first time both are new, later one of them has changed.
                #expect(changed == (title == "Först" ? 2 : 1))
            }
            let versions = try connection.texts(
                """
                SELECT format('%s %s %s %s %s', i.indicator_code, v.version_no, v.title,
                    upper_inf(v.recorded), lower(v.recorded) IS NOT DISTINCT FROM lag(upper(v.recorded)) OVER key)
                FROM dw.dim_indicator_version AS v JOIN dw.dim_indicator AS i USING (indicator_key)
                WINDOW key AS (PARTITION BY indicator_key ORDER BY version_no)
                ORDER BY 1
                """)
            #expect(
                versions == [
                    "U33400 1 Stilla t f", "U33461 1 Först f f", "U33461 2 Sedan f t",
                    "U33461 3 Sist t t",
                ])
            let current = try IndicatorDimension.all(&connection).map(\.title)
            #expect(current == ["Stilla", "Sist"])
        }
    }

    @Test func `the same description again writes nothing`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            let indicators = [try ReferenceFixture.indicator("U33461", title: "En titel")]
            _ = try ReferenceStore.upsert(&connection, indicators: indicators)
            let before = try connection.texts(
                "SELECT ctid::text || xmin FROM dw.dim_indicator_version")
            let changed = try ReferenceStore.upsert(&connection, indicators: indicators)
            #expect(changed == 0)
            let after = try connection.texts(
                "SELECT ctid::text || xmin FROM dw.dim_indicator_version")
            #expect(after == before)
        }
    }

    @Test
    func `a description is recorded after the one before it, even when the clock was set back`()
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: nil) { connection in
            for title in ["Först", "Sedan", "Sist"] {
                _ = try ReferenceStore.upsert(
                    &connection, indicators: [ReferenceFixture.indicator("U33461", title: title)])
                if title == "Först" {
                    try connection.execute(
                        """
                        UPDATE dw.dim_indicator_version
                        SET recorded = tstzrange(now() + interval '1 day', NULL)
                        """)
                }
            }
            let titles = try connection.texts(
                "SELECT title FROM dw.dim_indicator_version ORDER BY lower(recorded)")
            #expect(titles == ["Först", "Sedan", "Sist"])
        }
    }

    @Test
    func `what becomes secret is no longer shown, neither itself nor its aliases nor its figures`()
        async throws
    {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.load([StatedFigure("86"), StatedFigure("75", isTarget: true)])
            try connection.execute(
                "INSERT INTO dw.indicator_alias VALUES ('klagomål', 1, 'Klagomål', NULL)")
            try connection.execute(
                "UPDATE dw.dim_indicator_version SET disclosure = 'secret' WHERE indicator_key = 1")
            // Whatever view there is that names an indicator, by key or by code.
            let columns = try connection.query(
                """
                SELECT table_name::text, column_name::text FROM information_schema.columns
                WHERE table_schema = 'mart' AND column_name IN ('indicator_key', 'indicator_code')
                """, as: String.self, String.self)
            #expect(Set(columns.map { $0.0 }).count >= 9)
            for (view, column) in columns {
                let shown = try connection.query(
                    SQL(
                        text:
                            "SELECT count(*) FROM mart.\(view) WHERE \(column)::text IN ('1', 'U33461')"
                    ),
                    as: Int64.self)
                #expect(shown == [0], "mart.\(view)")
            }
            let codes = try connection.rows(LoadStatement.listDimensionIndicators).map { $0.1 }
            #expect(codes == ["N00090", "U33400"])
        }
    }
}
