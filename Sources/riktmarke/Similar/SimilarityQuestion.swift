internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Statistics
internal import Warehouse

/// What `similar` was asked, in words.
struct SimilarityQuestion: Sendable {
    /// Whose neighbours; everybody's when `nil`.
    let municipality: MunicipalityOptions?
    let variables: [GivenVariable]
    let metric: Distance.Metric
    let period: Period?
    let settings: Settings

    /// Reads the answer.
    /// - Throws: `Failure` with status 64 for words that mean nothing, an indicator named twice, no period
    ///   and a unit that is no kommun; with status 1 where somebody's values are missing; what the
    ///   server reports.
    func answer(_ connection: inout Connection) throws -> SimilarityAnswer {
        guard let period else {
            throw Failure(
                .usage, code: "similar.no-period",
                Text(sv: "inget år är angivet", en: "no year was named"), at: .argument("--year"),
                hint: Text(
                    sv: "skriv till exempel --year 2022", en: "write for example --year 2022"))
        }
        let directory = try MunicipalityDirectory.read(
            for: municipality?.words(settings: settings) ?? [], needsAll: true, &connection)
        let focus = try municipality?.find(in: directory, settings: settings)
        if let focus, focus.kind != .municipality { throw Self.noKommun(focus) }
        var found: [Similarity.Variable] = []
        for variable in variables {
            let indicator = try IndicatorArgument(variable.indicator, for: focus, &connection)
                .indicator
            guard !found.contains(where: { $0.indicator.key == indicator.key }) else {
                throw Failure(
                    .usage, code: "similar.repeated",
                    Text(
                        sv: "\(indicator.code) är angivet två gånger",
                        en: "\(indicator.code) is named twice"), at: .argument("--by"),
                    hint: Text(sv: "ta bort den ena", en: "leave one of them out"))
            }
            found.append(Similarity.Variable(indicator, weight: variable.weight))
        }
        guard
            let similarity = try SimilarityReader.read(
                &connection, found, metric: metric, period: period,
                municipalities: directory.municipalities)
        else { throw UsageConflict.between("--by", "--metric") }
        let answer = SimilarityAnswer(
            similarity: similarity, period: period, metric: metric, focus: focus)
        let complete = similarity.municipalities.count - similarity.incomplete.count
        if let focus, similarity.nearest(to: focus, top: 1).isEmpty {
            throw answer.nothing(for: focus)
        }
        guard complete > 1 else { throw answer.nothing(for: nil) }
        return answer
    }

    private static func noKommun(_ unit: Municipality) -> Failure {
        Failure(
            .usage, code: "similar.no-kommun",
            Text(sv: "\(unit.name) är ingen kommun", en: "\(unit.name) is no kommun"),
            at: .argument("--kommun"),
            hint: Text(
                sv: "bara kommuner jämförs med varandra",
                en: "only kommuner are compared with each other"))
    }
}

/// Likeness, and whose neighbours were asked for.
struct SimilarityAnswer: Sendable {
    let similarity: Similarity
    let period: Period
    let metric: Distance.Metric
    /// Whose neighbours; everybody's when `nil`.
    let focus: Municipality?

    /// Nobody can be near for want of values: an answer, with the reason.
    func nothing(for unit: Municipality?) -> Failure {
        let missing = similarity.variables.indices.filter { variable in
            guard let unit else { return true }
            return similarity.value(variable, of: unit) == nil
        }
        let codes = missing.map { similarity.variables[$0].indicator.code.description }
            .joined(separator: ", ")
        let who = unit.map { Text(verbatim: $0.name) } ?? Text(sv: "ingen", en: "nobody")
        return Failure(
            .negative, code: "similar.no-values",
            missing.isEmpty || unit == nil
                ? Text(
                    sv: "för få kommuner har värden \(period)",
                    en: "too few municipalities have values in \(period)")
                : Text(
                    sv: "\(who.sv) saknar värde \(period) för \(codes)",
                    en: "\(who.en) has no value in \(period) of \(codes)"),
            hint: Text(
                sv: "pröva ett annat år: --year; inget fylls i",
                en: "try another year: --year; nothing is filled in"))
    }
}
