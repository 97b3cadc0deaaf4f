internal import ArgumentParser
internal import Cases
internal import CommandSupport
internal import Diagnostics
internal import Indicators
internal import Pipeline
internal import Postgres
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// Removes case data, revisions included.
struct PurgeCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "purge",
            abstract: Text(
                sv: "Gallra ärendedata, tidigare versioner också.",
                en: "Purge case data, earlier versions included."
            ).helpText,
            discussion: Text(
                sv: """
                    Frågar ingenting. Kräver rollen riktmarke_case_load, säger hur många ärenden och \
                    tidigare versioner som togs bort, och antecknas i åtkomstloggen. Utfall som räknats \
                    ut ur ärendena finns kvar. Nästa leverans får inte innehålla det gallrade.

                    Exempel:
                      riktmarke-etl purge --closed-before 2016-01-01
                      riktmarke-etl purge --persons-from - --source arenden < id.txt
                      riktmarke-etl purge --all --source arenden
                    """,
                en: """
                    Asks nothing. Needs the role riktmarke_case_load, tells how many cases and earlier \
                    versions were removed, and is noted in the log of accesses. Outcomes computed from \
                    the cases are kept. The next delivery must not hold what was purged.

                    Examples:
                      riktmarke-etl purge --closed-before 2016-01-01
                      riktmarke-etl purge --persons-from - --source cases < ids.txt
                      riktmarke-etl purge --all --source cases
                    """
            ).helpText, aliases: ["gallra"])
    }

    @Option(
        help: Text(
            sv: "Ärenden som avslutats före en dag.", en: "Cases that were closed before a day."
        ).help(valueName: "day"))
    var closedBefore: String?
    @Option(
        help: Text(
            sv: "Personer, ett id per rad ur en fil, eller - för standard in.",
            en: "Persons, an id a line from a file, or - for standard input."
        ).help(valueName: "file"), completion: .file())
    var personsFrom: String?
    @Flag(help: Text(sv: "Alla ärenden.", en: "All cases.").help())
    var all = false
    @Option(
        help: Text(
            sv: "Källan; utan den gäller det alla källor.",
            en: "The source; without it, every source."
        ).help(valueName: "source"))
    var source: String?
    @Option(
        help: Text(
            sv: "Ändamålet, för åtkomstloggen; aldrig något om en person.",
            en: "The purpose, for the log of accesses; never anything about a person."
        ).help(valueName: "text"))
    var purpose: String?
    @OptionGroup var cases: CaseOptions
    @OptionGroup var folders: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard [closedBefore != nil, personsFrom != nil, all].count(where: \.self) == 1 else {
            throw ValidationError(
                Text(
                    sv: "ange ett av --closed-before, --persons-from och --all",
                    en: "give one of --closed-before, --persons-from and --all"
                ).helpText)
        }
        if let closedBefore, CalendarDay(closedBefore) == nil {
            throw ValidationError(
                Text(
                    sv: "--closed-before ska vara en dag som 2016-01-01",
                    en: "--closed-before must be a day such as 2016-01-01"
                ).helpText)
        }
        if let purpose, purpose.count > 200 || purpose.allSatisfy(\.isWhitespace) {
            throw ValidationError(
                Text(
                    sv: "--purpose ska ha 1 till 200 tecken",
                    en: "--purpose must have 1 to 200 characters"
                ).helpText)
        }
        if let purpose, PersonalNumber.isFound(in: purpose) {
            throw ValidationError(
                Text(
                    sv: "--purpose får inte innehålla ett personnummer: det sparas i åtkomstloggen",
                    en: "--purpose must not hold a personal identity number: the log keeps it"
                ).helpText)
        }
    }

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let (doomed, key) = try doomed(context)
        let (source, purpose) = (source, purpose ?? "riktmarke-etl purge")
        let session = try await Session(context.connectionOptions(for: .load))
        let removed = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try connection.transaction(.readWrite) { connection in
                try CaseStore.withRole(&connection) { connection in
                    try Self.check(&connection, source, key)
                    return try CaseStore.purge(
                        &connection, doomed, source: source, purpose: purpose)
                }
            }
        }
        await session.close()
        let table = ReportTable(
            title: Text(sv: "Gallrat", en: "Purged"),
            columns: [
                .init("cases", Text(sv: "Ärenden", en: "Cases"), .number),
                .init("revisions", Text(sv: "Tidigare versioner", en: "Earlier versions"), .number),
            ],
            rows: [
                ReportTable.Row([
                    .integer(Int(removed.cases)), .integer(Int(removed.revisions)),
                ])
            ])
        try context.write(table, output)
        return .ok
    }

    /// The key by which the ids of persons become pseudonyms, and its file.
    private struct Key {
        var path: String?
        var key: CaseKey
    }

    /// Refuses a source of which nothing was ever delivered, and a key that makes other pseudonyms: a purge
    /// that removes nothing must not look like one that did.
    private static func check(
        _ connection: inout Connection, _ source: String?, _ key: Key?
    ) throws {
        guard let source else { return }
        guard try CaseStore.isKnown(&connection, source: source) else {
            throw Failure(
                .usage, code: "cases.no-source",
                Text(
                    sv: "inga ärenden har lästs in från källan \"\(source)\"",
                    en: "no cases have been loaded from the source \"\(source)\""))
        }
        guard let key else { return }
        let known = try CaseStore.state(&connection, source: source).fingerprint
        guard let known, try known != key.key.fingerprint() else { return }
        throw CaseLoad.otherKey(key.path, source: source)
    }

    /// Which cases to remove, and the key by which persons were found.
    private func doomed(_ context: CommandContext) throws -> (CaseStore.Doomed, Key?) {
        if let day = closedBefore.flatMap({ CalendarDay($0) }) { return (.closedBefore(day), nil) }
        guard let personsFrom else { return (.all, nil) }
        guard let name = source, let spec = try folders.folder(context)[name]?.cases else {
            throw Failure(
                .usage, code: "cases.no-source",
                Text(
                    sv: "--persons-from kräver en källa med ärendedata: --source NAMN",
                    en: "--persons-from needs a source of case data: --source NAME"))
        }
        let path = cases.keyPath(context.environment)
        let key = try CaseLoad.key(path)
        let persons = try PersonList.read(personsFrom).map { id throws(SourceError) in
            try key.person(id, of: spec.municipality.description)
        }
        return (.persons(persons), Key(path: path, key: key))
    }
}
