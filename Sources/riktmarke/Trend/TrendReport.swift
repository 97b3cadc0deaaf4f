internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A series as a table for people.
struct TrendReport {
    let answer: TrendAnswer

    private var series: Series { answer.series }

    /// The years, the first one first.
    var page: ReportTable {
        let hasCounts = series.points.contains { $0.figure?.denominator != nil }
        let hasBreaks = series.points.contains { $0.breakReason != nil }
        return ReportTable(
            title: Text(verbatim: "\(series.indicator.code): \(series.title)"),
            lead: [scope],
            columns: columns(hasCounts: hasCounts, hasBreaks: hasBreaks),
            rows: series.points.map { point in
                ReportTable.Row(cells(point, hasCounts: hasCounts, hasBreaks: hasBreaks))
            }, notes: answer.notes, closing: answer.sentences)
    }

    private var scope: Text {
        let peers = answer.peers.words(series.focus.kind)
        func line(_ language: Language) -> String {
            let beside = Text(sv: "bredvid \(peers.sv)", en: "beside \(peers.en)")[language]
            let parts = [
                series.focus.name, series.gender.word[language], beside,
                series.polarity.sentence[language],
            ]
            let asOf = answer.asOf.map {
                Text(sv: "som känt \($0.rfc3339)", en: "as known \($0.rfc3339)")[language]
            }
            return (parts + [asOf].compactMap(\.self)).joined(separator: " · ")
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    private func columns(hasCounts: Bool, hasBreaks: Bool) -> [ReportTable.Column] {
        var columns: [ReportTable.Column] = [
            .init("period", Text(sv: "Period", en: "Period")),
            .init(
                "value", Text(verbatim: series.focus.name), .number, unit: series.indicator.unitText
            ),
        ]
        if hasCounts {
            columns += [
                .init("numerator", Text(sv: "Täljare", en: "Numerator"), .number),
                .init("denominator", Text(sv: "Nämnare", en: "Denominator"), .number),
            ]
        }
        columns += [
            .init("lower_quartile", Text(sv: "Undre kvartil", en: "Lower quartile"), .number),
            .init("median", Text(sv: "Median", en: "Median"), .number),
            .init("upper_quartile", Text(sv: "Övre kvartil", en: "Upper quartile"), .number),
            .init("with_value", Text(sv: "Med värde", en: "With value"), .right),
        ]
        if hasBreaks { columns.append(.init("break", Text(sv: "Brott", en: "Break"))) }
        return columns
    }

    private func cells(_ point: SeriesPoint, hasCounts: Bool, hasBreaks: Bool) -> [Cell] {
        var cells: [Cell] = [.text(point.period.description)]
        if let figure = point.figure, let value = figure.value {
            cells.append(
                .decimal(
                    value, decimals: max(series.indicator.decimals, value.scale),
                    preliminary: figure.status == .preliminary))
        } else {
            cells.append(.label(Text(sv: "saknas", en: "none"), tone: .muted))
        }
        if hasCounts {
            cells += [
                .decimal(orEmpty: point.figure?.numerator),
                .decimal(orEmpty: point.figure?.denominator),
            ]
        }
        if let spread = point.spread {
            let decimals = max(series.indicator.decimals, 1)
            cells += [spread.lowerQuartile, spread.median, spread.upperQuartile].map {
                .decimal($0, decimals: decimals)
            }
            cells.append(.integer(spread.withValue))
        } else {
            cells += [.empty, .empty, .empty, .empty]
        }
        if hasBreaks {
            cells.append(
                point.breakReason == nil
                    ? .empty : .label(Text(sv: "ny serie", en: "new series"), tone: .doubtful))
        }
        return cells
    }
}
