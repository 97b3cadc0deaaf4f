public import Diagnostics
internal import Indicators
public import Kolada
public import Snapshots

/// What a snapshot says of the fetch that made it, so that a replay asks for the same.
public struct FetchFacts: Sendable, Hashable {
    /// The service that was asked.
    public var service: ServiceAddress
    /// What was asked for.
    public var scope: FetchScope

    /// States the facts.
    public init(service: ServiceAddress, scope: FetchScope) {
        self.service = service
        self.scope = scope
    }

    /// The facts in the form that a manifest keeps.
    public var written: [String: String] {
        var facts = [
            "source": "kolada",
            "service": service.description,
            "indicators": scope.indicators.map(\.description).joined(separator: ","),
            "units": scope.units.map(\.description).joined(separator: ","),
        ]
        if let years = scope.years { facts["years"] = "\(years.lowerBound)-\(years.upperBound)" }
        if let day = scope.changedSince { facts["changed_since"] = day.description }
        return facts
    }

    /// Reads the facts of a manifest.
    /// - Throws: `Failure` with status 65 where they are not those of a fetch from Kolada.
    public init(_ manifest: SnapshotManifest) throws(Failure) {
        let facts = manifest.facts
        func list(_ name: String) -> [Substring] { (facts[name] ?? "").split(separator: ",") }
        let indicators = list("indicators").compactMap { KoladaIndicatorID($0) }
        let units = list("units").compactMap { try? MunicipalityCode($0) }
        let years = facts["years"].flatMap(Self.years)
        let day = facts["changed_since"].flatMap { CalendarDay($0) }
        guard facts["source"] == "kolada", let text = facts["service"],
            indicators.count == list("indicators").count, units.count == list("units").count,
            (years == nil) == (facts["years"] == nil),
            (day == nil) == (facts["changed_since"] == nil)
        else {
            throw Failure(
                .data, code: "snapshot.foreign",
                Text(
                    sv:
                        "ögonblicksbilden \"\(manifest.name)\" är inte gjord av en hämtning från Kolada",
                    en: "the snapshot \"\(manifest.name)\" was not made by a fetch from Kolada"))
        }
        service = try ServiceAddress(text)
        scope = FetchScope(indicators: indicators, units: units, years: years, changedSince: day)
    }

    private static func years(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }
}
