internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres

/// What `profile` was asked, in words; `answer` finds out what they mean and reads the figures.
struct ProfileQuestion: Sendable {
    let municipality: MunicipalityOptions
    let indicators: IndicatorChoice
    let peers: StandingChoice
    let gender: Gender
    let period: Period?
    let asOf: String?
    let settings: Settings

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the answer with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when there is
    ///   no value; what the server reports.
    func answer(_ connection: inout Connection) throws -> ProfileAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try MunicipalityDirectory.read(
            for: municipality.words(settings: settings) + peers.names, needsAll: peers.isGroup,
            &connection)
        let focus = try municipality.find(in: directory, settings: settings)
        let peers = try StandingPeers(
            peers, day: period.map { PostgresDate(lastDayOf: $0) } ?? .today, asOf: asOf,
            directory: directory, &connection)
        let keys = try indicators.keys(focus, asOf: asOf, &connection)
        var rows = try ProfileReader.rows(
            &connection, focus: focus, gender: gender, indicators: keys,
            scope: peers.selection.map { .group($0.members) } ?? .everybody, period: period,
            asOf: asOf)
        let known = Set(rows.compactMap(\.indicator.operatingArea))
        rows = rows.filter { indicators.includes($0.indicator) }
        let hidden = try HiddenFigures.count(
            &connection, beside: [(gender, rows)], of: focus, indicators: keys, period: period,
            asOf: asOf, where: indicators.includes(area:))
        if case .area(let area) = indicators, rows.isEmpty, hidden == 0 {
            throw IndicatorChoice.noArea(area, known)
        }
        guard !rows.isEmpty else { throw nothing(focus, hidden: hidden) }
        try TargetReader.attach(&connection, to: &rows, focus: focus, gender: gender, asOf: asOf)
        return ProfileAnswer(
            profile: Profile(
                focus: focus, gender: gender, period: period, rows: rows, hidden: hidden),
            peers: peers, asOf: asOf)
    }

    private func nothing(_ focus: Municipality, hidden: Int) -> Failure {
        let when = period.map { " \($0)" } ?? ""
        return Failure(
            .negative, code: "profile.no-values",
            Text(
                sv:
                    "\(focus.name) har inget värde\(when) för det som efterfrågas (\(gender.word.sv))",
                en: "\(focus.name) has no value\(when) for what is asked for (\(gender.word.en))"),
            hint: ProfileNotes.hidden(hidden, of: focus, in: period).first
                ?? Text(
                    sv: "riktmarke indicators visar vad som finns",
                    en: "riktmarke indicators shows what there is"))
    }
}

/// A profile with what was chosen on the way to it.
struct ProfileAnswer: Sendable {
    /// The profile.
    let profile: Profile
    /// Among whom the places are.
    let peers: StandingPeers
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?

    /// What was chosen for the reader, to be said aloud.
    var choices: [Text] { [peers.remark].compactMap(\.self) }

    /// What it says, in a sentence or two.
    var sentences: [Text] {
        ProfileSentence.sentences(of: profile, peers: peers.words(profile.focus.kind))
    }

    /// Everything that must be said under the profile.
    var notes: [Text] { choices + ProfileNotes.notes(of: profile) }
}
