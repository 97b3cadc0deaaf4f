internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// What `changes` was asked, in words; `resolve` finds out what they mean.
struct ChangesQuestion: Sendable {
    let since: String?
    let kommun: String?
    let group: String?
    let watch: WatchList?
    let asOf: String?

    /// Finds out what the words mean.
    /// - Throws: `Failure` with status 64 for a word that means nothing, 78 for a watched indicator
    ///   that nobody knows, 1 when no run has changed anything; what the server reports.
    func resolve(_ connection: inout Connection) throws -> ChangesInquiry {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        guard let start = try ChangeStart.resolve(since, asOf: asOf, &connection) else {
            throw Self.nothingLoaded
        }
        let directory = try MunicipalityDirectory.read(
            for: [kommun].compactMap(\.self), needsAll: true, &connection)
        let indicators = try IndicatorDimension.all(&connection)
        var scope = ChangeScope(start: start)
        scope.asOf = asOf
        scope.focus = try kommun.map { word throws(Failure) in
            try directory.find(word, argument: "--kommun")
        }
        scope.indicators = try watch.map { list throws(Failure) in
            try list.indicators(among: indicators)
        }
        if let group {
            scope.group = try PeerSelection(
                groupCode: group, day: .today, asOf: asOf, directory: directory,
                argument: "--group", &connection
            ).group
        }
        return ChangesInquiry(scope: scope, directory: directory, indicators: indicators)
    }

    private static let nothingLoaded = Failure(
        .negative, code: "changes.no-run",
        Text(
            sv: "ingen körning har ändrat något i lagret",
            en: "no run has changed anything in the warehouse"),
        hint: Text(
            sv: "läs in värden med riktmarke-etl run", en: "load values with riktmarke-etl run"))
}

/// Whose changes are told, with what is needed to name them.
struct ChangesInquiry: Sendable {
    let scope: ChangeScope
    let directory: MunicipalityDirectory
    let indicators: [Indicator]

    /// Streams the changes.
    func stream(
        _ connection: inout Connection, _ body: (OutcomeChange) throws -> Void
    ) throws -> ChangeCounts {
        try ChangeReader.stream(
            scope, municipalities: directory, indicators: indicators, &connection, body)
    }
}
