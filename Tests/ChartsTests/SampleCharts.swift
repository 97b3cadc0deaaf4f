import Charts
import Diagnostics

/// Charts that several tests draw.
enum SampleCharts {
    static func dots(_ label: String = "Nacka", title: String = "Titel") -> Chart {
        Chart(
            title: Text(verbatim: title), description: Text(verbatim: "Beskrivning"),
            unit: Text(verbatim: "procent"),
            kind: .dots(
                DotPlot(
                    points: [
                        .init("Danderyd", 89.5, interval: 85...93), .init("Solna", 88),
                        .init(label, 86, interval: 82...90, isFocus: true),
                    ], reference: .init(Text(verbatim: "Median"), 87.25))))
    }

    static let trend = Chart(
        title: Text(verbatim: "Serie"), description: Text(verbatim: "En serie"),
        unit: Text(verbatim: "procent"),
        kind: .trend(
            TrendPlot(label: "Nacka", points: (2013...2018).map { year(of: $0) }, breaks: [2015.5]))
    )

    private static func year(of year: Int) -> TrendPlot.Point {
        let value: Double? = year == 2015 ? nil : Double(year - 1933)
        return TrendPlot.Point(
            place: Double(year), label: "\(year)", value: value, isPreliminary: year == 2018,
            group: .init(first: 78, median: 81, third: 84))
    }

    static let funnel: Chart = {
        let totals: [Double] = [200, 400, 600, 800, 1_000, 1_200]
        let limits = totals.map { total in
            FunnelPlot.Limit(total: total, at95: 80...84, at998: 78...86)
        }
        let points: [FunnelPlot.Point] = [
            .init("Nacka", total: 240, value: 86, isFocus: true),
            .init("Täby", total: 1_200, value: 81),
        ]
        return Chart(
            title: Text(verbatim: "Tratt"), description: Text(verbatim: "En tratt"),
            unit: Text(verbatim: "procent"),
            kind: .funnel(
                FunnelPlot(
                    points: points, benchmark: .init(Text(verbatim: "Medel"), 82), limits: limits,
                    totalLabel: Text(verbatim: "ärenden"))))
    }()
}
