internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// Which figure `explain` was asked for, in words.
struct ReceiptQuestion: Sendable {
    let indicator: String
    let municipality: MunicipalityOptions
    let period: Period
    let gender: Gender
    let settings: Settings

    /// Reads everything that is known about the figure.
    /// - Throws: `Failure` with status 64 for words that mean nothing, with status 1 when no document
    ///   says anything about the figure; what the server reports.
    func answer(_ connection: inout Connection) throws -> FigureReceipt {
        let directory = try MunicipalityDirectory.read(
            for: municipality.words(settings: settings), &connection)
        let unit = try municipality.find(in: directory, settings: settings)
        let found = try IndicatorArgument(indicator, for: unit, &connection)
        let outcomes = try Receipt.outcomes(
            &connection, indicator: found.indicator, municipality: unit, period: period)
        let targets = try Receipt.targets(
            &connection, indicator: found.indicator, municipality: unit, period: period)
        let publication = try PublicationReading(of: found.indicator, asOf: nil, &connection)
        let marked = outcomes.map { receipt in
            var receipt = receipt
            // What was superseded is told as it was recorded.
            if receipt.recordedTo == nil {
                receipt.status = publication.status(
                    receipt.status, from: receipt.documentCode, in: period)
            }
            return receipt
        }
        let receipt = FigureReceipt(
            indicator: found.indicator, remark: found.remark, municipality: unit, period: period,
            gender: gender, outcomes: marked.filter { $0.gender == gender },
            targets: targets.filter { $0.gender == gender }, publication: publication,
            warnings: try FigureWarning.find(
                &connection, indicator: found.indicator, period: period, gender: gender,
                municipalities: [unit]),
            harmonisation: try Harmonisation.read(
                &connection, indicator: found.indicator,
                documents: Set((outcomes + targets).map(\.documentCode)).sorted()))
        guard receipt.outcomes.isEmpty, receipt.targets.isEmpty else { return receipt }
        let genders = Gender.allCases.filter { gender in
            (outcomes + targets).contains { $0.gender == gender }
        }
        throw nothing(
            receipt, genders: genders,
            periods: try ComparisonReader.periods(
                &connection, indicator: found.indicator, municipality: unit))
    }

    private func nothing(
        _ receipt: FigureReceipt, genders: [Gender], periods: [Period]
    ) -> Failure {
        let name = receipt.municipality.name
        let code = receipt.indicator.code
        var notes: [Text] = []
        if !genders.isEmpty {
            let letters = genders.map(\.rawValue).joined(separator: ", ")
            notes.append(
                Text(
                    sv: "för \(period) finns kön: \(letters)",
                    en: "for \(period) there are the genders: \(letters)"))
        }
        if !periods.isEmpty {
            let listed = periods.prefix(12).map(\.description).joined(separator: ", ")
            notes.append(
                Text(
                    sv: "\(name) har värden för: \(listed)", en: "\(name) has values for: \(listed)"
                ))
        }
        let other =
            genders.first.map { "--gender \($0.rawValue)" }
            ?? periods.first.map { "--period \($0)" }
        return Failure(
            .negative, code: "explain.nothing",
            Text(
                sv: "inget dokument säger något om \(code) för \(name) \(period) "
                    + "(\(gender.word.sv))",
                en: "no document says anything about \(code) for \(name) in \(period) "
                    + "(\(gender.word.en))"),
            hint: other.map { Text(sv: "pröva \($0)", en: "try \($0)") }
                ?? Text(
                    sv: "riktmarke indicators visar vad som finns",
                    en: "riktmarke indicators shows what there is"), notes: notes)
    }
}
