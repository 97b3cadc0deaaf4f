public import Diagnostics
public import Indicators

/// What must be said under figures of money.
public enum EconomyNotes {
    /// The remarks on an overview: signs, what accumulates, what could not be computed, what the
    /// source contradicts, where the figures are from.
    public static func notes(_ overview: EconomyOverview) -> [Text] {
        var notes = [signs(overview)]
        if overview.rows.contains(where: { $0.lastYear == nil }),
            !overview.rows.contains(where: { $0.lastYear != nil }),
            let last = overview.period.samePeriodLastYear
        {
            notes.append(
                Text(
                    sv: "Samma period i fjol (\(last)) finns inte i lagret.",
                    en: "The same period last year (\(last)) is not in the warehouse."))
        }
        notes.append(inhabitants(overview))
        if let prices = prices(overview) { notes.append(prices) }
        notes += overview.contradictions.map(contradiction)
        notes += otherForecasts(overview)
        notes.append(sources(overview))
        return notes
    }

    private static func signs(_ overview: EconomyOverview) -> Text {
        switch overview.signs {
        case .costsNegative:
            Text(
                sv: "Tecken som i källan: kostnader −, intäkter +; en positiv avvikelse är ett "
                    + "överskott.",
                en: "Signs of the source: costs −, income +; a positive deviation is a surplus.")
        case .costsPositive:
            Text(
                sv: "Tecken som i källan: kostnader skrivs utan minus.",
                en: "Signs of the source: costs are written without a minus.")
        case .unknown:
            Text(
                sv: "Tecken som i källan.", en: "Signs of the source.")
        }
    }

    private static func inhabitants(_ overview: EconomyOverview) -> Text {
        guard let found = overview.inhabitants else {
            return Text(
                sv:
                    "Kr/inv visas inte: ingen folkmängd (\(EconomyReader.populationCode)) är inläst "
                    + "för \(overview.municipality.name).",
                en: "No kronor per inhabitant: no population (\(EconomyReader.populationCode)) is "
                    + "loaded of \(overview.municipality.name).")
        }
        let count = NumberWords.text(found.value)
        return Text(
            sv: "Kr/inv: netto för perioden delat med \(count.sv) invånare den 31 december "
                + "\(found.year) (\(EconomyReader.populationCode)); egen beräkning.",
            en:
                "Kronor per inhabitant: net of the period by \(count.en) inhabitants on 31 December "
                + "\(found.year) (\(EconomyReader.populationCode)); own computation.")
    }

    private static func prices(_ overview: EconomyOverview) -> Text? {
        guard overview.rows.contains(where: { $0.lastYear != nil }) else { return nil }
        guard let prices = overview.prices else {
            let codes = EconomyReader.priceCodes.joined(separator: ", ")
            return Text(
                sv: "Fasta priser visas inte: ingen prisindexserie (\(codes)) är inläst för båda "
                    + "åren. Fjolårets belopp är i fjolårets priser.",
                en: "No fixed prices: no price index (\(codes)) is loaded for both years. Last "
                    + "year's amounts are in last year's prices.")
        }
        return Text(
            sv: "Fjolårets netto i årets priser är räknat med \(prices.title) (\(prices.code)).",
            en: "Last year's net in this year's prices is computed with \(prices.title) "
                + "(\(prices.code)).")
    }

    private static func contradiction(_ found: EconomyContradiction) -> Text {
        let printed = NumberWords.text(found.printed)
        let expected = NumberWords.text(found.expected)
        return found.measure == .net
            ? Text(
                sv: "\(found.subject): netto är \(printed.sv) i källan (rad \(found.line)), men "
                    + "intäkter och kostnader ger \(expected.sv).",
                en: "\(found.subject): the net is \(printed.en) in the source (line "
                    + "\(found.line)), but income and costs give \(expected.en).")
            : Text(
                sv: "\(found.subject): avvikelsen är \(printed.sv) i källan (rad \(found.line)), "
                    + "men netto minus budget är \(expected.sv).",
                en: "\(found.subject): the deviation is \(printed.en) in the source (line "
                    + "\(found.line)), but net less budget is \(expected.en).")
    }

    /// Forecasts that stand in another document than the outcome.
    private static func otherForecasts(_ overview: EconomyOverview) -> [Text] {
        let home = overview.total?.figures[.net] ?? overview.rows.first?.figures[.net]
        guard let home else { return [] }
        var titles: [String] = []
        for row in overview.rows {
            guard let forecast = row.forecast?.receipt, forecast.source != home.receipt.source,
                !titles.contains(forecast.sourceTitle)
            else { continue }
            titles.append(forecast.sourceTitle)
        }
        return titles.map {
            Text(sv: "Prognosen är den i \($0).", en: "The forecast is that of \($0).")
        }
    }

