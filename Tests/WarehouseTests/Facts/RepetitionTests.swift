import Postgres
import TestSupport
import Testing
import Warehouse

/// Figures that the files of one load state more than once.
@Suite struct RepetitionTests {
    @Test func `identical repetitions are kept once, the first of them`() async throws {
        try await WarehouseFixture.withConnection { connection in
            for line in [9, 4, 7] { try connection.stage(StatedFigure("86", line: Int32(line))) }
            try connection.stage(StatedFigure("86.0", line: 12))
            try connection.stage(StatedFigure("86", line: 5, isTarget: true))
            let settled = try OutcomeMerge.settleRepetitions(&connection, load: 1)
            #expect(settled.rejected == 0)
            #expect(settled.removed == 3)
            let left = try connection.texts(
                "SELECT source_line || ':' || is_target FROM staging.observation ORDER BY 1")
            #expect(left == ["4:false", "5:true"])
        }
    }

    @Test func `contradicting figures are rejected, all of them, with every place`() async throws {
        try await WarehouseFixture.withConnection { connection in
            let load = try connection.load([]).load
            for (value, line) in [("86", 4), ("87", 9), ("86", 11)] {
                try connection.stage(StatedFigure(value, line: Int32(line)))
            }
            try connection.stage(StatedFigure("89", unit: 1))
            let settled = try OutcomeMerge.settleRepetitions(&connection, load: load)
            #expect(settled.rejected == 3)
            #expect(settled.removed == 0)
            let left = try connection.texts("SELECT value::text FROM staging.observation")
            #expect(left == ["89"])
            let rejects = try connection.texts(
                """
                SELECT concat_ws('|', file_no, line_no, column_no, cell, reject_code, reason_en)
                FROM etl.reject ORDER BY line_no
                """)
            #expect(rejects.count == 3)
            #expect(rejects.first?.hasPrefix("1|4|3|86|row.contradicts-another|") == true)
            for place in ["1:4", "1:9", "1:11"] {
                #expect(rejects.allSatisfy { $0.contains(place) })
            }
        }
    }

    @Test func `a value and a missing code for the same figure contradict each other`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            let load = try connection.load([]).load
            try connection.stage(StatedFigure("86"))
            try connection.stage(StatedFigure(status: 100))
            let settled = try OutcomeMerge.settleRepetitions(&connection, load: load)
            #expect(settled.rejected == 2)
            let cells = try connection.texts("SELECT cell FROM etl.reject ORDER BY cell")
            #expect(cells == ["86", "missing_dash"])
        }
    }
}
