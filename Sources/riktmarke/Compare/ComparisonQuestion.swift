internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// What `compare` was asked, in words; `answer` finds out what they mean and reads the figures.
struct ComparisonQuestion: Sendable {
    let indicator: String
    let municipality: MunicipalityOptions
    let peers: PeerChoice
    let period: Period?
    let gender: Gender
    let isComplement: Bool
    let asOf: String?
    let settings: Settings

    /// Reads the answer.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the comparison with what was chosen on the way.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when nobody has
    ///   a value; what the server reports.
    func answer(_ connection: inout Connection) throws -> ComparisonAnswer {
        let asOf = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try MunicipalityDirectory.read(
            for: municipality.words(settings: settings) + peers.names, needsAll: peers.isGroup,
            &connection)
        let focus = try municipality.find(in: directory, settings: settings)
        if case .skrGroup = peers, focus.skrGroup2023 == nil { throw PeerFailure.noGroup(focus) }
        let found = try IndicatorArgument(indicator, for: focus, &connection)
        if isComplement { try ComplementArgument.require(of: found.indicator) }

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
}

/// Whose figures of which indicator are read, as known when.
struct OutcomeScope: Sendable {
    let indicator: Indicator
    let focus: Municipality
    let gender: Gender
    let asOf: PostgresTimestamp?
}
