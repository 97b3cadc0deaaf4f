internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// Which indicators are asked for, of many.
struct IndicatorSelectionOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Bara dessa nyckeltal, koder eller namn med komma emellan.",
            en: "Only these indicators, codes or names parted by commas."
        ).help(valueName: "indicator,…"))
    var indicators: [String] = []

    @Option(
        help: Text(
            sv: "Bara nyckeltalen i en fil: CSV med kolumnen indicator_code, eller en kod per rad.",
            en:
                "Only the indicators of a file: CSV with the column indicator_code, or a code a line."
        ).help(valueName: "file"), completion: .file())
    var list: String?

    @Option(
        help: Text(
            sv: "Bara nyckeltal i ett verksamhetsområde; en del av namnet räcker.",
            en: "Only indicators of an area of work; a part of its name is enough."
        ).help(valueName: "area"))
    var area: String?

    @Option(
        help: Text(
            sv:
                "Bara en grupp av nyckeltal, kod eller namn; riktmarke indicators --groups visar dem.",
            en:
                "Only a group of indicators, code or name; riktmarke indicators --groups shows them."
        ).help(valueName: "group"))
    var indicatorGroup: String?

    /// The words of the options; they can only be used one at a time.
    /// - Throws: `Failure` with status 64 for two of them, 65 and 66 for a file that cannot be read.
    func chosen() throws(Failure) -> IndicatorChoice {
        let given = [
            (indicators.isEmpty ? nil : "--indicators"), list.map { _ in "--list" },
            area.map { _ in "--area" }, indicatorGroup.map { _ in "--indicator-group" },
        ].compactMap(\.self)
        if given.count > 1 { throw UsageConflict.between(given[0], given[1]) }
        if let list { return .listed(try IndicatorListFile.words(list)) }
        if let area { return .area(area) }
        if let indicatorGroup { return .group(indicatorGroup) }
        return indicators.isEmpty ? .all : .listed(NameList.names(indicators))
    }
}

/// Which indicators are meant, as words.
enum IndicatorChoice: Sendable {
    /// All of them.
    case all
    /// Those named one by one.
    case listed([String])
    /// Those of an area of work.
    case area(String)
    /// Those of a catalogue's group.
    case group(String)

    /// The keys of those that are named or belong to the group; `nil` where neither is meant.
    /// - Throws: `Failure` with status 64 for a word that means no indicator, and no group.
    func keys(
        _ focus: Municipality, asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws -> [Int32]? {
        switch self {
        case .all, .area: return nil
        case .listed(let words):
            return try words.map {
                try IndicatorArgument($0, for: focus, &connection).indicator.key
            }
        case .group(let text):
            let group = try IndicatorGroupDirectory(&connection)
                .find(text, argument: "--indicator-group")
            return try IndicatorGroupDirectory.members(&connection, of: group, asOf: asOf)
        }
    }

    /// Whether an indicator belongs to the area that is asked for.
    func includes(_ indicator: Indicator) -> Bool {
        includes(area: indicator.operatingArea)
    }

    /// Whether an indicator of an operating area is meant, as far as the area decides it.
    func includes(area own: String?) -> Bool {
        guard case .area(let area) = self else { return true }
        guard let own else { return false }
        return NameFolding.key(own).contains(NameFolding.key(area))
    }

    /// What to say when nothing belongs to the area.
    static func noArea(_ area: String, _ known: Set<String>) -> Failure {
        let near = known.sorted { SwedishOrder.areInOrder($0, $1) }.prefix(20)
        return Failure(
            .negative, code: "indicator.no-area",
            Text(
                sv: "inget nyckeltal med värde hör till området \"\(area)\"",
                en: "no indicator with a value belongs to the area \"\(area)\""),
            at: .argument("--area"),
            hint: Text(
                sv: "skriv en del av ett namn nedan", en: "write a part of one of the names below"),
            notes: near.map { Text(verbatim: $0) })
    }
}

/// A file that lists indicators.
enum IndicatorListFile {
    /// The column that holds them.
    private static let column = "indicator_code"

    /// The words of a file, in its order.
    /// - Throws: `Failure` with status 65, 66, 74 or 77.
    static func words(_ path: String) throws(Failure) -> [String] {
        var input = try StatsInput(path: path)
        let place = input.header.firstIndex(of: column)
        // A plain list has no header: its first line is an indicator like the others.
        var words = place == nil ? Array(input.header.prefix(1)) : []
        var problems = StatsProblems()
        while let row = try input.next(&problems) {
            let cell = row.cells.indices.contains(place ?? 0) ? row.cells[place ?? 0] : ""
            let word = StatsColumns.trimmed(cell)
            if !word.isEmpty { words.append(word) }
        }
        guard problems.isEmpty else { throw problems.failure }
        return words
    }
}
