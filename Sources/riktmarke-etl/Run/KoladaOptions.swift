internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Kolada
internal import KoladaLoading
internal import LocalServer
internal import Pipeline
internal import SourceAdapters
internal import SystemPackage

/// What one run wants of Kolada, in place of what its specification says.
struct KoladaOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Koladas nyckeltal: all, eller id och grupper med komma emellan.",
            en: "Kolada's indicators: all, or ids and groups with commas between."
        ).help(valueName: "all|id,…"))
    var kpi: String?

    @Option(
        help: Text(
            sv: "Enheter: all, eller koder och grupper med komma emellan.",
            en: "Units: all, or codes and groups with commas between."
        ).help(valueName: "all|code,…"))
    var unit: String?

    @Option(
        help: Text(sv: "År, till exempel 2010-2024.", en: "Years, such as 2010-2024.")
            .help(valueName: "from-to"))
    var year: String?

    @Option(
        help: Text(sv: "Högst så många frågor i sekunden.", en: "The most requests a second.")
            .help(valueName: "n"))
    var rate: Double?

    @Option(
        help: Text(
            sv: "Släpp igenom kvarhållna skivor, till exempel N00914/2022, eller all.",
            en: "Let slices through that are held back, such as N00914/2022, or all."
        ).help(valueName: "all|slice,…"))
    var accept: String?

    @Option(
        help: Text(
            sv:
                "Läs Koladas värden ur en fil i stället för att hämta dem (CSV eller JSON, även .gz).",
            en: "Read Kolada's values from a file instead of fetching them (CSV or JSON, .gz too)."
        ).help(valueName: "file"), completion: .file())
    var fromFile: String?

    @Flag(
        help: Text(
            sv: "Hämta allt, inte bara det som ändrats.",
            en: "Fetch everything, not only what has changed."
        ).help())
    var full = false

    @Flag(
        help: Text(
            sv: "Hämta bara det som ändrats, när en tidigare hämtning går att bygga på.",
            en: "Fetch only what has changed, where an earlier fetch can be built upon."
        ).help())
    var changes = false

    @Flag(
        help: Text(
            sv: "Läs in det som senast hämtades igen, utan nät.",
            en: "Load again what was fetched last, without any network."
        ).help())
    var fromSnapshot = false

    @Option(
        help: Text(
            sv: "Läs in en äldre ögonblicksbild, vid namn.",
            en: "Load an older snapshot, by its name."
        ).help(valueName: "name"))
    var snapshot: String?

    func validate() throws {
        let isReplay = fromSnapshot || snapshot != nil
        let narrows = kpi != nil || unit != nil || year != nil
        if isReplay, fromFile != nil || narrows || rate != nil {
            throw ValidationError(
                Text(
                    sv: "en ögonblicksbild läses in som den är, utan andra val än --accept",
                    en: "a snapshot is loaded as it is, with no other choice than --accept"
                ).helpText)
        }
        if full && changes || (full || changes) && (isReplay || fromFile != nil) {
            throw ValidationError(
                Text(
                    sv: "--full och --changes gäller en hämtning, och bara en av dem",
                    en: "--full and --changes are about a fetch, and only one of them"
                ).helpText)
        }
        if let rate, !(rate > 0 && rate <= 1000) {
            throw ValidationError(
                Text(
                    sv: "--rate ska vara mer än 0 och högst 1000",
                    en: "--rate must be more than 0 and at most 1000"
                ).helpText)
        }
        if let year, KoladaSpec.years(year) == nil {
            throw ValidationError(
                Text(
                    sv: "--year ska vara två år, till exempel 2010-2024",
                    en: "--year must be two years, such as 2010-2024"
                ).helpText)
        }
    }

    /// Whether any of them was given.
    var areUsed: Bool {
        fromSnapshot || full || changes || rate != nil
            || [kpi, unit, year, accept, fromFile, snapshot].contains { $0 != nil }
    }

    /// The options as they were given, for the ledger.
    var written: [String] {
        let named = [
            ("--kpi", kpi), ("--unit", unit), ("--year", year), ("--rate", rate.map { "\($0)" }),
            ("--accept", accept), ("--from-file", fromFile), ("--snapshot", snapshot),
        ]
        return named.flatMap { name, value in value.map { [name, $0] } ?? [] }
            + [("--full", full), ("--changes", changes), ("--from-snapshot", fromSnapshot)]
            .compactMap { name, isSet in isSet ? name : nil }
    }

    /// What this run wants: the options, and where there is none, the specification.
    ///
    /// - Throws: `Failure` for an address that is none, and where no folder for snapshots is found.
    func request(_ spec: KoladaSpec, _ environment: Environment) throws -> KoladaRequest {
        let declared = try spec.service.map(ServiceAddress.init) ?? .kolada
        let service = try environment["RIKTMARKE_KOLADA_URL"].map(ServiceAddress.init) ?? declared
        var request = KoladaRequest(
            origin: origin,
            indicators: kpi.map(Self.indicators) ?? Self.indicators(spec.indicators),
            units: unit.map(Self.units) ?? Self.units(spec.units),
            years: year.flatMap(KoladaSpec.years) ?? spec.years,
            accepted: accept.map(Self.accepted) ?? .slices([]),
            requestsPerSecond: rate ?? spec.requestsPerSecond,
            service: service, snapshots: try Self.snapshots(environment))
        request.isDeclaredService = service == declared
        request.sweep = full ? .everything : changes ? .changes : .automatic
        return request
    }

    private var origin: KoladaRequest.Origin {
        if let fromFile { return .file(FilePath(fromFile)) }
        return fromSnapshot || snapshot != nil ? .snapshot(snapshot) : .service
    }

    private static func snapshots(_ environment: Environment) throws -> FilePath {
        if let named = environment["RIKTMARKE_SNAPSHOTS"] { return FilePath(named) }
        // Beside the private database, whose folder belongs to its server alone.
        let data = try ClusterFolder.standard().path
        return data.removingLastComponent().appending(
            (data.lastComponent?.string ?? "riktmarke") + "-snapshots")
    }
}

extension KoladaOptions {
    /// Words between commas.
    private static func words(_ text: String) -> [String] {
        text.filter { !$0.isWhitespace }.split(separator: ",").map(String.init)
    }

    private static func indicators(_ text: String) -> IndicatorSelection {
        let words = words(text)
        guard words != ["all"] else { return .all }
        let isGroup: (String) -> Bool = { $0.uppercased().hasPrefix("G") }
        return .listed(ids: words.filter { !isGroup($0) }, groups: words.filter(isGroup))
    }

    private static func units(_ text: String) -> UnitSelection {
        let words = words(text)
        guard words != ["all"] else { return .all }
        let isGroup: (String) -> Bool = { word in
            word.uppercased().hasPrefix("G") && word.dropFirst().allSatisfy(\.isNumber)
        }
        return .listed(codes: words.filter { !isGroup($0) }, groups: words.filter(isGroup))
    }

    private static func accepted(_ text: String) -> SliceRequest.Accepted {
        let words = words(text)
        return words == ["all"] ? .all : .slices(Set(words))
    }

    private static func indicators(_ choice: KoladaSpec.Choice) -> IndicatorSelection {
        switch choice {
        case .all: .all
        case .listed(let ids, let groups, let areas):
            .listed(ids: ids, groups: groups, areas: areas)
        }
    }

    private static func units(_ choice: KoladaSpec.Choice) -> UnitSelection {
        switch choice {
        case .all: .all
        case .listed(let ids, let groups, _): .listed(codes: ids, groups: groups)
        }
    }
}
