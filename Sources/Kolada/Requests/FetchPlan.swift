internal import Indicators

/// The requests that fetch a scope.
public struct FetchPlan: Sendable, Hashable {
    /// The most ids or years that one segment of a path may hold; Kolada answers 422 to more.
    public static let segmentLimit = 25
    /// The most values on a page; Kolada answers 422 to more.
    public static let pageSize = 5000

    /// What is fetched.
    public let scope: FetchScope
    /// The requests, by the indicators that they are for.
    public let batches: [FetchBatch]

    /// Plans the requests for a scope.
    public init(_ scope: FetchScope) {
        self.scope = scope
        let units = Self.segments(scope.units.map(\.description))
        let years = scope.years.map { Self.segments($0.map(String.init)) } ?? []
        var query = "per_page=\(Self.pageSize)"
        if let day = scope.changedSince { query += "&from_date=\(day)" }
        batches = stride(from: 0, to: scope.indicators.count, by: Self.segmentLimit).map { start in
            let end = min(start + Self.segmentLimit, scope.indicators.count)
            let indicators = Array(scope.indicators[start..<end])
            let kpi = indicators.map(\.description).joined(separator: ",")
            let paths = units.flatMap { unit -> [String] in
                let path = "data/kpi/\(kpi)/municipality/\(unit)"
                return years.isEmpty
                    ? ["\(path)?\(query)"] : years.map { "\(path)/year/\($0)?\(query)" }
            }
            return FetchBatch(indicators: indicators, paths: paths)
        }
    }

    /// How many first pages there are to ask for.
    public var requestCount: Int { batches.reduce(0) { $0 + $1.paths.count } }

    private static func segments(_ ids: [String]) -> [String] {
        stride(from: 0, to: ids.count, by: segmentLimit).map { start in
            ids[start..<min(start + segmentLimit, ids.count)].joined(separator: ",")
        }
    }
}

/// Requests that together tell all of some indicators' slices.
public struct FetchBatch: Sendable, Hashable {
    /// The indicators.
    public let indicators: [KoladaIndicatorID]
    /// The paths of the first pages, below the service's address.
    public let paths: [String]
}

/// A list of the catalogue that can be asked for.
public enum CatalogueList: String, Sendable, Hashable, CaseIterable {
    /// The indicators.
    case indicators = "kpi"
    /// The units.
    case units = "municipality"
    /// The groups of units.
    case unitGroups = "municipality_groups"
    /// The groups of indicators.
    case indicatorGroups = "kpi_groups"

    /// The path of its first page, below the service's address.
    public var path: String { "\(rawValue)?per_page=\(FetchPlan.pageSize)" }
}
