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

    /// Asks.
    package init(
        indicator: String, focus: AskedWord?, peers: PeerChoice, period: Period? = nil,
        gender: Gender = .total, isComplement: Bool = false, asOf: String? = nil
    ) {
        self.indicator = indicator
        self.focus = focus
        self.peers = peers
        self.period = period
        self.gender = gender
        self.isComplement = isComplement
        self.asOf = asOf
    }

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the comparison with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when nobody has
    ///   a value; what the server reports.
    package func answer(_ connection: inout Connection) throws -> ComparisonAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try MunicipalityDirectory.read(
            for: [focus?.text].compactMap(\.self) + peers.names, needsAll: peers.isGroup,
            &connection)
        let focus = try AskedWord.found(focus, in: directory)
        if case .skrGroup = peers, focus.skrGroup2023 == nil { throw PeerFailure.noGroup(focus) }
        let found = try IndicatorArgument(indicator, for: focus, &connection)
        if isComplement { try requireComplement(of: found.indicator) }

        let scope = OutcomeScope(
            indicator: found.indicator, focus: focus, gender: gender, asOf: asOf)
        let chosen = try ChosenPeriod(period, scope, &connection)
        let peers = try ChosenPeers(
            peers, focus: focus, period: chosen.period, asOf: asOf, directory: directory,
            &connection)
        let table = ComparisonTable(
            indicator: found.indicator, isComplement: isComplement, period: chosen.period,
            gender: gender, focus: focus, members: peers.selection.members,
            figures: try ComparisonReader.figures(
                &connection, indicator: found.indicator, period: chosen.period, gender: gender,
                municipalities: [focus] + peers.selection.members, asOf: asOf))
        if !table.rows.contains(where: { $0.value != nil }) {
            throw try NoValues.nobody(in: chosen.period, scope, &connection)
        }
        let elsewhere =
            table.focusRow?.value == nil
            ? try NoValues.remark(period: chosen.period, scope, &connection) : nil
        return ComparisonAnswer(
            table: table, peers: peers.selection, isDefaultPeriod: chosen.isDefault, asOf: asOf,
            choices: [found.remark, chosen.remark, peers.remark, elsewhere].compactMap(\.self))
    }

    /// Only an outcome that is exhaustive in two has a complement.
    private func requireComplement(of indicator: Indicator) throws(Failure) {
        guard indicator.complementTitle == nil else { return }
        throw Failure(
            .usage, code: "compare.no-complement",
            Text(
                sv: "\(indicator.code) har inget komplement",
                en: "\(indicator.code) has no complement"),
            at: .argument("--complement"),
            hint: Text(
                sv: "ta bort --complement: 100 minus värdet har ingen given betydelse här",
                en: "leave out --complement: 100 minus the value has no settled meaning here"))
    }
}

/// Whose figures of which indicator are read, as known when.
struct OutcomeScope: Sendable {
    let indicator: Indicator
    let focus: Municipality
    let gender: Gender
    let asOf: PostgresTimestamp?
}
