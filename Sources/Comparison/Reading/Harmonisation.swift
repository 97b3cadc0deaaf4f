public import Diagnostics
public import Indicators
public import Postgres
internal import Warehouse

/// What is declared of an indicator, so that figures of different reports speak of the same thing.
public struct Harmonisation: Sendable, Hashable {
    /// What can be declared.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// A report calls the indicator so.
        case name
        /// What its figure of a tertial is.
        case tertial
        /// Which period a target holds for whose document states none.
        case targetPeriod = "target_period"
    }

    /// What is declared: a name, what a tertial's figure is, the period of a target.
    public var rule: Rule
    /// Code of the document that it is declared of; empty for all.
    public var document: String
    /// The name as printed; empty for other rules.
    public var printed: String
    /// What it means; empty for names, except those of complements.
    public var means: String
    /// Why, and where that can be read.
    public var reason: String

    /// Reads what is declared of an indicator in some documents, and in all.
    public static func read(
        _ connection: inout Connection, indicator: Indicator, documents: [String]
    ) throws(PostgresError) -> [Harmonisation] {
        let rows = try connection.rows(
            ReadStatement.listHarmonisation, indicator.key, documents)
        return rows.compactMap { row in
            guard let rule = Rule(rawValue: row.0) else { return nil }
            return Harmonisation(
                rule: rule, document: row.1, printed: row.2, means: row.3, reason: row.4)
        }
    }

    /// What is declared, as a heading.
    public var heading: Text {
        switch rule {
        case .name where means == HarmonisationRow.complement:
            Text(sv: "Tryckt som komplement", en: "Printed as its complement")
        case .name: Text(sv: "Heter också", en: "Also called")
        case .tertial: Text(sv: "Tertial", en: "Tertials")
        case .targetPeriod: Text(sv: "Målets period", en: "The target's period")
        }
    }

    /// What it means and why, as a sentence.
    public var sentence: Text {
        switch rule {
        case .name: return Text(verbatim: "”\(printed)”: \(reason)")
        case .tertial:
            let words: Text =
                switch HarmonisationRow.Tertial(rawValue: means) {
                case .accumulates:
                    Text(
                        sv: "räknas från årets början", en: "counted from the beginning of the year"
                    )
                case .within: Text(sv: "gäller tertialet självt", en: "of the tertial itself")
                case .point: Text(sv: "läget sista dagen", en: "as on the last day")
                case nil: Text(verbatim: means)
                }
            return Text(sv: "\(words.sv): \(reason)", en: "\(words.en): \(reason)")
        case .targetPeriod:
            let words =
                means == "unstated"
                ? Text(sv: "anges inte, inget utlåtande", en: "not stated, no verdict")
                : Text(sv: "förklarad vara \(means)", en: "declared to be \(means)")
            return Text(
                sv: "\(document): \(words.sv): \(reason)", en: "\(document): \(words.en): \(reason)"
            )
        }
    }
}
