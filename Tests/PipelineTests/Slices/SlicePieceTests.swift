import Diagnostics
import Pipeline
import Postgres
import TestSupport
import Testing
import Warehouse

/// A transaction of slices that is merged piece by piece while the source is read on.
@Suite struct SlicePieceTests {
    /// Four slices of one row; two of them of indicators that no catalogue has.
    private static func slices(_ value: Double) throws -> [Slice] {
        try ["N00090", "N81234", "N81235", "N00091"].map {
            try SliceBench.slice($0, 2022, [Figure("0182", value)])
        }
    }

    /// Loads slices and notes, each time one is asked for, whether the loader's transaction is open.
    private static func load(
        _ slices: [Slice], _ bench: SliceBench, rowsInTransaction: Int = 10,
        rowsInPiece: Int? = nil,
        prove: @escaping @Sendable () throws -> Void = {}
    ) async throws -> (report: SliceReport, isOpen: [Bool]) {
        let request = SliceRequest(
            source: SliceBench.source, rules: SliceBench.lenient,
            rowsInTransaction: rowsInTransaction, rowsInPiece: rowsInPiece)
        return try await bench.connect { connection in
            var watcher = try Connection(Workbench.options(bench.database, role: nil))
            let process = try connection.queryOne("SELECT pg_backend_pid()", as: Int32.self)
            let run = try RunLedger.begin(&connection, command: "test", programVersion: "test")
            var rest = slices[...]
            var isOpen: [Bool] = []
            let report = try SliceLoader(request, run: run).load(&connection, prove: prove) {
                isOpen.append(
                    try watcher.queryOne(
                        "SELECT xact_start IS NOT NULL FROM pg_stat_activity WHERE pid = \(process)",
                        as: Bool.self))
                return rest.popFirst()
            }
            return (report, isOpen)
        }
    }

    @Test func `a source that does not come in pieces is waited for outside of transactions`()
        async throws
    {
        try await SliceBench.with { bench in
            for size in [1, 2, 10] {
                let slices = try Self.slices(Double(size))
                let load = try await Self.load(slices, bench, rowsInTransaction: size)
                #expect(load.isOpen.count > slices.count)
                #expect(!load.isOpen.contains(true), "\(size) rows in a transaction")
            }
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `pieces are one transaction with one row in the ledger`() async throws {
        try await SliceBench.with { bench in
            // Not a first load, which looks ahead to see how large it is.
            try await bench.load([try SliceBench.slice("N00090", 2022, [Figure("0182", 4)])])
            let load = try await Self.load(try Self.slices(5), bench, rowsInPiece: 1)
            #expect(load.isOpen == [false, true, true, true, true, false])
            #expect(load.report.counts.four == [3, 1, 0, 0])
            // The second is what the run closes with.
            #expect(load.report.loads.count == 2)
            #expect(
                try await bench.lines(
                    "SELECT loaded_slices, new_rows, revised_rows FROM etl.load ORDER BY load_key")
                    == ["1|1|0", "0|0|0", "4|3|1", "0|0|0"])
            #expect(
                try await bench.facts() == [
                    "N00090/2022 0182 T 5 r2", "N00091/2022 0182 T 5 r1",
                    "N81234/2022 0182 T 5 r1", "N81235/2022 0182 T 5 r1",
                ])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `a slice that comes again in a later piece waits for the next transaction`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.load([try SliceBench.slice("N00090", 2022, [Figure("0182", 4)])])
            var slices = try Self.slices(5)
            slices.append(try SliceBench.slice("N81234", 2022, [Figure("0182", 6)]))
            let load = try await Self.load(slices, bench, rowsInPiece: 1)
            #expect(load.report.counts.four == [3, 2, 0, 0])
            #expect(load.report.loads.count == 3)
            #expect(try await bench.facts().contains("N81234/2022 0182 T 6 r2"))
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `nothing is lasting before the end has been proved`() async throws {
        try await SliceBench.with { bench in
            try await bench.load(try Self.slices(5))
            let before = try await bench.facts()
            await #expect(throws: TestFailure.self) {
                try await Self.load(try Self.slices(6), bench, rowsInPiece: 1) {
                    throw TestFailure("the file is cut")
                }
            }
            #expect(try await bench.facts() == before)
            let load = try await Self.load(try Self.slices(6), bench, rowsInPiece: 1)
            #expect(load.report.counts.four == [0, 4, 0, 0])
            #expect(try await bench.faults() == [])
        }
    }
}
