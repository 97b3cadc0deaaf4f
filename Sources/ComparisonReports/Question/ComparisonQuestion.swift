internal import Comparison
internal import Diagnostics
package import Indicators
package import Postgres
internal import Warehouse

/// What a comparison was asked, in words; `answer` finds out what they mean and reads the figures.
package struct ComparisonQuestion: Sendable {
    /// The indicator's code, its name or words to search for.
    package var indicator: String
    /// The municipality in focus; `nil` when nobody is named.
    package var focus: AskedWord?
    /// Whom to compare with.
    package var peers: PeerChoice
    /// The period; the latest with a value when left out.
    package var period: Period?
    /// The gender.
    package var gender: Gender
    /// Whether the complement is asked for.
    package var isComplement: Bool
    /// Time of knowledge as a text; now when left out.
    package var asOf: String?
    /// Numbers of cases that the user gives.
    package var bases: [GivenBase]
    /// The least response rate of a survey that is judged, as a share.
    package var leastResponseRate: Double
    /// Which earlier period each municipality is held against, if any.
    package var against: EarlierPeriod?

    /// Asks.
    package init(
        indicator: String, focus: AskedWord?, peers: PeerChoice, period: Period? = nil,
        gender: Gender = .total, isComplement: Bool = false, asOf: String? = nil,
        bases: [GivenBase] = [], leastResponseRate: Double = Yardstick.usualResponseRate,
        against: EarlierPeriod? = nil
    ) {
        self.indicator = indicator
        self.focus = focus
        self.peers = peers
        self.period = period
        self.gender = gender
        self.isComplement = isComplement
        self.asOf = asOf
        self.bases = bases
        self.leastResponseRate = leastResponseRate
        self.against = against
    }

    /// What the answer begins with.
    package var opening: QuestionOpening {
        QuestionOpening(
            words: [focus?.text].compactMap(\.self) + peers.names + bases.map(\.word),
            needsAll: peers.isGroup, indicator: indicator, isAsOf: asOf != nil)
    }

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the comparison with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when nobody has
    ///   a value; what the server reports.
    package func answer(_ connection: inout Connection) throws -> ComparisonAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try opening.directory(&connection)
        let focus = try AskedWord.found(focus, in: directory)
        if case .skrGroup = peers, focus.skrGroup2023 == nil { throw PeerFailure.noGroup(focus) }
        let found = try IndicatorArgument(indicator, for: focus, &connection)
        if isComplement { try ComplementArgument.require(of: found.indicator) }

        let scope = OutcomeScope(
            indicator: found.indicator, focus: focus, gender: gender, asOf: asOf)
        let publication = try PublicationReading(of: found.indicator, asOf: asOf, &connection)
        let chosen = try ChosenPeriod(
            period, scope, notFinal: publication.notFinal, &connection)
        let peers = try ChosenPeers(
            peers, focus: focus, period: chosen.period, asOf: asOf, directory: directory,
            &connection)
        var table = try table(scope, chosen.period, peers.selection, directory, &connection)
            .published(publication)
        // What was odd in figures of the past is not kept.
        if asOf == nil {
            table.warnings = try FigureWarning.find(
                &connection, indicator: found.indicator, period: chosen.period, gender: gender,
                municipalities: table.rows.map(\.municipality))
        }
        if !table.rows.contains(where: { $0.value != nil }) {
            throw try NoValues.nobody(in: chosen.period, scope, &connection)
        }
        let elsewhere =
            table.focusRow?.value == nil
            ? try NoValues.remark(period: chosen.period, scope, &connection) : nil
        return ComparisonAnswer(
            table: table, change: try change(of: table, scope, &connection),
            peers: peers.selection, isDefaultPeriod: chosen.isDefault, asOf: asOf,
            choices: [found.remark, chosen.remark, peers.remark, elsewhere].compactMap(\.self))
    }

    /// Reads the figures and compares them.
    private func table(
        _ scope: OutcomeScope, _ period: Period, _ peers: PeerSelection,
        _ directory: MunicipalityDirectory, _ connection: inout Connection
    ) throws -> ComparisonTable {
        let compared = [scope.focus] + peers.members
        var figures = try ComparisonReader.figures(
            &connection, indicator: scope.indicator, period: period, gender: gender,
            municipalities: compared, asOf: scope.asOf)
        try GivenBase.apply(
            bases, to: &figures, of: scope.indicator, compared: compared, directory: directory)
        let nationwide = try ComparisonReader.nationwide(
            &connection, indicator: scope.indicator, period: period, gender: gender,
            asOf: scope.asOf)
        return ComparisonTable(
            indicator: scope.indicator, isComplement: isComplement, period: period, gender: gender,
            focus: scope.focus, members: peers.members, figures: figures,
            yardstick: Yardstick(
                of: scope.indicator, isComplement: isComplement, nationwide: nationwide,
                leastResponseRate: leastResponseRate))
    }

    /// Reads the same period of the year before, and the focus's target, where that was asked for.
    private func change(
        of table: ComparisonTable, _ scope: OutcomeScope, _ connection: inout Connection
    ) throws -> ComparisonChange? {
        guard against != nil else { return nil }
        guard let earlier = table.period.samePeriodLastYear else {
            throw Failure(
                .usage, code: "compare.no-earlier-period",
                Text(
                    sv: "\(table.period) har ingen motsvarighet året före",
                    en: "\(table.period) has no counterpart in the year before"),
                at: .argument("--against"))
        }
        let comparison = PeriodComparison(
            of: table, earlier: earlier,
            figures: try ComparisonReader.figures(
                &connection, indicator: scope.indicator, period: earlier, gender: gender,
                municipalities: table.rows.map(\.municipality), asOf: scope.asOf))
        let targets = try Receipt.targets(
            &connection, indicator: scope.indicator, municipality: scope.focus,
            period: table.period)
        let target = targets.first { target in
            target.gender == gender && target.value != nil && target.recordedTo == nil
        }
        return ComparisonChange(comparison: comparison, target: target)
    }
}

/// Whose figures of which indicator are read, as known when.
package struct OutcomeScope: Sendable {
    let indicator: Indicator
    let focus: Municipality
    let gender: Gender
    let asOf: PostgresTimestamp?

    /// States whose figures are read.
    package init(
        indicator: Indicator, focus: Municipality, gender: Gender, asOf: PostgresTimestamp?
    ) {
        self.indicator = indicator
        self.focus = focus
        self.gender = gender
        self.asOf = asOf
    }
}
