internal import Indicators
internal import Kolada
internal import Pipeline
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// What a fetch asks for once Kolada's catalogue is known, and what is remembered of it.
struct KoladaQuestion: Sendable {
    let service: ServiceAddress
    let indicators: [KoladaIndicatorID]
    let units: [MunicipalityCode]
    let years: ClosedRange<Int>?
    /// The indicators as they were asked for: a run of some is another question than one of all.
    let selection: IndicatorSelection

    /// Resolves a request.
    /// - Throws: `Failure` for a selection that cannot be meant.
    init(_ request: KoladaRequest, _ catalogue: KoladaCatalogue) throws {
        service = request.service
        indicators = try request.indicators.resolve(in: catalogue)
        units = try request.units.resolve(in: catalogue)
        years = request.years
        selection = request.indicators
    }

    /// SHA-256 over what is wanted, the day left out.
    ///
    /// - Throws: `SourceError` when OpenSSL refuses.
    func digest() throws -> [UInt8] {
        try LoadIdentity.digest(of: [
            Array("kolada question 1".utf8), Array(service.description.utf8), Array(written.utf8),
            Array(units.map(\.description).joined(separator: ",").utf8),
            Array((years.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "all").utf8),
        ])
    }

    private var written: String {
        switch selection {
        case .all: "all"
        case .listed(let ids, let groups, let areas):
            [ids, groups, areas].map { $0.sorted().joined(separator: ",") }.joined(separator: ";")
        }
    }

    /// What earlier sweeps leave to build upon.
    func known(
        _ connection: inout Connection, source: String
    ) throws -> SweepRule.Known? {
        guard
            let known = try SweepLedger.known(
                &connection, source: source, question: try digest())
        else { return nil }
        return SweepRule.Known(
            fullBegan: known.fullBeganAt.unixSeconds,
            indicators: Set(known.indicators.compactMap { KoladaIndicatorID($0) }),
            settledBegan: known.settledBeganAt.map(\.unixSeconds))
    }

    /// What is recorded of a sweep that asks it.
    func sweep(began: Double, since: CalendarDay?) throws -> Sweep {
        Sweep(
            question: try digest(),
            beganAt: PostgresTimestamp(unixMicroseconds: Int64(began * 1e6)),
            changedSince: since.flatMap {
                PostgresDate(year: $0.year, month: $0.month, day: $0.day)
            }, indicators: indicators.map(\.description))
    }

    /// What is fetched.
    func scope(since: CalendarDay?) -> FetchScope {
        FetchScope(indicators: indicators, units: units, years: years, changedSince: since)
    }
}

extension PostgresTimestamp {
    fileprivate var unixSeconds: Double { Double(unixMicroseconds) / 1e6 }
}
