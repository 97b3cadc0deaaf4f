package import Comparison
internal import Indicators
package import Postgres

/// What a report needs beside a comparison: the receipts of its figures, and the years before.
///
/// Read only for forms that show them; a comparison at a terminal does without.
package struct ComparisonEvidence: Sendable {
    /// Where each municipality's figures come from, by its key.
    package let origins: [Int16: [FigureOrigin]]
    /// The same comparison in other periods, oldest first, the compared one among them.
    package let series: [ComparisonTable]

    /// At most so many periods are shown.
    private static let longestSeries = 15

    /// Reads the evidence.
    ///
    /// - Parameters:
    ///   - answer: the comparison.
    ///   - connection: the warehouse, within the transaction of the comparison.
    /// - Throws: what the server reports.
    package init(
        for answer: ComparisonAnswer, _ connection: inout Connection
    ) throws(PostgresError) {
        let table = answer.table
        let municipalities = table.rows.map(\.municipality)
        origins = try FigureOrigin.read(
            &connection, indicator: table.indicator, period: table.period, gender: table.gender,
            municipalities: municipalities, asOf: answer.asOf)
        // A tertial accumulates from January, so T1 stands beside T1 and not beside T2.
        let alike = try ComparisonReader.periods(
            &connection, indicator: table.indicator, municipality: table.focus,
            gender: table.gender, asOf: answer.asOf
        ).filter { $0.kind == table.period.kind && $0.part == table.period.part }
        let publication = try PublicationReading(
            of: table.indicator, asOf: answer.asOf, &connection)
        var series: [ComparisonTable] = []
        for period in alike.prefix(Self.longestSeries).sorted(by: { $0.year < $1.year }) {
            guard period != table.period else {
                series.append(table)
                continue
            }
            series.append(
                ComparisonTable(
                    indicator: table.indicator, isComplement: table.isComplement, period: period,
                    gender: table.gender, focus: table.focus, members: municipalities,
                    figures: try ComparisonReader.figures(
                        &connection, indicator: table.indicator, period: period,
                        gender: table.gender, municipalities: municipalities, asOf: answer.asOf)
                ).published(publication))
        }
        self.series = series
    }
}
