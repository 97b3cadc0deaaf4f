internal import Indicators
public import Postgres

/// What is declared of an indicator, so that figures of different reports speak of the same thing.
public struct HarmonisationRow: Sendable, Hashable {
    /// What is declared.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// A report calls the indicator so.
        case name
        /// What its figure of a tertial is.
        case tertial
        /// Which period a target holds for whose document states none.
        case targetPeriod = "target_period"
    }

    /// What the figure of a tertial is.
    public enum Tertial: String, Sendable, Hashable, CaseIterable {
        /// From the beginning of the year to the end of the tertial.
        case accumulates
        /// Of the tertial's own months.
        case within
        /// Of its last day.
        case point
    }

    /// What a name means by which a report prints the complement of a share.
    public static let complement = "complement"

    /// What is declared.
    public var rule: Rule
    /// Code of the indicator.
    public var code: String
    /// Code of the document that it is declared of; empty for all.
    public var document: String
    /// The name as printed; empty for other rules.
    public var printed: String
    /// What it means; empty for names, except those of complements.
    public var means: String
    /// Why, and where that can be read.
    public var reason: String

    /// Declares it.
    public init(
        rule: Rule, code: String, document: String, printed: String, means: String, reason: String
    ) {
        self.rule = rule
        self.code = code
        self.document = document
        self.printed = printed
        self.means = means
        self.reason = reason
    }
}

extension ReferenceStore {
    /// Replaces what is declared about figures of different reports.
    public static func replace(
        _ connection: inout Connection, harmonisation rows: [HarmonisationRow]
    ) throws(PostgresError) -> Int64 {
        let folded = rows.map { NameFolding.key($0.printed) }
        let removed = try connection.onlyRow(
            ReferenceStatement.removeHarmonisation, rows.map(\.code), rows.map(\.rule.rawValue),
            rows.map(\.document), folded, rows.map(\.printed), rows.map(\.means),
            rows.map(\.reason))
        let added = try connection.onlyRow(
            ReferenceStatement.addHarmonisation, rows.map(\.code), rows.map(\.rule.rawValue),
            rows.map(\.document), folded, rows.map(\.printed), rows.map(\.means),
            rows.map(\.reason))
        return max(removed, added)
    }
}
