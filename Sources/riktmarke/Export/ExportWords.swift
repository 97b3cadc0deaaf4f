internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// A selection in words; the warehouse knows what they mean.
struct ExportWords: Sendable {
    var indicators: [String]
    var municipalities: [String]
    var group: String?
    var from: Period?
    var to: Period?
    /// `nil` for all.
    var genders: [Gender]?
    var asOf: String?
    var allSources: Bool
    var targets: Bool

    /// Finds out what the words mean.
    /// - Throws: `Failure` with status 64 for a word that means nothing; what the server reports.
    func resolve(_ connection: inout Connection) throws -> ExportSelection {
        var selection = ExportSelection()
        selection.asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        if !indicators.isEmpty { selection.indicators = try findIndicators(&connection) }
        if !municipalities.isEmpty || group != nil {
            selection.municipalities = try findMunicipalities(selection.asOf, &connection)
        }
        selection.from = from
        selection.to = to
        selection.genders = genders
        selection.allSources = allSources
        selection.targets = targets
        return selection
    }

    /// Titles hold commas too: a value that is no list of codes is tried as one name first.
    private func findIndicators(_ connection: inout Connection) throws -> [Indicator] {
        let directory = IndicatorDirectory(
            indicators: try IndicatorDimension.all(&connection),
            aliases: try IndicatorDimension.aliases(&connection))
        var found: [Indicator] = []
        for value in indicators {
            if value.contains(","), let whole = try? directory.find(value) {
                found.append(whole.indicator)
                continue
            }
            for name in NameList.names([value]) {
                found.append(try directory.find(name, argument: "--indicator").indicator)
            }
        }
        return found
    }

    private func findMunicipalities(
        _ asOf: PostgresTimestamp?, _ connection: inout Connection
    ) throws -> [Municipality] {
        let directory = try MunicipalityDirectory.read(
            for: municipalities, needsAll: group != nil, &connection)
        guard let group else {
            var found: [Municipality] = []
            for name in municipalities {
                found.append(try directory.find(name, argument: "--kommun"))
            }
            return found
        }
        return try PeerSelection(
            groupCode: group, day: to.map { PostgresDate(lastDayOf: $0) } ?? .today, asOf: asOf,
            directory: directory, argument: "--group", &connection
        ).members
    }
}
