internal import Comparison
internal import Indicators
package import Postgres

/// The same comparison for women and for men, where the focus has a value for them.
package struct GenderEvidence: Sendable {
    /// Women before men.
    let tables: [ComparisonTable]

    /// Reads the genders that the comparison itself does not show.
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
        let publication = try PublicationReading(
            of: table.indicator, asOf: answer.asOf, &connection)
        var tables: [ComparisonTable] = []
        for gender in [Gender.women, .men] where gender != table.gender {
            let other = ComparisonTable(
                indicator: table.indicator, isComplement: table.isComplement,
                period: table.period, gender: gender, focus: table.focus, members: municipalities,
                figures: try ComparisonReader.figures(
                    &connection, indicator: table.indicator, period: table.period, gender: gender,
                    municipalities: municipalities, asOf: answer.asOf)
            ).published(publication)
            if other.focusRow?.value != nil { tables.append(other) }
        }
        self.tables = tables
    }
}
