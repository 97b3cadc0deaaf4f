import Postgres
import TestSupport
import Testing
import Warehouse

/// What a load does to the facts: only what differs is written, and what it replaces is kept.
@Suite struct MergeTests {
    @Test func `new figures are added and nothing is superseded`() async throws {
        try await WarehouseFixture.withConnection { connection in
            let counts = try connection.load([
                StatedFigure("86"), StatedFigure("89", unit: 1), StatedFigure(status: 100, unit: 3),
                StatedFigure("75", isTarget: true),
            ])
            #expect(counts == LoadedCounts(new: 4, revised: 0, unchanged: 0, withdrawn: 0))
            #expect(try connection.outcomes() == ["1:89:0:r1", "2:86:0:r1", "3::100:r1"])
            #expect(try connection.targets() == ["2:75:0:r1"])
            #expect(try connection.outcomeRevisions() == [])
        }
    }

    @Test func `the same figures again touch no row`() async throws {
        try await WarehouseFixture.withConnection { connection in
            let figures = [
                StatedFigure("86"), StatedFigure(status: 101, unit: 3),
                StatedFigure("75", isTarget: true), StatedFigure("1", unit: 4, note: "anm"),
            ]
            try connection.load(figures)
            let before = try connection.rowIdentities()
            let counts = try connection.load(figures)
            #expect(counts == LoadedCounts(new: 0, revised: 0, unchanged: 4, withdrawn: 0))
            #expect(try connection.rowIdentities() == before)
            #expect(try connection.outcomeRevisions() == [])
        }
    }

    @Test func `a changed value is written and the old one goes to the revisions`() async throws {
        try await WarehouseFixture.withConnection { connection in
            let first = try connection.load([
                StatedFigure("86", line: 5, documentLine: 189, note: "först"),
                StatedFigure("89", unit: 1),
            ])
            let second = try connection.load([
                StatedFigure("87", line: 6, documentLine: 190), StatedFigure("89", unit: 1),
            ])
            #expect(second == LoadedCounts(new: 0, revised: 1, unchanged: 1, withdrawn: 0))
            #expect(try connection.outcomes() == ["1:89:0:r1", "2:87:0:r2"])
            // The whole old row is kept, with the load that brought it and the one that ended it.
            let kept = try connection.texts(
                """
                SELECT concat_ws(':', municipality_key, value, revision_no, source_line,
                    document_line, note, load_key, superseded_load_key)
                FROM dw.fact_outcome_revision
                """)
            #expect(kept == ["2:86:1:5:189:först:\(first.load):\(second.load)"])
            let now = try connection.texts(
                """
                SELECT concat_ws(':', source_line, document_line, note, load_key)
                FROM dw.fact_outcome WHERE municipality_key = 2
                """)
            #expect(now == ["6:190:\(second.load)"])
        }
    }

