internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres

/// What `rank` was asked, in words; `answer` finds out what they mean and reads the figures.
struct RankQuestion: Sendable {
    let indicator: String
    let municipality: MunicipalityOptions
    let peers: StandingChoice
    let period: Period?
    let gender: Gender
    let isComplement: Bool
    let asOf: String?
    let bases: [GivenBase]
    let leastResponseRate: Double
    let settings: Settings

    /// What the answer begins with.
    var opening: QuestionOpening {
        QuestionOpening(
            words: municipality.words(settings: settings) + peers.names + bases.map(\.word),
            needsAll: peers.names.isEmpty, indicator: indicator, isAsOf: asOf != nil)
    }

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the answer with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when nobody has
    ///   a value; what the server reports.
    func answer(_ connection: inout Connection) throws -> RankAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try opening.directory(&connection)
        let focus =
            municipality.words(settings: settings).isEmpty
            ? nil : try municipality.find(in: directory, settings: settings)
        let found = try IndicatorArgument(indicator, for: focus, &connection)
        if isComplement { try ComplementArgument.require(of: found.indicator) }
        let publication = try PublicationReading(of: found.indicator, asOf: asOf, &connection)
        let (period, chosen) = try period(
            found.indicator, focus, asOf, notFinal: publication.notFinal, &connection)
        let peers = try StandingPeers(
            peers, day: PostgresDate(lastDayOf: period), asOf: asOf, directory: directory,
            &connection)
        let kind = focus?.kind ?? .municipality
        let members =
            peers.selection?.members ?? directory.municipalities.filter { $0.kind == kind }
        let ranked = members + [focus].compactMap(\.self)
        var figures = try ComparisonReader.figures(
            &connection, indicator: found.indicator, period: period, gender: gender,
            municipalities: peers.selection == nil ? nil : ranked, asOf: asOf)
        try GivenBase.apply(
            bases, to: &figures, of: found.indicator, compared: ranked, directory: directory)
        let yardstick = Yardstick(
            of: found.indicator, isComplement: isComplement,
            nationwide: try ComparisonReader.nationwide(
                &connection, indicator: found.indicator, period: period, gender: gender,
                asOf: asOf),
            leastResponseRate: leastResponseRate)
        let ranking = Ranking(
            indicator: found.indicator, isComplement: isComplement, period: period, gender: gender,
            focus: focus, members: members, figures: figures, yardstick: yardstick
        ).published(publication)
        guard ranking.rows.contains(where: { $0.value != nil }) else {
            throw try nobody(found.indicator, period, asOf, &connection)
        }
        return RankAnswer(
            ranking: ranking, peers: peers, asOf: asOf,
            choices: [found.remark, chosen, peers.remark].compactMap(\.self))
    }

    /// The named period, else the focus's latest, else the latest that enough have a value in.
    private func period(
        _ indicator: Indicator, _ focus: Municipality?, _ asOf: PostgresTimestamp?,
        notFinal: [Period], _ connection: inout Connection
    ) throws -> (period: Period, remark: Text?) {
        if let period { return (period, nil) }
        if let focus {
            let scope = OutcomeScope(
                indicator: indicator, focus: focus, gender: gender, asOf: asOf)
            let chosen = try ChosenPeriod(nil, scope, notFinal: notFinal, &connection)
            return (chosen.period, chosen.remark)
        }
        let coverage = try RankingReader.coverage(
            &connection, indicator: indicator, gender: gender, asOf: asOf)
        let usual = coverage.map(\.withValue).max() ?? 0
        let enough = coverage.filter { 2 * $0.withValue >= usual }.map(\.period)
        // A year that is being collected has no places.
        guard
            let latest = enough.filter({ !notFinal.contains($0) }).max() ?? enough.max()
        else {
            throw Failure(
                .negative, code: "rank.no-values",
                Text(
                    sv: "ingen kommun har ett värde för \(indicator.code) (\(gender.word.sv))",
                    en: "no municipality has a value for \(indicator.code) (\(gender.word.en))"),
                hint: Text(
                    sv: "riktmarke indicators visar vad som finns",
                    en: "riktmarke indicators shows what there is"))
        }
        return (
            latest,
            Text(
                sv: "\(latest) är den senaste perioden där minst hälften så många som vanligt har "
                    + "värde.",
                en: "\(latest) is the latest period in which at least half as many as usual have a "
                    + "value.")
        )
    }

    private func nobody(
        _ indicator: Indicator, _ period: Period, _ asOf: PostgresTimestamp?,
        _ connection: inout Connection
    ) throws -> Failure {
        let others = try RankingReader.coverage(
            &connection, indicator: indicator, gender: gender, asOf: asOf
        ).map(\.period).sorted(by: >).prefix(10).map(\.description).joined(separator: ", ")
        return Failure(
            .negative, code: "rank.no-values",
            Text(
                sv: "ingen av kommunerna har ett värde för \(indicator.code) \(period)",
                en: "none of the municipalities has a value for \(indicator.code) in \(period)"),
            at: .argument("--period"),
            hint: others.isEmpty
                ? nil
                : Text(sv: "det finns värden för \(others)", en: "there are values for \(others)"))
    }
}

/// A ranking with what was chosen on the way to it.
struct RankAnswer: Sendable {
    /// The ranking.
    let ranking: Ranking
    /// Among whom the places are.
    let peers: StandingPeers
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?
    /// What was chosen for the reader, to be said aloud.
    let choices: [Text]

    /// What the ranking says, in the words of a comparison where there is a focus.
    var sentences: [Text] {
        guard let focus = ranking.focus, let finding = ranking.finding else {
            return RankingSentence.sentences(of: ranking)
        }
        return ComparisonSentence(of: finding, peers: peers.words(focus.kind)).sentences
    }

    /// Everything that must be said under the ranking.
    var notes: [Text] { choices + RankingNotes.notes(of: ranking) }
}
