import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// What readers see of the dimensions is materialized, and must never be stale.
@Suite struct CurrentDimensionTests {
    @Test func `a municipality is seen as soon as it is recorded, under its newest name`()
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            let names: SQL = "SELECT municipality_code || ' ' || name FROM mart.municipality"
            for name in ["Nacka", "Nya Nacka"] {
                _ = try ReferenceStore.upsert(
                    &connection, municipalities: [ReferenceFixture.municipality("0182", name)])
                #expect(try connection.texts(names) == ["0182 \(name)"])
            }
        }
    }

    @Test func `an indicator is seen with its newest title and its breaks, and not once secret`()
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            let shown: SQL = """
                SELECT concat_ws(' | ', title, break_years::text, break_reasons::text)
                FROM mart.indicator
                """
            func record(_ title: String, _ disclosure: Disclosure) throws {
                let indicator = try ReferenceFixture.indicator(
                    "U33461", title: title, disclosure: disclosure)
                _ = try ReferenceStore.upsert(&connection, indicators: [indicator])
            }
            try record("Ej återaktualiserade", .public)
            #expect(try connection.texts(shown) == ["Ej återaktualiserade | {} | {}"])
            let breaks = [
                SeriesBreakRow(code: "U33461", year: 2016, reason: "ny fråga"),
                SeriesBreakRow(code: "U33461", year: 2012, reason: "ny metod"),
            ]
            _ = try ReferenceStore.replace(&connection, seriesBreaks: breaks)
            #expect(
                try connection.texts(shown) == [
                    "Ej återaktualiserade | {2012,2016} | {\"ny metod\",\"ny fråga\"}"
                ])
            _ = try ReferenceStore.replace(&connection, seriesBreaks: Array(breaks.prefix(1)))
            try record("Ej återaktualiserade barn", .internal)
            #expect(
                try connection.texts(shown) == [
                    "Ej återaktualiserade barn | {2016} | {\"ny fråga\"}"
                ])
            try record("Ej återaktualiserade barn", .secret)
            #expect(try connection.texts(shown) == [])
        }
    }

    @Test func `the same members again do not lock readers out`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            let units = [try ReferenceFixture.municipality("0182", "Nacka")]
            let indicators = [try ReferenceFixture.indicator("U33461", title: "Titel")]
            func record() throws {
                _ = try ReferenceStore.upsert(&connection, municipalities: units)
                _ = try ReferenceStore.upsert(&connection, indicators: indicators)
                _ = try ReferenceStore.replace(&connection, seriesBreaks: [])
            }
            // A refresh gives a materialized view a new file.
            let files: SQL = """
                SELECT relname || ' ' || relfilenode FROM pg_class
                WHERE oid IN ('mart.municipality'::regclass, 'mart.indicator'::regclass) ORDER BY 1
                """
            try record()
            let before = try connection.texts(files)
            try record()
            #expect(try connection.texts(files) == before)
        }
    }

    @Test func `a document has the precedence of its source, also when that changes`() async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            try connection.execute(
                "INSERT INTO dw.dim_source (source_code, title, precedence) VALUES ('a', 'A', 50)")
            try connection.execute(
                """
                INSERT INTO dw.dim_document (source_key, document_code, title)
                SELECT source_key, 'd', 'D' FROM dw.dim_source
                """)
            let shown: SQL = "SELECT precedence::text FROM dw.dim_document"
            #expect(try connection.texts(shown) == ["50"])
            try connection.execute("UPDATE dw.dim_source SET precedence = 10")
            #expect(try connection.texts(shown) == ["10"])
            // Nobody gives a document a precedence of its own.
            try connection.execute("UPDATE dw.dim_document SET precedence = 99")
            #expect(try connection.texts(shown) == ["10"])
        }
    }
}