    /// Where the figures stand.
    private static func sources(_ overview: EconomyOverview) -> Text {
        DocumentLines.text(
            overview.rows.flatMap(\.shown).map { ($0.receipt.sourceTitle, $0.receipt.line) })
    }
}

/// What a nämnd's money says, in a sentence that a committee can read.
public enum EconomySentence {
    /// The sentence on the nämnd as a whole; none where no sum is stated.
    public static func sentences(_ overview: EconomyOverview) -> [Text] {
        guard let total = overview.total else { return [] }
        let name = "\(overview.municipality.name), \(overview.organisation)"
        guard let net = total.amount(.net) else {
            return expected(total).map {
                [
                    Text(
                        sv: "\(name): prognosen för \(overview.period) är \($0.sv).",
                        en: "\(name): the forecast of \(overview.period) is \($0.en).")
                ]
            } ?? []
        }
        let amount = NumberWords.text(net)
        var sv = "\(name): nettot för \(overview.period) är \(amount.sv) tkr"
        var en = "\(name): the net of \(overview.period) is \(amount.en) tkr"
        if let deviation = total.amount(.deviation) {
            let number = NumberWords.text(deviation, signed: true)
            sv += ", avvikelsen från budget \(number.sv) tkr"
            en += ", the deviation from the budget \(number.en) tkr"
        }
        if overview.contradictions.contains(where: { $0.subject == total.subject }) {
            sv += " (källans egna tal går inte ihop, se anmärkningen)"
            en += " (the source's own figures do not add up, see the remark)"
        }
        let forecast = forecast(total)
        return [Text(sv: sv + forecast.sv + ".", en: en + forecast.en + ".")]
    }

    /// What the year was or is expected to become, and by which document where it is another one.
    private static func forecast(_ total: EconomyRow) -> Text {
        guard let deviation = total.forecastDeviation, let amount = deviation.amount else {
            return Text(verbatim: "")
        }
        let number = NumberWords.text(amount, signed: true)
        if let home = total.figures[.net], home.receipt.source != deviation.receipt.source {
            let title = deviation.receipt.sourceTitle
            return Text(
                sv: "; prognosen i \(title) avvek \(number.sv) tkr",
                en: "; the forecast of \(title) deviated by \(number.en) tkr")
        }
        return Text(
            sv: "; helårets prognos avviker \(number.sv) tkr",
            en: "; the forecast of the year deviates by \(number.en) tkr")
    }

    private static func expected(_ total: EconomyRow) -> Text? {
        guard let forecast = total.forecast?.amount else { return nil }
        let amount = NumberWords.text(forecast)
        guard let deviation = total.forecastDeviation?.amount else {
            return Text(sv: "\(amount.sv) tkr", en: "\(amount.en) tkr")
        }
        let number = NumberWords.text(deviation, signed: true)
        return Text(
            sv: "\(amount.sv) tkr, \(number.sv) tkr från budget",
            en: "\(amount.en) tkr, \(number.en) tkr from the budget")
    }
}

extension EconomyComparison.Refusal {
    /// Why the sums are not compared, and what to compare instead.
    public func text(_ focus: Municipality, _ organisation: String) -> Text {
        let instead = Text(
            sv: "Jämför verksamheter i kr/inv, eller nettokostnadsavvikelsen (riktmarke compare "
                + "N30001).",
            en: "Compare verksamheter in kronor per inhabitant, or the net cost deviation "
                + "(riktmarke compare N30001).")
        switch self {
        case .tasksDiffer(let other, let own, let others):
            func list(_ names: [String], _ language: Language) -> String {
                NumberWords.listed(names, language)
            }
            return Text(
                sv: "Nämndernas summor jämförs inte, eftersom uppgifterna skiljer sig: "
                    + "\(focus.name), \(organisation) har \(list(own, .sv)); \(other.name), "
                    + "\(organisation) har \(list(others, .sv)). \(instead.sv)",
                en: "The sums of the nämnder are not compared, since their tasks differ: "
                    + "\(focus.name), \(organisation) has \(list(own, .en)); \(other.name), "
                    + "\(organisation) has \(list(others, .en)). \(instead.en)")
        case .tasksUnknown(let municipality):
            return Text(
                sv: "Nämndernas summor jämförs inte: vilka uppgifter \(municipality.name), "
                    + "\(organisation) har är inte angivet (committee_activities.csv). "
                    + instead.sv,
                en: "The sums of the nämnder are not compared: nobody has declared the tasks of "
                    + "\(municipality.name), \(organisation) (committee_activities.csv). "
                    + instead.en)
        case .noFigures(let other):
            return Text(
                sv: "\(other.name) har ingen summa för \(organisation) i perioden.",
                en: "\(other.name) has no sum for \(organisation) in the period.")
        case .signsDiffer(let other):
            return Text(
                sv:
                    "\(other.name) jämförs inte: dess källa skriver kostnader med ett annat tecken.",
                en: "\(other.name) is not compared: its source writes costs with another sign.")
        }
    }
}
