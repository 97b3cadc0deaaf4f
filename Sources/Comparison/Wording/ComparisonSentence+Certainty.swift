public import Diagnostics
internal import Indicators

extension ComparisonSentence {
    /// How sure the difference to the others together is; `nil` where there is no difference.
    var certainty: Text? {
        let contrast = finding.againstPeers
        if let obstacle = contrast.obstacle {
            return obstacle.reason(leastResponseRate: finding.leastResponseRate)
        }
        guard let mean = finding.peers.meanWeighted, let difference = contrast.difference,
            let interval = contrast.interval
        else { return nil }
        let decimals = finding.meanDecimals
        let share = finding.indicator.sentence(mean.rounded(toScale: decimals) ?? mean)
        let points = finding.indicator.differenceUnit
        let size = NumberWords.text(difference, decimals: decimals, signed: true)
        let lower = NumberWords.text(interval.lower, decimals: decimals, signed: true)
        let upper = NumberWords.text(interval.upper, decimals: decimals, signed: true)
        let word = Self.outcome(contrast.verdict, finding.focus.name)
        return Text(
            sv: "Mot de andras sammanlagda \(share.sv) är skillnaden \(size.sv) \(points.sv) "
                + "(95 % intervall \(lower.sv) till \(upper.sv)\(readers.sv)): \(word.sv)",
            en: "Against the others' \(share.en) taken together the difference is \(size.en) "
                + "\(points.en) (95 % interval \(lower.en) to \(upper.en)\(readers.en)): \(word.en)"
        )
    }

    /// That cases were given by the reader, where they were.
    private var readers: Text {
        guard finding.restsOnReader else { return Text(verbatim: "") }
        return Text(
            sv: ", underlag angivet av användaren", en: ", number of cases given by the user")
    }

    private static func outcome(_ verdict: Verdict, _ name: String) -> Text {
        switch verdict {
        case .better:
            Text(
                sv: "mer än slumpen brukar ge, och \(name) ligger bättre till",
                en: "more than chance tends to give, and \(name) does better")
        case .worse:
            Text(
                sv: "mer än slumpen brukar ge, och \(name) ligger sämre till",
                en: "more than chance tends to give, and \(name) does worse")
        case .higher:
            Text(
                sv: "mer än slumpen brukar ge; \(name) ligger högre, vilket inte är bra eller "
                    + "dåligt i sig",
                en: "more than chance tends to give; \(name) is higher, which is neither good nor "
                    + "bad in itself")
        case .lower:
            Text(
                sv: "mer än slumpen brukar ge; \(name) ligger lägre, vilket inte är bra eller "
                    + "dåligt i sig",
                en: "more than chance tends to give; \(name) is lower, which is neither good nor "
                    + "bad in itself")
        case .similar:
            Text(
                sv: "den kan inte skiljas från slumpen",
                en: "it cannot be told from chance")
        case .uncertaintyUnknown, .none:
            Text(sv: "inget omdöme", en: "no verdict")
        }
    }
}

extension Obstacle {
    /// Why nothing is said of chance.
    ///
    /// - Parameter leastResponseRate: the share of those asked that must have answered a survey.
    /// - Returns: a sentence without its full stop; `nil` without a value.
    public func reason(leastResponseRate: Double = Yardstick.usualResponseRate) -> Text? {
        let unknown = Text(
            sv: "Om skillnaden är mer än slump går inte att säga",
            en: "Whether the difference is more than chance cannot be told")
        let because: Text
        switch self {
        case .noValue: return nil
        case .neverAnInterval:
            return Text(
                sv: "För den här sortens tal finns inget slumpintervall, så inget omdöme ges",
                en: "There is no interval of chance for this kind of figure, so no verdict is given"
            )
        case .seriesBreak:
            because = Text(
                sv: "det är brott i serien", en: "there is a break in the series")
        case .noShare:
            because = Text(
                sv: "värdet är ingen andel av ärenden", en: "the value is no share of cases")
        case .noCounts:
            because = Text(
                sv: "källan anger inte hur många ärenden alla värden bygger på",
                en: "the source does not state how many cases all values rest on")
        case .contradictoryCounts:
            because = Text(
                sv: "täljare och nämnare ger inte de värden som källan anger",
                en: "numerators and denominators do not give the values that the source states")
        case .noDispersion:
            because = Text(
                sv:
                    "utfallen kommer i klungor, och för få kommuner har täljare och nämnare för att "
                    + "skatta hur mycket kommuner brukar skilja sig",
                en: "outcomes come in clusters, and too few municipalities have numerators and "
                    + "denominators to tell how much municipalities tend to differ")
        case .unknownResponseRate:
            because = Text(
                sv: "enkätens svarsfrekvens är inte känd för alla",
                en: "the survey's response rate is not known for all")
        case .lowResponseRate:
            let rate = NumberWords.text(ValueInterval.percent(leastResponseRate))
            because = Text(
                sv: "färre än \(rate.sv) procent har svarat på enkäten någonstans",
                en: "fewer than \(rate.en) percent have answered the survey somewhere")
        }
        return Text(
            sv: "\(unknown.sv): \(because.sv)", en: "\(unknown.en): \(because.en)")
    }
}
