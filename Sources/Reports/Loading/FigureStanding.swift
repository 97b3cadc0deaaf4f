public import Diagnostics

/// The star of the warehouse that takes a figure.
public enum FigureHome: String, Sendable, Hashable, CaseIterable {
    /// The outcome of an indicator.
    case outcome
    /// The target of an indicator.
    case target
    /// Money.
    case economy
    /// Absence for sickness.
    case absence
}

/// What becomes of a figure of a report when the report is loaded.
public enum FigureStanding: Sendable, Hashable {
    /// It is loaded.
    case loads(FigureHome)
    /// A table of the document states it; the table's figure is loaded, the text's held against it.
    case inTable(line: Int)
    /// The text tells it in another place too, at least as exactly; that one is loaded.
    case repeated(line: Int)
    /// The text tells it otherwise elsewhere: none of them is loaded, all are rejects.
    case contradicts(lines: [Int])
    /// The manifest does not say what must be known: a reject.
    case undeclared(Missing)
    /// No star takes it: it is read and held against others, and not loaded.
    case homeless(Homeless)

    /// What a manifest must say of a figure of running text.
    public enum Missing: Sendable, Hashable {
        /// Which period it speaks of.
        case period
        /// What it counts.
        case unit
    }

    /// Why no star takes a figure.
    public enum Homeless: Sendable, Hashable {
        /// The manifest says why.
        case declared(String)
        /// It may be an outcome or a target, and no indicator is named.
        case noIndicator
        /// Nothing in the warehouse takes what it says: a change, respondents, a forecast of persons.
        case measure(FigureMeasure)
    }

    /// Why it is not loaded; `nil` where it is.
    public var reason: Text? {
        switch self {
        case .loads: nil
        case .inTable(let line):
            Text(sv: "står i tabell, rad \(line)", en: "stands in a table, line \(line)")
        case .repeated(let line):
            Text(sv: "sägs också på rad \(line)", en: "is told on line \(line) too")
        case .contradicts(let lines):
            Text(
                sv: "sägs olika på rad \(Self.list(lines))",
                en: "is told differently on lines \(Self.list(lines))")
        case .undeclared(.period):
            Text(sv: "manifestet anger ingen period", en: "the manifest names no period")
        case .undeclared(.unit):
            Text(sv: "manifestet anger ingen enhet", en: "the manifest names no unit")
        case .homeless(.declared(let reason)): Text(verbatim: reason)
        case .homeless(.noIndicator):
            Text(sv: "manifestet anger inget nyckeltal", en: "the manifest names no indicator")
        case .homeless(.measure(let measure)):
            Text(
                sv: "lagret har ingen plats för ”\(measure.rawValue)”",
                en: "the warehouse has no place for \"\(measure.rawValue)\"")
        }
    }

    private static func list(_ lines: [Int]) -> String {
        lines.map(String.init).joined(separator: ", ")
    }
}
