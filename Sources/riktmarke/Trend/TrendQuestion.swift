internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres

/// What `trend` was asked, in words; `answer` finds out what they mean and reads the figures.
struct TrendQuestion: Sendable {
    let indicator: String
    let municipality: MunicipalityOptions
    let peers: StandingChoice
    let range: PeriodRange
    let gender: Gender
    let isComplement: Bool
    let asOf: String?
    let settings: Settings

    /// What the answer begins with.
    var opening: QuestionOpening {
        QuestionOpening(
            words: municipality.words(settings: settings) + peers.names, needsAll: peers.isGroup,
            indicator: indicator, isAsOf: asOf != nil)
    }

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the answer with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when the
    ///   municipality has no value; what the server reports.
    func answer(_ connection: inout Connection) throws -> TrendAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try opening.directory(&connection)
        let focus = try municipality.find(in: directory, settings: settings)
        let found = try IndicatorArgument(indicator, for: focus, &connection)
        if isComplement { try ComplementArgument.require(of: found.indicator) }
        let day = range.to.map { PostgresDate(lastDayOf: $0) } ?? .today
        let peers = try StandingPeers(
            peers, day: day, asOf: asOf, directory: directory, &connection)
        let publication = try PublicationReading(of: found.indicator, asOf: asOf, &connection)
        let all = try SeriesReader.points(
            &connection, indicator: found.indicator, gender: gender, focus: focus,
            members: peers.selection?.members, asOf: asOf
        ).map { point in
            var point = point
            guard let figure = point.figure else { return point }
            point.figure = publication.marked(figure, in: point.period)
            return point
        }
        let own = all.filter { $0.figure?.value != nil }.map(\.period)
        guard let part = range.from ?? range.to ?? SeriesPart.usual(of: own) else {
            throw try none(
                OutcomeScope(
                    indicator: found.indicator, focus: focus, gender: gender, asOf: asOf),
                &connection)
        }
        let points = all.filter {
            ($0.period.kind, $0.period.part) == (part.kind, part.part)
                && range.contains($0.period)
        }
        guard points.contains(where: { $0.figure?.value != nil }) else {
            throw try none(
                OutcomeScope(
                    indicator: found.indicator, focus: focus, gender: gender, asOf: asOf),
                &connection)
        }
        let marked = points.map { point in
            var point = point
            guard publication.state(of: point.period) == .collecting else { return point }
            // Those who have not reported are missing from every figure of the group.
            point.spread = nil
            point.isCollecting = point.figure?.source == publication.plan?.source
            return point
        }
        return TrendAnswer(
            series: Series(
                indicator: found.indicator, isComplement: isComplement, gender: gender,
                focus: focus, points: marked,
                yardsticks: try yardsticks(found.indicator, points, asOf, &connection)),
            peers: peers, asOf: asOf, choices: [found.remark, peers.remark].compactMap(\.self))
    }

    /// How figures of each period are judged, where that takes all kommuner of the period.
    private func yardsticks(
        _ indicator: Indicator, _ points: [SeriesPoint], _ asOf: PostgresTimestamp?,
        _ connection: inout Connection
    ) throws -> [Period: Yardstick] {
        guard indicator.uncertainty == .clustered else { return [:] }
        var result: [Period: Yardstick] = [:]
        for point in points where point.figure?.denominator != nil {
            result[point.period] = Yardstick(
                of: indicator, isComplement: isComplement,
                nationwide: try ComparisonReader.nationwide(
                    &connection, indicator: indicator, period: point.period, gender: gender,
                    asOf: asOf))
        }
        return result
    }

    private func none(
        _ scope: OutcomeScope, _ connection: inout Connection
    ) throws -> Failure {
        try NoValues.never(scope, &connection)
    }
}

/// Which part of the year a series shows when nobody says it.
enum SeriesPart {
    /// A period of the kind to show: whole years if there are any, else as the newest period.
    static func usual(of periods: [Period]) -> Period? {
        periods.filter { $0.kind == .year }.max() ?? periods.max()
    }
}

/// A series with what was chosen on the way to it.
struct TrendAnswer: Sendable {
    /// The series.
    let series: Series
    /// Beside whom it stands.
    let peers: StandingPeers
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?
    /// What was chosen for the reader, to be said aloud.
    let choices: [Text]

    /// What the series says, in a sentence or two.
    var sentences: [Text] {
        SeriesSentence.sentences(of: series, peers: peers.words(series.focus.kind))
            + [SeriesNotes.verdict(of: series)]
    }

    /// Everything that must be said under the series.
    var notes: [Text] { choices + SeriesNotes.notes(of: series) }
}
