public import Diagnostics
internal import Indicators
internal import Statistics

/// What must be said under a series.
public enum SeriesNotes {
    /// The notes of a series, in the order in which they are read.
    public static func notes(of series: Series) -> [Text] {
        let figures = series.points.map(\.figure)
        return collection(series) + limits(series)
            + [NeededCasesNote.ofSeries(series)].compactMap(\.self) + gaps(series)
            + IndicatorNotes.window(series.indicator)
            + (series.last.map { IndicatorNotes.cumulative($0.period) } ?? [])
            + IndicatorNotes.preliminary(figures) + breaks(series)
            + IndicatorNotes.sources(
                figures,
                own: Text(
                    sv: "Median, kvartiler och trendtest", en: "Median, quartiles and trend test"))
    }

    /// The years that are still being collected.
    private static func collection(_ series: Series) -> [Text] {
        let years = series.points.filter(\.isCollecting).map(\.period.description)
        guard !years.isEmpty else { return [] }
        let list = years.joined(separator: ", ")
        return [
            Text(
                sv:
                    "Insamlingen för \(list) pågår: median och kvartiler visas när den är klar, och "
                    + "året räknas inte in i trenden.",
                en:
                    "\(list) is still being collected: median and quartiles are shown when that has "
                    + "ended, and the year is no part of the trend.")
        ]
    }

    /// What the test says, or why it refuses, as a sentence.
    public static func verdict(of series: Series) -> Text {
        let chi = series.test.chiSquared.map { value in
            Text(sv: "χ² \(shown(value).sv)", en: "χ² \(shown(value).en)")
        }
        guard let reason = series.test.reason else {
            let way = direction(series)
            return Text(
                sv: "Trend de fem senaste åren: \(way.sv) (\(chi?.sv ?? ""), p < 0,002).",
                en: "Trend of the last five years: \(way.en) (\(chi?.en ?? ""), p < 0.002).")
        }
        let why = words(reason, series)
        if series.test.direction == .noChange {
            return Text(
                sv: "Trend de fem senaste åren: ingen säkerställd ändring, \(why.sv)"
                    + "\(chi.map { " (\($0.sv))" } ?? "").",
                en: "Trend of the last five years: no change established, \(why.en)"
                    + "\(chi.map { " (\($0.en))" } ?? "").")
        }
        return Text(
            sv: "Trend kan inte prövas: \(why.sv)\(chi.map { " (\($0.sv))" } ?? "").",
            en: "The trend cannot be tested: \(why.en)\(chi.map { " (\($0.en))" } ?? "").")
    }

    private static func direction(_ series: Series) -> Text {
        let rises = series.test.direction == .increasing
        let way =
            rises ? Text(sv: "stiger", en: "rising") : Text(sv: "sjunker", en: "falling")
        return switch series.judgement {
        case .better: Text(sv: "\(way.sv), blir bättre", en: "\(way.en), getting better")
        case .worse: Text(sv: "\(way.sv), blir sämre", en: "\(way.en), getting worse")
        case .higher, .lower, .similar, .none: way
        }
    }

    private static func words(_ reason: TrendTest.Reason, _ series: Series) -> Text {
        switch reason {
        case .missingInterval where series.indicator.uncertainty == .none:
            return Text(
                sv: "för den här sortens tal finns inget slumpintervall",
                en: "there is no interval of chance for this kind of figure")
        case .missingInterval
        where series.points.count(where: { $0.figure?.value != nil }) < 5:
            return Text(
                sv: "färre än fem år har värde, och källan anger inte täljare och nämnare",
                en: "fewer than five years have a value, and the source does not state numerator "
                    + "and denominator")
        case let reason: return plainWords(reason)
        }
    }

    private static func plainWords(_ reason: TrendTest.Reason) -> Text {
        switch reason {
        case .duplicateYear: Text(sv: "ett år finns två gånger", en: "a year is there twice")
        case .missingValue:
            Text(sv: "ett av de fem åren saknar värde", en: "one of the five years has no value")
        case .impossibleShare:
            Text(
                sv: "ett år har fler fall än det finns",
                en: "one year has more cases than there are")
        case .missingInterval:
            Text(
                sv: "källan anger inte täljare och nämnare för alla fem åren",
                en: "the source does not state numerator and denominator for all five years")
        case .tooFewPoints:
            Text(sv: "färre än fem år har värde", en: "fewer than five years have a value")
        case .missingYear:
            Text(
                sv: "ett år saknas mellan det första och det sista av de fem",
                en: "a year is missing between the first and the last of the five")
        case .seriesBreak:
            Text(
                sv: "serien bryts inom de fem åren", en: "the series breaks within the five years")
        case .allOrNone:
            Text(sv: "ett år har inga fall eller alla", en: "a year has no case, or all of them")
        case .zeroWidth:
            Text(sv: "ett intervall saknar bredd", en: "an interval has no width")
        case .notSignificant:
            Text(
                sv: "skillnaderna är inte större än slumpen kan ge",
                en: "the differences are no larger than chance may give")
        case .outlier:
            Text(
                sv: "utan ett av åren vänder lutningen",
                en: "without one of the years the slope turns")
        }
    }

    /// Natural limits where there are no numerators.
    private static func limits(_ series: Series) -> [Text] {
        guard let chart = series.limits, let last = series.last, let value = last.figure?.value
        else { return [] }
        let (lower, upper) = (shown(chart.limits.lowerBound), shown(chart.limits.upperBound))
        let isInside = chart.limits.contains(value.approximation)
        return [
            Text(
                sv: "Naturliga gränser utan täljare och nämnare (XmR): \(lower.sv)–\(upper.sv); "
                    + "\(last.period) ligger \(isInside ? "inom" : "utanför") dem.",
                en: "Natural limits without numerators (XmR): \(lower.en)–\(upper.en); "
                    + "\(last.period) lies \(isInside ? "within" : "outside") them.")
        ]
    }

    private static func gaps(_ series: Series) -> [Text] {
        let years = series.points.filter { $0.figure?.value == nil }.map(\.period.description)
        guard !years.isEmpty else { return [] }
        let list = years.joined(separator: ", ")
        return [
            Text(
                sv: "\(series.focus.name) saknar värde: \(list).",
                en: "\(series.focus.name) has no value: \(list).")
        ]
    }

    private static func breaks(_ series: Series) -> [Text] {
        series.points.compactMap { point in
            point.breakReason.map {
                Text(
                    sv: "Brott i serien från \(point.period.year): \($0)",
                    en: "Break in the series from \(point.period.year): \($0)")
            }
        }
    }

    /// A computed number with two decimals.
    private static func shown(_ value: Double) -> Text {
        guard value.isFinite, abs(value) < 1e15 else { return Text(verbatim: "\(value)") }
        let number = ScaledDecimal(units: Int64((value * 100).rounded()), scale: 2)
        return NumberWords.text(number)
    }
}
