import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// Names and SKR groups of municipalities while they held.
@Suite struct MunicipalityVersionTests {
    @Test func `SKR's list of 2017 holds until the end of 2022, that of 2023 since`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            _ = try ReferenceStore.upsert(
                &connection,
                municipalities: [
                    ReferenceFixture.municipality("0182", "Nacka", skr2017: "A2", skr2023: "A2"),
                    ReferenceFixture.municipality("0138", "Tyresö", skr2017: "A2", skr2023: "B3"),
                ])
            let groups = try connection.texts(
                """
                SELECT concat_ws(' ', m.municipality_code, d, v.skr_group)
                FROM dw.dim_municipality AS m
                JOIN dw.dim_municipality_version AS v USING (municipality_key)
                JOIN unnest(ARRAY['2016-12-31', '2022-12-31', '2023-01-01', '2030-01-01']) AS d
                    ON v.valid @> d::date
                ORDER BY 1
                """)
            #expect(
                groups == [
                    "0138 2016-12-31 A2", "0138 2022-12-31 A2", "0138 2023-01-01 B3",
                    "0138 2030-01-01 B3", "0182 2016-12-31 A2", "0182 2022-12-31 A2",
                    "0182 2023-01-01 A2", "0182 2030-01-01 A2",
                ])
            // Who has the same group in both lists has one version.
            let versions = try connection.texts(
                """
                SELECT m.municipality_code || ' ' || count(*) FROM dw.dim_municipality AS m
                JOIN dw.dim_municipality_version AS v USING (municipality_key)
                GROUP BY m.municipality_code ORDER BY m.municipality_code
                """)
            #expect(versions == ["0138 2", "0182 1"])
            let shown = try MunicipalityDimension.all(&connection)
                .map { "\($0.code) \($0.skrGroup2017 ?? "") \($0.skrGroup2023 ?? "")" }
            #expect(shown == ["0182 A2 A2", "0138 A2 B3"])
        }
    }

    @Test func `the same municipalities again write nothing, a new name replaces its version`()
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            let first = [
                try ReferenceFixture.municipality("0182", "Nacka"),
                try ReferenceFixture.municipality("0160", "Täby"),
            ]
            _ = try ReferenceStore.upsert(&connection, municipalities: first)
            let rows: SQL =
                "SELECT ctid::text || xmin FROM dw.dim_municipality_version ORDER BY 1"
            let before = try connection.texts(rows)
            let again = try ReferenceStore.upsert(&connection, municipalities: first)
            #expect(again == 0)
            let after = try connection.texts(rows)
            #expect(after == before)
            let changed = try ReferenceStore.upsert(
                &connection,
                municipalities: [
                    first[0], ReferenceFixture.municipality("0160", "Täby stad"),
                ])
            #expect(changed == 1)
            let names = try connection.texts("SELECT name FROM mart.municipality ORDER BY name")
            #expect(names == ["Nacka", "Täby stad"])
        }
    }

    @Test func `places in the alphabet are Swedish`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty) { connection in
            _ = try ReferenceStore.upsert(
                &connection,
                municipalities: [
                    "Örebro", "Ängelholm", "Ale", "Åre", "Östersund", "Zzz", "Älvsbyn",
                ]
                .enumerated().map { try ReferenceFixture.municipality("10\(10 + $0)", $1) })
            let names = try MunicipalityDimension.all(&connection).map(\.name)
            #expect(
                names == ["Ale", "Zzz", "Åre", "Älvsbyn", "Ängelholm", "Örebro", "Östersund"])
        }
    }
}
