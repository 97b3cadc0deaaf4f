import Diagnostics
import Indicators
import Pipeline
import Postgres
import SourceAdapters
import TestSupport
import Warehouse

/// One figure as a test writes it.
struct Figure: Hashable, Sendable {
    var unit: String
    var gender: Gender = .total
    /// `nil` for a row that says that there is no value.
    var value: ScaledDecimal?
    var status: OutcomeStatus

    /// A value of at most one decimal, or none.
    init(_ unit: String, _ value: Double?, _ gender: Gender = .total) {
        self.init(
            unit,
            exact: value.map { ScaledDecimal(units: Int64(($0 * 10).rounded()), scale: 1) }, gender)
    }

    init(_ unit: String, exact value: ScaledDecimal?, _ gender: Gender = .total) {
        self.unit = unit
        self.value = value
        self.gender = gender
        status = value == nil ? .missingNull : .ok
    }

    /// A figure that the source has deleted.
    static func deleted(_ unit: String, _ gender: Gender = .total) -> Figure {
        var figure = Figure(unit, nil, gender)
        figure.status = .withdrawn
        return figure
    }

    var text: String {
        let canonical = value?.canonical
        let number = canonical.map { "\($0.units)e-\($0.scale)" } ?? "-"
        return "\(unit) \(gender.rawValue) \(status.rawValue) \(number)"
    }

    var row: SliceRow {
        get throws {
            let units =
                try Int64(exactly: value?.units ?? 0) ?? { throw TestFailure("too large") }()
            return SliceRow(
                municipality: try MunicipalityCode(unit).number, gender: gender, status: status,
                units: units, scale: value?.scale ?? 0)
        }
    }
}

/// Loads slices that a test makes into a warehouse with the shipped reference data.
struct SliceBench: Sendable {
    let database: TestDatabase

    static let source = SourceDimension.Description(
        code: "kolada", title: "Kolada", publisher: "RKA", licence: nil, url: nil, precedence: 10)

    /// Rules that hold nothing back.
    static let lenient = HoldbackRules(maxLostShare: 1, maxFactor: 1e300, minimumValues: 1)

    static let file = SliceFile(
        name: "answer.json.gz", sha256: Array(repeating: 7, count: 32), byteCount: 100,
        url: "https://api.kolada.se/v3/data/kpi/N00090/year/2022")

    /// Lends a warehouse.
    static func with<R: Sendable>(
        _ body: @Sendable (SliceBench) async throws -> R
    ) async throws -> R {
        try await Workbench.withEmpty { bench in
            try await body(SliceBench(database: bench.database))
        }
    }

    /// A slice of figures in the order given.
    static func slice(
        _ indicator: String, _ year: Int, _ figures: [Figure], rejected: Int = 0,
        notes: [String] = []
    ) throws -> Slice {
        guard let code = IndicatorCode(indicator) else {
            throw TestFailure("no code: \(indicator)")
        }
        // Equal figures make equal digests, whatever their order and repetition.
        let texts = Set(figures.map(\.text)).sorted()
        return Slice(
            indicator: code, year: year, rows: try figures.map { try $0.row }, notes: notes,
            digest: try LoadIdentity.digest(
                of: (["\(indicator)/\(year)"] + texts).map { Array($0.utf8) }),
            rejectedRows: rejected, files: [file])
    }

    /// Loads slices in a run of its own, at a time of the test's choosing.
    @discardableResult
    func load(
        _ slices: [Slice], units: [String]? = nil,
        coverage: SliceRequest.Coverage = .complete, rules: HoldbackRules = lenient,
        accepted: SliceRequest.Accepted = .slices([]), at time: String? = nil,
        rowsInTransaction: Int = 200_000, rowsInPiece: Int? = nil, identity: [UInt8]? = nil
    ) async throws -> SliceReport {
        let request = SliceRequest(
            source: Self.source, units: try units?.map { try MunicipalityCode($0) },
            coverage: coverage, rules: rules, accepted: accepted, identity: identity,
            rowsInTransaction: rowsInTransaction, rowsInPiece: rowsInPiece)
        return try await connect { connection in
            if let time {
                try connection.execute("SELECT set_config('riktmarke.clock', \(time), false)")
            }
            try RunLedger.takeLock(&connection)
            let run = try RunLedger.begin(&connection, command: "test", programVersion: "test")
            var rest = slices[...]
            let report = try SliceLoader(request, run: run).load(&connection) { rest.popFirst() }
            try RunLedger.finish(&connection, run: run, exitStatus: report.exitStatus.rawValue)
            // The server may see the end of the session later than the next one begins.
            try connection.execute("SELECT pg_advisory_unlock_all()")
            return report
        }
    }

    /// Lends a session of the loading role.
    func connect<R: Sendable>(
        _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        let session = try await Session(Workbench.options(database))
        do {
            let result = try await session.withConnection(body)
            await session.close()
            return result
        } catch {
            await session.close()
            throw error
        }
    }

    /// Current figures, in order: `N00090/2022 0182 T 5.5 r1`; no value shows its status.
    func facts() async throws -> [String] {
        try await lines(
            """
            SELECT i.indicator_code || '/' || p.period_code || ' ' || m.municipality_code || ' ' || g.gender_code
                || ' ' || coalesce(trim_scale(f.value)::text, s.status_code) || ' r' || f.revision_no
            FROM dw.fact_outcome AS f
            JOIN dw.dim_indicator AS i USING (indicator_key) JOIN dw.dim_period AS p USING (period_key)
            JOIN dw.dim_municipality AS m USING (municipality_key) JOIN dw.dim_gender AS g USING (gender_key)
            JOIN dw.dim_outcome_status AS s USING (status_key)
            ORDER BY 1
            """)
    }

    /// What was known at a time: `N00090/2022 0182 T 5.5`, withdrawn figures left out.
    func known(at time: String) async throws -> [String] {
        try await lines(
            """
            SELECT i.indicator_code || '/' || p.period_code || ' ' || m.municipality_code || ' ' || g.gender_code
                || ' ' || coalesce(trim_scale(f.value)::text, s.status_code)
            FROM mart.outcome_version AS f
            JOIN dw.dim_indicator AS i USING (indicator_key) JOIN dw.dim_period AS p USING (period_key)
            JOIN dw.dim_municipality AS m USING (municipality_key) JOIN dw.dim_gender AS g USING (gender_key)
            JOIN dw.dim_outcome_status AS s USING (status_key)
            WHERE f.recorded_from <= '\(time)' AND (f.recorded_to IS NULL OR f.recorded_to > '\(time)')
                AND f.status_key <> 199
            ORDER BY 1
            """)
    }

    /// What the structural checks find; must be empty.
    func faults() async throws -> [String] {
        try await connect { connection in
            try DataCheck.all.flatMap { check throws(PostgresError) in
                try check.run(&connection).map { "\(check.name): \($0.subject): \($0.problem)" }
            }
        }
    }

    func lines(_ sql: String) async throws -> [String] {
        try await database.psql(sql).split(separator: "\n").map(String.init)
    }
}

extension LoadCounts {
    /// New, revised, unchanged, withdrawn.
    var four: [Int64] { [new, revised, unchanged, withdrawn] }
}
