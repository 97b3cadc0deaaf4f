internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// What is asked of a kommun's absence.
struct AbsenceQuestion: Sendable {
    let municipality: MunicipalityOptions
    let period: Period?
    let organisation: String?
    let isInternal: Bool
    let settings: Settings

    /// Reads the answer.
    /// - Throws: `Failure` with status 1 where nothing is known or nothing may be shown; what the
    ///   server reports.
    func answer(_ connection: inout Connection) throws -> AbsenceAnswer {
        let directory = try MunicipalityDirectory.read(
            for: municipality.words(settings: settings), &connection)
        let focus = try municipality.find(in: directory, settings: settings)
        let wanted = organisation.map(NameFolding.key)
        func isWanted(_ name: String) -> Bool {
            wanted.map { NameFolding.key(name).contains($0) } ?? true
        }
        let coverage = try AbsenceReader.coverage(&connection, of: focus)
            .filter { isWanted($0.organisation) }
        guard let period = period ?? coverage.map(\.period).max() else {
            throw AbsenceAnswer.none(focus, nil, [])
        }
        let figures = try AbsenceReader.figures(&connection, of: focus, isInternal: isInternal)
            .filter { $0.period == period && isWanted($0.organisation) }
        let covered = coverage.filter { $0.period == period }
        guard !figures.isEmpty else {
            throw covered.isEmpty
                ? AbsenceAnswer.none(focus, period, coverage.map(\.period))
                : AbsenceAnswer.hidden(focus, period, covered)
        }
        return AbsenceAnswer(
            focus: focus, period: period, figures: figures, coverage: covered,
            isInternal: isInternal)
    }
}

/// Absence for sickness in a kommun's units.
struct AbsenceAnswer: Sendable {
    /// The version of the JSON contract.
    static let schemaVersion = 1

    /// Whose units.
    let focus: Municipality
    /// The period.
    let period: Period
    /// The figures, as they stand in their documents.
    let figures: [AbsenceFigure]
    /// What the documents cover.
    let coverage: [AbsenceCoverage]
    /// Whether small units are among them.
    let isInternal: Bool

    /// How many units are stated and not shown.
    var hiddenUnits: Int {
        isInternal ? 0 : coverage.reduce(0) { $0 + $1.stated - $1.shown }
    }

    /// What to say when nothing is known: status 1, since it is an answer.
    static func none(_ focus: Municipality, _ period: Period?, _ known: [Period]) -> Failure {
        let when = period.map { " \($0)" } ?? ""
        let periods = Set(known).sorted().map(\.description).joined(separator: ", ")
        return Failure(
            .negative, code: "absence.none",
            Text(
                sv: "lagret har ingen sjukfrånvaro per enhet\(when) för \(focus.name)",
                en: "the warehouse has no absence by unit\(when) of \(focus.name)"),
            hint: known.isEmpty
                ? Text(
                    sv: "läs in rapporter med \"riktmarke-etl run reports --from MAPP\"",
                    en: "load reports with \"riktmarke-etl run reports --from FOLDER\"")
                : Text(
                    sv: "det finns perioderna \(periods)", en: "there are the periods \(periods)"))
    }

    /// What to say when nothing may be shown.
    static func hidden(
        _ focus: Municipality, _ period: Period, _ coverage: [AbsenceCoverage]
    ) -> Failure {
        let units = coverage.reduce(0) { $0 + $1.stated }
        return Failure(
            .negative, code: "absence.hidden",
            Text(
                sv: "ingen av \(units) enheter i \(focus.name) \(period) kan visas: källan anger "
                    + "inte att fler än tio är anställda",
                en: "none of \(units) units of \(focus.name) \(period) can be shown: the source "
                    + "does not state that more than ten are employed"),
            hint: Text(
                sv: "--internal visar dem för den som får ta rollen riktmarke_etl; hela kommunens "
                    + "sjukfrånvaro: riktmarke compare N00090",
                en: "--internal shows them to whoever may take the role riktmarke_etl; the whole "
                    + "kommun's absence: riktmarke compare N00090"))
    }

    /// Everything that must be said under the figures.
    var notes: [Text] {
        var notes: [Text] = []
        if isInternal {
            notes.append(
                Text(
                    sv: "Internt: uppgifter om hälsa i enheter med få anställda eller okänt antal. "
                        + "Lämna dem inte vidare (SFS 2002:1065).",
                    en: "Internal: health data of units with few employees or an unknown number. "
                        + "Do not pass them on (SFS 2002:1065)."))
        } else if hiddenUnits > 0 {
            notes.append(
                Text(
                    sv:
                        "Inte visade: \(Self.units(hiddenUnits).sv), där källan inte anger att fler "
                        + "än tio är anställda.",
                    en: "Not shown: \(Self.units(hiddenUnits).en) of which the source does not "
                        + "state that more than ten are employed."))
        }
        let definitions = Set(figures.map(\.definition)).filter { !$0.isEmpty }.sorted()
        if definitions.count > 1 {
            notes.append(
                Text(
                    sv: "Måtten är definierade olika (\(definitions.joined(separator: ", "))): "
                        + "jämför bara inom en definition.",
                    en: "The measures are defined differently "
                        + "(\(definitions.joined(separator: ", "))): compare within one definition "
                        + "only."))
        }
        notes.append(DocumentLines.text(figures.map { ($0.sourceTitle, $0.line) }))
        return notes
    }

    /// What it says.
    var sentences: [Text] {
        let units = Set(figures.filter { !$0.isTotal }.map { $0.code ?? $0.unitName }).count
        return [
            Text(
                sv: "\(focus.name) \(period): \(Self.units(units).sv) visas, \(hiddenUnits) visas "
                    + "inte.",
                en: "\(focus.name) \(period): \(Self.units(units).en) shown, \(hiddenUnits) not.")
        ]
    }

    private static func units(_ count: Int) -> Text {
        count == 1
            ? Text(sv: "1 enhet", en: "1 unit")
            : Text(sv: "\(count) enheter", en: "\(count) units")
    }

    /// Writes the JSON contract, described in docs/reference/economy-json.md.
    func write(_ records: ReportTable, _ language: Language, to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.member("municipality_code", focus.code.description)
            json.member("municipality", focus.name)
            json.member("period", period.description)
            json.member("internal", isInternal)
            json.member("hidden_units", hiddenUnits)
            json.key("rows")
            StandingJSON.rows(records, &json)
            StandingJSON.notes(notes, sentences, language, &json)
        }
    }
}
