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

    @Test func `the same members again are not written`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            let units = [try ReferenceFixture.municipality("0182", "Nacka")]
            let indicators = [try ReferenceFixture.indicator("U33461", title: "Titel")]
            func record() throws {
                _ = try ReferenceStore.upsert(&connection, municipalities: units)
                _ = try ReferenceStore.upsert(&connection, indicators: indicators)
                _ = try ReferenceStore.replace(&connection, seriesBreaks: [])
            }
            // Where a row lies, and who wrote it.
            let rows: SQL = """
                SELECT concat_ws(' ', ctid, xmin, name) FROM mart.municipality
                UNION ALL SELECT concat_ws(' ', ctid, xmin, title) FROM mart.indicator
                """
            try record()
            let before = try connection.texts(rows)
            try record()
            #expect(try connection.texts(rows) == before)
        }
    }

    /// Keys of units and sources are small integers: 312 used up in every run would last a hundred nights.
    @Test func `what is there already uses up no keys`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: nil) { connection in
            let units = [
                try ReferenceFixture.municipality("0182", "Nacka"),
                try ReferenceFixture.municipality("0184", "Solna"),
            ]
            let source = SourceDimension.Description(
                code: "a", title: "A", publisher: nil, licence: nil, url: nil, precedence: 50)
            let last: SQL = """
                SELECT concat_ws(' ', (SELECT last_value FROM dw.dim_municipality_municipality_key_seq),
                    (SELECT last_value FROM dw.dim_source_source_key_seq))
                """
            for _ in 0..<3 {
                _ = try ReferenceStore.upsert(&connection, municipalities: units)
                _ = try connection.onlyRow(
                    CatalogueStatement.addUnits, ["0182", "0184", "0184"],
                    ["Nacka", "Solna", "Solna"],
                    ["municipality", "municipality", "municipality"])
                #expect(try SourceDimension.upsert(&connection, source) == 1)
                #expect(try connection.texts(last) == ["2 1"])
            }
        }
    }

    @Test func `while a load is open readers see the names as they were`() async throws {
        try await WarehouseFixture.withDatabase { database in
            let names: SQL = "SELECT name FROM mart.municipality WHERE municipality_key = 2"
            // The load begins once the reader holds a lock, and cannot end before it is given back.
            async let load: Void = WarehouseFixture.connect(database) { connection in
                try connection.execute(
                    """
                    DO $$
                    BEGIN
                        WHILE NOT EXISTS (
                            SELECT FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database
                            WHERE l.locktype = 'advisory' AND l.objid = 7 AND d.datname = current_database())
                        LOOP
                            PERFORM pg_sleep(0.01);
                        END LOOP;
                        UPDATE dw.dim_municipality_version SET name = 'Nya' WHERE municipality_key = 2;
                        PERFORM pg_advisory_xact_lock(7);
                    END
                    $$
                    """)
            }
            async let seen = WarehouseFixture.connect(database) { connection in
                try connection.execute("SET lock_timeout = '10s'")
                try connection.execute("SELECT pg_advisory_lock(7)")
                try connection.execute(
                    """
                    DO $$
                    BEGIN
                        WHILE NOT EXISTS (
                            SELECT FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database
                            WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database())
                        LOOP
                            PERFORM pg_sleep(0.01);
                        END LOOP;
                    END
                    $$
                    """)
                let meanwhile = try connection.texts(names)
                try connection.execute("SELECT pg_advisory_unlock(7)")
                return meanwhile
            }
            #expect(try await seen == ["Nacka"])
            try await load
            let after = try await WarehouseFixture.connect(database) { try $0.texts(names) }
            #expect(after == ["Nya"])
        }
    }

    @Test func `two at once: the second waits, and keeps what the first has written`() async throws
    {
        try await WarehouseFixture.withDatabase { database in
            @Sendable func rename(_ unit: Int32, _ name: String) async throws {
                try await WarehouseFixture.connect(database) { connection in
                    try connection.transaction(.readWrite) { connection in
                        try connection.execute(
                            """
                            UPDATE dw.dim_municipality_version SET name = \(name)
                            WHERE municipality_key = \(unit)
                            """)
                        try connection.execute("SELECT pg_sleep(0.2)")
                    }
                }
            }
            async let first: Void = rename(1, "Ett")
            async let second: Void = rename(2, "Två")
            async let third: Void = rename(3, "Tre")
            _ = try await (first, second, third)
            try await WarehouseFixture.connect(database) { connection in
                let names = try connection.texts(
                    "SELECT name FROM mart.municipality ORDER BY municipality_key")
                #expect(names == ["Ett", "Två", "Tre", "Täby", "Värmdö"])
            }
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