    @Test(arguments: [("4.8", "4.80"), ("86", "86.000"), ("0", "0.0"), ("-1.50", "-1.5")])
    func `an equal number with other decimals is no revision`(
        first: String, second: String
    ) async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure(first), StatedFigure(first, isTarget: true)])
            let counts = try connection.load([
                StatedFigure(second), StatedFigure(second, isTarget: true),
            ])
            #expect(counts == LoadedCounts(new: 0, revised: 0, unchanged: 2, withdrawn: 0))
            // The printed form of the first load stays, as its receipt does.
            #expect(try connection.outcomes() == ["2:\(first):0:r1"])
        }
    }

    @Test func `a figure that only moved to another line is no revision`() async throws {
        try await WarehouseFixture.withConnection { connection in
            let first = try connection.load([StatedFigure("86", line: 2, documentLine: 189)])
            let counts = try connection.load([StatedFigure("86", line: 40, documentLine: 200)])
            #expect(counts == LoadedCounts(new: 0, revised: 0, unchanged: 1, withdrawn: 0))
            let receipt = try connection.texts(
                "SELECT concat_ws(':', load_key, source_line, document_line) FROM dw.fact_outcome")
            #expect(receipt == ["\(first.load):2:189"])
        }
    }

    @Test func `another missing code is a revision: a dash is not a blank`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure(status: 100)])
            let counts = try connection.load([StatedFigure(status: 101)])
            #expect(counts == LoadedCounts(new: 0, revised: 1, unchanged: 0, withdrawn: 0))
            #expect(try connection.outcomes() == ["2::101:r2"])
            #expect(try connection.outcomeRevisions() == ["2::100:r1"])
        }
    }

    @Test func `a value that becomes missing and comes back keeps all three versions`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("86")])
            try connection.load([StatedFigure(status: 101)])
            try connection.load([StatedFigure("86")])
            #expect(try connection.outcomes() == ["2:86:0:r3"])
            #expect(try connection.outcomeRevisions() == ["2:86:0:r1", "2::101:r2"])
        }
    }

    @Test func `from A to B and back to A is two revisions`() async throws {
        try await WarehouseFixture.withConnection { connection in
            for value in ["86", "87", "86"] {
                try connection.load([StatedFigure(value), StatedFigure(value, isTarget: true)])
            }
            #expect(try connection.outcomes() == ["2:86:0:r3"])
            #expect(try connection.outcomeRevisions() == ["2:86:0:r1", "2:87:0:r2"])
            #expect(try connection.targets() == ["2:86:0:r3"])
            #expect(try connection.targetRevisions() == ["2:86:0:r1", "2:87:0:r2"])
        }
    }

    @Test func `a changed remark is a revision`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("86", note: "en")])
            let counts = try connection.load([StatedFigure("86", note: "en annan")])
            #expect(counts == LoadedCounts(new: 0, revised: 1, unchanged: 0, withdrawn: 0))
        }
    }

    @Test func `a target whose period is no longer declared is a revision`() async throws {
        try await WarehouseFixture.withConnection { connection in
            var target = StatedFigure("75", isTarget: true)
            try connection.load([target])
            target.isPeriodDeclared = false
            let counts = try connection.load([target])
            #expect(counts == LoadedCounts(new: 0, revised: 1, unchanged: 0, withdrawn: 0))
        }
    }

    @Test func `an outcome and a target of the same key do not touch each other`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load([StatedFigure("86"), StatedFigure("75", isTarget: true)])
            try connection.load([StatedFigure("87"), StatedFigure("75", isTarget: true)])
            #expect(try connection.outcomes() == ["2:87:0:r2"])
            #expect(try connection.targets() == ["2:75:0:r1"])
            #expect(try connection.targetRevisions() == [])
        }
    }

    @Test func `two documents that state a figure differently both stand`() async throws {
        try await WarehouseFixture.withConnection { connection in
            try connection.load(
                [StatedFigure("5", document: 2), StatedFigure("4.8", document: 3)],
                documents: [2, 3])
            let both = try connection.texts(
                "SELECT document_key || ':' || value FROM dw.fact_outcome ORDER BY document_key")
            #expect(both == ["2:5", "3:4.8"])
        }
    }

    @Test func `revision numbers are dense after many changes`() async throws {
        try await WarehouseFixture.withConnection { connection in
            // Two figures that change in different loads, one of them taken back in between.
            let first = ["1", "2", "2", "3", nil, "3", "4"]
            let second = ["7", "7", "8", "8", "8", "9", "9"]
            for (one, other) in zip(first, second) {
                try connection.load(
                    (one.map { [StatedFigure($0)] } ?? []) + [StatedFigure(other, unit: 3)])
            }
            let numbers = try connection.texts(
                """
                SELECT municipality_key || ':' || string_agg(revision_no::text, ',' ORDER BY revision_no)
                FROM (SELECT municipality_key, revision_no FROM dw.fact_outcome
                    UNION ALL SELECT municipality_key, revision_no FROM dw.fact_outcome_revision) AS v
                GROUP BY municipality_key ORDER BY municipality_key
                """)
            // 1, 2, 3, withdrawn, 3, 4 are six versions; 7, 8, 9 are three.
            #expect(numbers == ["2:1,2,3,4,5,6", "3:1,2,3"])
            for check in DataCheck.all {
                #expect(try check.run(&connection) == [], "\(check.name)")
            }
        }
    }
}

extension Connection {
    /// Unit, value, status and revision of every current outcome.
    mutating func outcomes() throws -> [String] {
        try texts(
            """
            SELECT format('%s:%s:%s:r%s', municipality_key, value, status_key, revision_no)
            FROM dw.fact_outcome ORDER BY municipality_key, document_key
            """)
    }

    /// The same of every superseded outcome.
    mutating func outcomeRevisions() throws -> [String] {
        try texts(
            """
            SELECT format('%s:%s:%s:r%s', municipality_key, value, status_key, revision_no)
            FROM dw.fact_outcome_revision ORDER BY municipality_key, document_key, revision_no
            """)
    }

    /// The same of every current target.
    mutating func targets() throws -> [String] {
        try texts(
            """
            SELECT format('%s:%s:%s:r%s', municipality_key, value, status_key, revision_no)
            FROM dw.fact_target ORDER BY municipality_key, document_key
            """)
    }

    /// The same of every superseded target.
    mutating func targetRevisions() throws -> [String] {
        try texts(
            """
            SELECT format('%s:%s:%s:r%s', municipality_key, value, status_key, revision_no)
            FROM dw.fact_target_revision ORDER BY municipality_key, document_key, revision_no
            """)
    }

    /// Where every fact lies and who wrote it: differs when a row is written, even with the same values.
    mutating func rowIdentities() throws -> [String] {
        try texts(
            """
            SELECT format('%s %s %s', tableoid::regclass, ctid, xmin) FROM dw.fact_outcome
            UNION ALL SELECT format('%s %s %s', tableoid::regclass, ctid, xmin) FROM dw.fact_target
            ORDER BY 1
            """)
    }
}
