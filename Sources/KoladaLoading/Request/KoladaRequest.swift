public import Kolada
public import Pipeline
public import SystemPackage

/// What one run wants of Kolada: its specification's wishes, or those of the command line.
public struct KoladaRequest: Sendable {
    /// Where the values come from.
    public enum Origin: Sendable, Hashable {
        /// The service.
        case service
        /// A file in the API's form or the bulk file's, plain or compressed by gzip.
        case file(FilePath)
        /// What was kept of an earlier fetch; the newest when it has no name.
        case snapshot(String?)
    }

    /// Where the values come from.
    public var origin: Origin
    /// Which indicators.
    public var indicators: IndicatorSelection
    /// Which units.
    public var units: UnitSelection
    /// Which years; nil for all.
    public var years: ClosedRange<Int>?
    /// Held-back slices that somebody lets through.
    public var accepted: SliceRequest.Accepted
    /// The most requests a second.
    public var requestsPerSecond: Double
    /// Where the service is.
    public var service: ServiceAddress
    /// Whether that is the service that the specification declares, whose dates are trusted.
    public var isDeclaredService = true
    /// Whether everything is asked for, or what has changed.
    public var sweep = SweepRule.Wish.automatic
    /// Whether it is only a plan, which removes no snapshot.
    public var isRehearsal = false
    /// The folder of snapshots.
    public var snapshots: FilePath

    /// States a request.
    public init(
        origin: Origin = .service, indicators: IndicatorSelection = .all,
        units: UnitSelection = .all, years: ClosedRange<Int>? = nil,
        accepted: SliceRequest.Accepted = .slices([]), requestsPerSecond: Double = 5,
        service: ServiceAddress = .kolada, snapshots: FilePath
    ) {
        self.origin = origin
        self.indicators = indicators
        self.units = units
        self.years = years
        self.accepted = accepted
        self.requestsPerSecond = requestsPerSecond
        self.service = service
        self.snapshots = snapshots
    }

    /// Whether somebody lets any slice through.
    var acceptsSomething: Bool {
        switch accepted {
        case .all: true
        case .slices(let names): !names.isEmpty
        }
    }
}
