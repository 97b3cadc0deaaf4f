internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres

/// What `differences` was asked, in words; `answer` finds out what they mean and reads the figures.
struct DifferencesQuestion: Sendable {
    let municipality: MunicipalityOptions
    let indicators: IndicatorChoice
    let peers: StandingChoice
    let asOf: String?
    let settings: Settings

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the answer with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when nothing has
    ///   both genders; what the server reports.
    func answer(_ connection: inout Connection) throws -> DifferencesAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try MunicipalityDirectory.read(
            for: municipality.words(settings: settings) + peers.names, needsAll: peers.isGroup,
            &connection)
        let focus = try municipality.find(in: directory, settings: settings)
        let peers = try StandingPeers(
            peers, day: .today, asOf: asOf, directory: directory, &connection)
        let keys = try indicators.keys(focus, asOf: asOf, &connection)
        let scope: ProfileReader.Scope =
            peers.selection.map { .group($0.members) } ?? .everybody
        func rows(_ gender: Gender) throws -> [ProfileRow] {
            try ProfileReader.rows(
                &connection, focus: focus, gender: gender, indicators: keys, scope: scope,
                asOf: asOf
            ).filter { indicators.includes($0.indicator) }
        }
        let (women, men) = (try rows(.women), try rows(.men))
        let differences = GenderDifferences(
            focus: focus, women: women, men: men,
            hidden: try HiddenFigures.count(
                &connection, beside: [(.women, women), (.men, men)], of: focus, indicators: keys,
                asOf: asOf, where: indicators.includes(area:)))
        guard !differences.rows.isEmpty else {
            throw Failure(
                .negative, code: "differences.none",
                Text(
                    sv: "\(focus.name) har inget nyckeltal med både kvinnor och män i samma period",
                    en: "\(focus.name) has no indicator with both women and men in one period"),
                hint: ProfileNotes.hidden(differences.hidden, of: focus).first
                    ?? Text(
                        sv: "riktmarke profile --gender K visar vad som finns för kvinnor",
                        en: "riktmarke profile --gender K shows what there is for women"))
        }
        return DifferencesAnswer(differences: differences, peers: peers, asOf: asOf)
    }
}
