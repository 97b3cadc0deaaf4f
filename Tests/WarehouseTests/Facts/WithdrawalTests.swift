import Postgres
import TestSupport
import Testing
import Warehouse

/// A figure that its source no longer states is closed, never deleted.
@Suite struct WithdrawalTests {
    @Test func `a figure that is gone says withdrawn and keeps what it was`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([
                StatedFigure("86"), StatedFigure("89", unit: 1), StatedFigure("75", isTarget: true),
            ])
            let counts = try connection.load([StatedFigure("89", unit: 1)])
            #expect(counts == LoadedCounts(new: 0, revised: 0, unchanged: 1, withdrawn: 2))
            #expect(try connection.outcomes() == ["1:89:0:r1", "2::199:r2"])
            #expect(try connection.outcomeRevisions() == ["2:86:0:r1"])
            #expect(try connection.targets() == ["2::199:r2"])
            #expect(try connection.targetRevisions() == ["2:75:0:r1"])
        }
    }

    @Test func `what is withdrawn already is not withdrawn again`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("86"), StatedFigure("89", unit: 1)])
            try connection.load([StatedFigure("89", unit: 1)])
            let before = try connection.rowIdentities()
            let counts = try connection.load([StatedFigure("89", unit: 1)])
            #expect(counts == LoadedCounts(new: 0, revised: 0, unchanged: 1, withdrawn: 0))
            #expect(try connection.rowIdentities() == before)
        }
    }

    @Test func `a figure that comes back is a third version, even with its old value`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            let stays = StatedFigure("89", unit: 1)
            try connection.load([StatedFigure("86"), stays])
            try connection.load([stays])
            let counts = try connection.load([StatedFigure("86"), stays])
            #expect(counts == LoadedCounts(new: 0, revised: 1, unchanged: 1, withdrawn: 0))
            #expect(try connection.outcomes() == ["1:89:0:r1", "2:86:0:r3"])
            #expect(try connection.outcomeRevisions() == ["2:86:0:r1", "2::199:r2"])
        }
    }

    @Test func `other documents' figures are left alone`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("5", document: 1)], documents: [1])
            try connection.load([StatedFigure("86"), StatedFigure("1", unit: 3)])
            try connection.load([StatedFigure("86")])
            let others = try connection.texts(
                "SELECT format('%s:%s', value, status_key) FROM dw.fact_outcome WHERE document_key = 1"
            )
            #expect(others == ["5:0"])
        }
    }

    @Test func `a withdrawn figure points at no line of a file that does not hold it`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([
                StatedFigure("86", line: 17, documentLine: 189), StatedFigure("1", unit: 1),
                StatedFigure("75", line: 17, isTarget: true),
            ])
            try connection.load([StatedFigure("1", unit: 1)])
            for view in ["outcome", "target"] {
                let receipt = try connection.query(
                    SQL(
                        text: """
                            SELECT format('%s:%s:%s', v.source_line, v.document_line, f.file_name)
                            FROM mart.\(view)_version AS v
                            LEFT JOIN mart.load_file AS f
                                ON f.load_key = v.load_key AND f.file_no = v.source_file
                            WHERE v.municipality_key = 2 AND v.recorded_to IS NULL
                            """), as: String.self)
                #expect(receipt == ["0::"], "\(view)")
            }
            // The version before it still knows where it stood.
            let before = try connection.texts(
                """
                SELECT format('%s:%s', source_line, document_line) FROM mart.outcome_version
                WHERE municipality_key = 2 AND recorded_to IS NOT NULL
                """)
            #expect(before == ["17:189"])
            for check in DataCheck.all {
                #expect(try check.run(&connection) == [], "\(check.name)")
            }
        }
    }

    @Test func `counts what would vanish before anything is written`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([
                StatedFigure("86"), StatedFigure("89", unit: 1), StatedFigure("75", isTarget: true),
                StatedFigure("66", unit: 5),
            ])
            try connection.execute("TRUNCATE staging.observation")
            try connection.stage(StatedFigure("86"))
            let counted = try OutcomeMerge.countVanished(&connection, documents: [2])
            #expect(counted.stated == 4)
            #expect(counted.vanished == 3)
        }
    }
}
