internal import Indicators
public import Postgres

/// What of internal indicators is written down as fit to be shown; the views of `mart` show nothing else.
public enum OutcomeClearance {
    /// Looks at every internal indicator whose figures, or whose description, have changed; within the
    /// loader's transaction, so that nobody sees one that nobody has looked at.
    ///
    /// - Returns: how many indicators have been looked at.
    /// - Throws: what the server reports.
    @discardableResult
    public static func refresh(_ connection: inout Connection) throws(PostgresError) -> Int {
        let keys = try connection.rows(LoadStatement.listUncheckedIndicators)
        guard !keys.isEmpty else { return 0 }
        try connection.perform(LoadStatement.withdrawClearances, keys)
        let units = try MunicipalityDimension.names(&connection)
        // One at a time: memory is that of the largest indicator. Secret ones are not described at all.
        for indicator in try IndicatorDimension.described(&connection, keys: keys)
        where indicator.disclosure == .internal {
            try clear(indicator, units, &connection)
        }
        try connection.perform(LoadStatement.forgetUnchecked, keys)
        return keys.count
    }

    private static func clear(
        _ indicator: Indicator, _ units: [Municipality], _ connection: inout Connection
    ) throws(PostgresError) {
        var statements: [Concealment.Statement] = []
        for row in try connection.rows(LoadStatement.listInternalStatements, indicator.key) {
            // What cannot be named cannot be shown to be safe.
            guard let period = Period(key: row.1), let gender = Gender(rawValue: row.2) else {
                continue
            }
            statements.append(
                Concealment.Statement(
                    key: Concealment.Key(
                        indicator: indicator.key, municipality: row.0, period: period,
                        gender: gender),
                    value: row.3, numerator: row.4, denominator: row.5,
                    respondents: row.6.map(Int.init)))
        }
        let concealment = Concealment(
            statements, indicators: [indicator.key: indicator],
            wholes: Concealment.wholes(of: units))
        let shown = Set(statements.map(\.key)).subtracting(concealment.hidden)
            .sorted { left, right in
                (left.municipality, left.period.key, left.gender.key)
                    < (right.municipality, right.period.key, right.gender.key)
            }
        guard !shown.isEmpty else { return }
        try connection.perform(
            LoadStatement.clearOutcomes, indicator.key, shown.map(\.municipality),
            shown.map(\.period.key), shown.map(\.gender.key))
    }
}
