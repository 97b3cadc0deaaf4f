import Postgres
import TestSupport
import Warehouse

/// A figure as a source states it, in the keys of ``WarehouseFixture/small``.
struct StatedFigure: Sendable {
    /// The number as SQL writes it; nil for none.
    var value: String?
    var unit: Int16 = 2
    var indicator: Int32 = 1
    var period: Int32 = 120_170_000
    var gender: Int16 = 0
    var document: Int32 = 2
    /// 0 ok, 100 dash; see `dw.dim_outcome_status`.
    var status: Int16 = 0
    var line: Int32 = 2
    var documentLine: Int32?
    var note: String?
    var isTarget = false
    var isPeriodDeclared = true

    /// A figure with a value.
    init(
        _ value: String, unit: Int16 = 2, document: Int32 = 2, line: Int32 = 2,
        documentLine: Int32? = nil, note: String? = nil, isTarget: Bool = false
    ) {
        self.value = value
        self.unit = unit
        self.document = document
        self.line = line
        self.documentLine = documentLine
        self.note = note
        self.isTarget = isTarget
    }

    /// A figure without a value.
    init(status: Int16, unit: Int16 = 2, document: Int32 = 2, isTarget: Bool = false) {
        self.status = status
        self.unit = unit
        self.document = document
        self.isTarget = isTarget
    }
}

/// What a load did, as the ledger counts it.
struct LoadedCounts: Equatable {
    var new: Int64
    var revised: Int64
    var unchanged: Int64
    var withdrawn: Int64
    var load: Int32 = 0

    /// The number of the load is not what counts.
    static func == (left: LoadedCounts, right: LoadedCounts) -> Bool {
        (left.new, left.revised, left.unchanged, left.withdrawn)
            == (right.new, right.revised, right.unchanged, right.withdrawn)
    }
}

extension Connection {
    /// Loads all that the documents of a source state, in one transaction.
    @discardableResult
    mutating func load(
        _ figures: [StatedFigure], documents: [Int32] = [2], withdraws: Bool = true
    ) throws -> LoadedCounts {
        let source: Int16 = documents == [1] ? 1 : 2
        return try transaction(.readWrite) { connection in
            try OutcomeMerge.clearStaging(&connection)
            let load = try LoadLedger.begin(
                &connection, run: 1, source: source, identity: Array(repeating: 7, count: 32),
                files: [
                    LoadLedger.File(
                        number: 1, name: "figures.csv", sha256: Array(repeating: 9, count: 32),
                        byteCount: 1, encoding: "utf-8")
                ])
            for figure in figures { try connection.stage(figure) }
            let outcomes = try OutcomeMerge.mergeOutcomes(&connection, load: load)
            let targets = try OutcomeMerge.mergeTargets(&connection, load: load)
            var counts = LoadCounts()
            counts.read = outcomes.staged + targets.staged
            counts.new = outcomes.new + targets.new
            counts.revised = outcomes.revised + targets.revised
            counts.unchanged = outcomes.unchanged + targets.unchanged
            if withdraws {
                counts.withdrawn = try OutcomeMerge.withdrawVanished(
                    &connection, load: load, documents: documents)
            }
            try LoadLedger.finish(
                &connection, load: load, state: .loaded, counts: counts, seconds: 0)
            return LoadedCounts(
                new: counts.new, revised: counts.revised, unchanged: counts.unchanged,
                withdrawn: counts.withdrawn, load: load)
        }
    }

    /// Puts a figure into staging.
    mutating func stage(_ figure: StatedFigure) throws {
        try execute(
            """
            INSERT INTO staging.observation (indicator_key, period_key, document_key, source_line,
                municipality_key, gender_key, status_key, source_file, source_column, is_target,
                period_declared, value, document_line, note)
            VALUES (\(figure.indicator), \(figure.period), \(figure.document), \(figure.line),
                \(figure.unit), \(figure.gender), \(figure.status), 1, 3, \(figure.isTarget),
                \(figure.isPeriodDeclared), \(figure.value)::text::numeric,
                \(figure.documentLine), \(figure.note))
            """)
    }

    /// Runs a query of one text column and gives its rows, for what a test looks at.
    mutating func texts(_ sql: SQL) throws -> [String] {
        try query(sql, as: String.self)
    }
}

/// Runs a body that must fail with a ``PostgresError``, and gives the error.
func postgresError<R>(_ body: () throws -> R) throws -> PostgresError {
    do {
        _ = try body()
    } catch let error as PostgresError {
        return error
    }
    throw TestFailure("no error was thrown")
}
