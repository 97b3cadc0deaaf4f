package import Comparison
package import Postgres

/// What a question about one indicator begins with: the units that it names, and the indicator.
///
/// Both are known before anything has been read, so the server can be asked for them together.
package struct QuestionOpening: Sendable {
    /// Codes and names of units.
    let words: [String]
    /// Whether others are needed as well, such as the members of a group.
    let needsAll: Bool
    /// The word for the indicator.
    let indicator: String
    /// Whether the time of knowledge must be found out before, so that nothing can be asked ahead.
    let isAsOf: Bool

    /// Describes the beginning of a question.
    package init(words: [String], needsAll: Bool, indicator: String, isAsOf: Bool) {
        self.words = words
        self.needsAll = needsAll
        self.indicator = indicator
        self.isAsOf = isAsOf
    }

    /// Sends all of it together with the statement that is run next, unless something must be known before.
    package func askAhead(_ connection: inout Connection) throws(PostgresError) {
        guard !isAsOf else { return }
        try MunicipalityDirectory.askAhead(for: words, needsAll: needsAll, &connection)
        try IndicatorArgument.askAhead(indicator, &connection)
    }

    /// Reads the units, and asks for the indicator with them unless that has been done.
    package func directory(
        _ connection: inout Connection
    ) throws(PostgresError) -> MunicipalityDirectory {
        if !connection.hasUnreadAnswers {
            try IndicatorArgument.askAhead(indicator, &connection)
        }
        return try MunicipalityDirectory.read(for: words, needsAll: needsAll, &connection)
    }
}
