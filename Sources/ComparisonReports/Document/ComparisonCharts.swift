package import Charts
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Statistics

/// The charts of a comparison; one that has nothing to show is left out.
package struct ComparisonCharts {
    let answer: ComparisonAnswer
    let evidence: ComparisonEvidence

    /// Takes what is to be drawn.
    package init(answer: ComparisonAnswer, evidence: ComparisonEvidence) {
        self.answer = answer
        self.evidence = evidence
    }

    private var table: ComparisonTable { answer.table }

    /// Every chart that there is something to show in.
    package var all: [Chart] { [dots, trend, funnel].compactMap(\.self) }

    /// The values beside each other, with intervals where persons are counted; `nil` without values.
    package var dots: Chart? {
        let points = table.rows.compactMap { row -> DotPlot.Point? in
            guard let value = row.value else { return nil }
            return DotPlot.Point(
                row.municipality.name, value.approximation, interval: interval(row),
                isFocus: row.municipality.key == table.focus.key)
        }
        guard !points.isEmpty else { return nil }
        let reference = table.peers.withValue > 1 ? table.peers.median : nil
        let median = Text(sv: "de andras median", en: "the others' median")
        return Chart(
            title: title(Text(verbatim: table.period.description)), description: dotsDescription,
            unit: table.indicator.unitText,
            kind: .dots(
                DotPlot(
                    points: points,
                    reference: reference.map { .init(median, $0.approximation) })))
    }

    /// The focus over time beside its group; `nil` for fewer than two periods.
    package var trend: Chart? {
        let points = evidence.series.map { period in
            TrendPlot.Point(
                place: Double(period.period.year), label: period.period.description,
                value: period.focusRow?.value?.approximation,
                isPreliminary: period.focusRow?.figure?.status == .preliminary,
                group: quartiles(period))
        }
        guard points.count(where: { $0.value != nil }) > 1 else { return nil }
        let years = points.map(\.place)
        let breaks = table.indicator.seriesBreaks.map { Double($0.year) - 0.5 }
            .filter { $0 > (years.min() ?? 0) && $0 < (years.max() ?? 0) }
        let name = table.focus.name
        return Chart(
            title: title(Text(sv: "\(name) över tid", en: "\(name) over time")),
            description: Text(
                sv: "Serien för \(name) bredvid de andras median och mittersta hälft; alla värden "
                    + "står i tabellen.",
                en: "The series of \(name) beside the others' median and middle half; all values "
                    + "stand in the table."),
            unit: table.indicator.unitText,
            kind: .trend(TrendPlot(label: name, points: filled(points), breaks: breaks)))
    }

    /// The shares against the number of cases, with the limits of chance around the others' pooled
    /// share; `nil` where fewer than three have numerators.
    package var funnel: Chart? {
        let shown = table.rows.compactMap { row -> (row: ComparisonRow, share: Proportion)? in
            guard let share = proportion(row) else { return nil }
            return (row, share)
        }
        let others = shown.filter { $0.row.municipality.key != table.focus.key }.map(\.share)
        let cases = others.map(\.total).reduce(0, +)
        guard shown.count >= 3, cases > 0,
            let funnel = ProportionFunnel(benchmark: others.map(\.count).reduce(0, +) / cases)
        else { return nil }
        let totals = shown.map(\.share.total)
        let (least, most) = ((totals.min() ?? 1) * 0.85, (totals.max() ?? 1) * 1.08)
        let limits = (0...60).map { step -> FunnelPlot.Limit in
            let total = least + (most - least) * Double(step) / 60
            let limits = funnel.limits(total: total)
            return FunnelPlot.Limit(
                total: total, at95: Self.percent(limits.at95), at998: Self.percent(limits.at998))
        }
        let pooled = Text(sv: "de andras vägda medel", en: "the others' weighted mean")
        return Chart(
            title: title(Text(sv: "mot antal ärenden", en: "by number of cases")),
            description: Text(
                sv: "Andelen mot antalet ärenden, med gränserna för slump kring de andras vägda "
                    + "medel. Utanför de yttre gränserna (99,8 %) är slump en dålig förklaring.",
                en: "The share against the number of cases, with the limits of chance around the "
                    + "others' weighted mean. Outside the outer limits (99.8%) chance explains "
                    + "little."),
            unit: table.indicator.unitText,
            kind: .funnel(
                FunnelPlot(
                    points: shown.map { entry in
                        FunnelPlot.Point(
                            entry.row.municipality.name, total: entry.share.total,
                            value: entry.row.value?.approximation ?? .nan,
                            isFocus: entry.row.municipality.key == table.focus.key)
                    }, benchmark: .init(pooled, funnel.benchmark * 100), limits: limits,
                    totalLabel: Text(sv: "antal ärenden (nämnare)", en: "cases (denominator)"))))
    }

    private func title(_ what: Text) -> Text {
        let name = "\(table.indicator.code) \(table.title)"
        return Text(sv: "\(name), \(what.sv)", en: "\(name), \(what.en)")
    }

    private var dotsDescription: Text {
        let lead = ComparisonLead(answer: answer).lines
        let hasIntervals = table.rows.contains { interval($0) != nil }
        let meaning =
            hasIntervals
            ? Text(
                sv: "Strecken är 95-procentiga intervall (Wilson).",
                en: "The strokes are intervals at 95% (Wilson).")
            : Text(
                sv: "Inga intervall: källan anger inte täljare och nämnare.",
                en: "No intervals: the source does not state numerator and denominator.")
        return Text(
            sv: (lead.map(\.sv) + [meaning.sv]).joined(separator: ". ").replacing("..", with: "."),
            en: (lead.map(\.en) + [meaning.en]).joined(separator: ". ").replacing("..", with: "."))
    }

    /// Years without a figure are years in the chart too: the line must show its holes.
    private func filled(_ points: [TrendPlot.Point]) -> [TrendPlot.Point] {
        var result: [TrendPlot.Point] = []
        for point in points {
            if let last = result.last, point.place - last.place > 1 {
                var year = last.place + 1
                while year < point.place {
                    result.append(
                        TrendPlot.Point(place: year, label: "\(Int(year))", value: nil))
                    year += 1
                }
            }
            result.append(point)
        }
        return result
    }

    /// Quartiles of the others; of fewer than four nobody should draw any.
    private func quartiles(_ table: ComparisonTable) -> TrendPlot.Quartiles? {
        let values = table.rows.filter {
            $0.municipality.key != table.focus.key && $0.municipality.kind == table.focus.kind
        }.compactMap { $0.value?.approximation }
        guard values.count >= 4, let first = Percentile.type7(of: values, 0.25),
            let median = Percentile.median(of: values),
            let third = Percentile.type7(of: values, 0.75)
        else { return nil }
        return TrendPlot.Quartiles(first: first, median: median, third: third)
    }

    private func proportion(_ row: ComparisonRow) -> Proportion? {
        guard table.indicator.uncertainty == .persons, row.value != nil,
            let numerator = row.figure?.numerator, let denominator = row.figure?.denominator
        else { return nil }
        return Proportion(count: numerator.approximation, total: denominator.approximation)
    }

    private func interval(_ row: ComparisonRow) -> ClosedRange<Double>? {
        guard row.value != nil, let interval = row.interval else { return nil }
        let (lower, upper) = (interval.lower.approximation, interval.upper.approximation)
        return lower <= upper ? lower...upper : nil
    }

    private static func percent(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        range.lowerBound * 100...range.upperBound * 100
    }
}
