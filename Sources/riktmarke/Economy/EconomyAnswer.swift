internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// What the documents say of a kommun's money.
struct EconomyAnswer: Sendable {
    /// The version of the JSON contract.
    static let schemaVersion = 1

    /// Whose money.
    let focus: Municipality
    /// The period.
    let period: Period
    /// A nämnd each.
    let overviews: [EconomyOverview]
    /// A nämnd each, beside other kommuner; none where nobody is asked for.
    let comparisons: [EconomyComparison]
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?
    /// Words by which rows are chosen, folded; `nil` for all.
    private(set) var activity: String?

    init(
        focus: Municipality, period: Period, overviews: [EconomyOverview],
        comparisons: [EconomyComparison], asOf: PostgresTimestamp?
    ) {
        self.focus = focus
        self.period = period
        self.overviews = overviews
        self.comparisons = comparisons
        self.asOf = asOf
    }

    /// Keeps only rows of a verksamhet.
    mutating func select(_ activity: String) { self.activity = NameFolding.key(activity) }

    /// The rows of a nämnd that were asked for.
    func rows(_ overview: EconomyOverview) -> [EconomyRow] {
        guard let activity else { return overview.rows }
        return overview.rows.filter {
            $0.activity == activity || NameFolding.key($0.subject).contains(activity)
        }
    }

    /// What running text says of a nämnd, as far as it was asked for.
    func text(_ overview: EconomyOverview) -> [EconomyFigure] {
        guard let activity else { return overview.text }
        return overview.text.filter {
            $0.activity == activity || NameFolding.key($0.subject).contains(activity)
        }
    }

    /// The compared rows that were asked for.
    func rows(_ comparison: EconomyComparison) -> [EconomyComparison.Row] {
        guard let activity else { return comparison.rows }
        return comparison.rows.filter {
            $0.activity == activity || NameFolding.key($0.title.sv).contains(activity)
        }
    }

    /// Whether any row is left.
    var hasRows: Bool { overviews.contains { !rows($0).isEmpty || !text($0).isEmpty } }

    /// Everything that must be said under the figures.
    var notes: [Text] { overviews.flatMap(EconomyNotes.notes) + comparisons.flatMap(notes) }

    /// What it all says.
    var sentences: [Text] { overviews.flatMap(EconomySentence.sentences) }

    /// What must be said under a comparison.
    func notes(_ comparison: EconomyComparison) -> [Text] {
        var notes = comparison.refusals.map { $0.text(focus, comparison.organisation) }
        if !comparison.unmapped.isEmpty {
            let names = comparison.unmapped.joined(separator: ", ")
            notes.append(
                Text(
                    sv: "Inte jämförda, eftersom ingen har angett vilken verksamhet raden är: "
                        + "\(names).",
                    en: "Not compared, since nobody has declared which verksamhet the row is: "
                        + "\(names)."))
        }
        if !comparison.isPerInhabitant {
            notes.append(
                Text(
                    sv: "Beloppen är tkr och inte kr/inv, eftersom folkmängden "
                        + "(\(EconomyReader.populationCode)) inte är inläst för alla: kommunernas "
                        + "storlek syns i dem.",
                    en: "Amounts are tkr and not kronor per inhabitant, since the population "
                        + "(\(EconomyReader.populationCode)) is not loaded of all: they show how "
                        + "large the kommuner are."))
        }
        return notes
    }

    /// Writes the JSON contract, described in docs/reference/economy-json.md.
    func write(_ records: EconomyRecords, _ language: Language, to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.member("municipality_code", focus.code.description)
            json.member("municipality", focus.name)
            json.member("period", period.description)
            json.member("unit", "tkr")
            json.member("as_of", asOf?.rfc3339)
            json.key("rows")
            StandingJSON.rows(records.table, &json)
            json.key("comparison")
            StandingJSON.rows(records.comparison, &json)
            json.key("receipts")
            StandingJSON.rows(records.receipts, &json)
            json.key("text")
            StandingJSON.rows(records.text, &json)
            StandingJSON.notes(notes, sentences, language, &json)
        }
    }
}
