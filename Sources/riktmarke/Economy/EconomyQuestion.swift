internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres

/// What is asked of a kommun's money.
struct EconomyQuestion: Sendable {
    let municipality: MunicipalityOptions
    let period: Period?
    let organisation: String?
    let activity: String?
    let others: [String]
    let asOf: String?
    let settings: Settings

    /// Reads the answer.
    /// - Throws: `Failure` with status 1 where nothing is known or nothing may be compared, with 64
    ///   for a word that means nobody; what the server reports.
    func answer(_ connection: inout Connection) throws -> EconomyAnswer {
        let time = try asOf.map { try TimeOfKnowledge.resolve($0, &connection) }
        let directory = try MunicipalityDirectory.read(
            for: municipality.words(settings: settings) + others, &connection)
        let focus = try municipality.find(in: directory, settings: settings)
        var peers: [Municipality] = []
        for word in others {
            let peer = try directory.find(word, argument: "--with")
            if peer != focus, !peers.contains(peer) { peers.append(peer) }
        }
        let figures = try EconomyReader.figures(&connection, of: [focus] + peers, asOf: time)
        let own = figures.filter { $0.municipality == focus.key }
        let organisations = try chosenOrganisations(own, focus)
        let period = try chosenPeriod(own, organisations, focus)
        var population: [Int16: YearlySeries] = [:]
        for unit in [focus] + peers {
            population[unit.key] = try EconomyReader.population(&connection, of: unit, asOf: time)
        }
        let prices = try EconomyReader.prices(&connection, asOf: time)
        let overviews = organisations.map { name in
            EconomyOverview(
                focus, organisation: name, period: period, figures: own,
                population: population[focus.key], prices: prices)
        }.filter { !$0.rows.isEmpty || !$0.text.isEmpty }
        guard !overviews.isEmpty else { throw nothing(focus, period, own) }
        var comparisons: [EconomyComparison] = []
        if !peers.isEmpty {
            let tasks = try EconomyReader.tasks(&connection, of: [focus] + peers)
            comparisons = overviews.map {
                EconomyComparison(
                    $0, with: peers, figures: figures, tasks: tasks, population: population)
            }
            if comparisons.allSatisfy(\.isEmpty) { throw incomparable(comparisons) }
        }
        var answer = EconomyAnswer(
            focus: focus, period: period, overviews: overviews, comparisons: comparisons,
            asOf: time)
        if let activity { answer.select(activity) }
        guard answer.hasRows else { throw noActivity(overviews) }
        return answer
    }

    private func chosenOrganisations(
        _ figures: [EconomyFigure], _ focus: Municipality
    ) throws(Failure) -> [String] {
        var names: [String] = []
        for figure in figures where !names.contains(figure.organisation) {
            names.append(figure.organisation)
        }
        guard !names.isEmpty else { throw nothing(focus, nil, figures) }
        names.sort(by: SwedishOrder.areInOrder)
        guard let organisation else { return names }
        let wanted = NameFolding.key(organisation)
        let found = names.filter { NameFolding.key($0).contains(wanted) }
        guard !found.isEmpty else {
            throw Failure(
                .usage, code: "organisation.unknown",
                Text(
                    sv: "\(focus.name) har ingen ekonomi för \"\(organisation)\"",
                    en: "\(focus.name) has no economy of \"\(organisation)\""),
                at: .argument("--organisation"),
                hint: Text(
                    sv: "det finns: \(names.joined(separator: ", "))",
                    en: "there is: \(names.joined(separator: ", "))"))
        }
        return found
    }

    private func chosenPeriod(
        _ figures: [EconomyFigure], _ organisations: [String], _ focus: Municipality
    ) throws(Failure) -> Period {
        if let period { return period }
        let periods = organisations.flatMap {
            EconomyOverview.periods(figures, organisation: $0)
        }
        guard let newest = periods.max() else { throw nothing(focus, nil, figures) }
        return newest
    }

    private func nothing(
        _ focus: Municipality, _ period: Period?, _ figures: [EconomyFigure]
    ) -> Failure {
        let known = EconomyOverview.periods(figures).map(\.description)
        let when = period.map { " \($0)" } ?? ""
        return Failure(
            .negative, code: "economy.none",
            Text(
                sv: "lagret har ingen ekonomi\(when) för \(focus.name)",
                en: "the warehouse has no economy\(when) of \(focus.name)"),
            hint: known.isEmpty
                ? Text(
                    sv: "läs in rapporter med \"riktmarke-etl run reports --from MAPP\"",
                    en: "load reports with \"riktmarke-etl run reports --from FOLDER\"")
                : Text(
                    sv: "det finns perioderna \(known.joined(separator: ", "))",
                    en: "there are the periods \(known.joined(separator: ", "))"))
    }

    private func incomparable(_ comparisons: [EconomyComparison]) -> Failure {
        Failure(
            .negative, code: "economy.not-comparable",
            Text(sv: "inget kan jämföras", en: "nothing can be compared"),
            notes: comparisons.flatMap { comparison in
                comparison.refusals.map {
                    $0.text(comparison.municipalities[0], comparison.organisation)
                }
            })
    }

    private func noActivity(_ overviews: [EconomyOverview]) -> Failure {
        let names = overviews.flatMap { $0.rows.map(\.subject) + $0.text.map(\.subject) }
        return Failure(
            .negative, code: "economy.no-activity",
            Text(
                sv: "ingen verksamhet heter \"\(activity ?? "")\"",
                en: "no verksamhet is called \"\(activity ?? "")\""),
            at: .argument("--activity"),
            hint: Text(
                sv: "det finns: \(names.joined(separator: ", "))",
                en: "there is: \(names.joined(separator: ", "))"))
    }
}
