public import Diagnostics

/// Something in a report that contradicts itself, or cannot be.
///
/// A finding never changes a figure: it says what is printed, and what would follow from the rest.
public struct Finding: Sendable, Hashable {
    /// What a figure was held against.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// Net is income and costs together.
        case net
        /// A deviation is the outcome less the budget.
        case deviation
        /// The deviation of a forecast is the forecast less the budget.
        case forecastDeviation = "forecast-deviation"
        /// Absence is its short and its long part together.
        case absenceParts = "absence-parts"
        /// A sum row is the sum of the rows above.
        case columnSum = "column-sum"
        /// Parts ("varav") make up their total.
        case parts
        /// Everyone lies between women and men.
        case genderBounds = "gender-bounds"
        /// Text and table tell the same figure alike.
        case textAgainstTable = "text-against-table"
        /// The same figure is told alike in two places.
        case contradiction
        /// A figure that accumulates never shrinks within a year.
        case shrinking
        /// A date exists.
        case impossibleDate = "impossible-date"
        /// A share lies between 0 and 100 per cent.
        case shareBounds = "share-bounds"
        /// A change of a number is told in per cent, not in percentage points.
        case pointsOfNumber = "points-of-number"
        /// A draft tells a figure as the warehouse states it.
        case warehouse
    }

    /// What was held against what.
    public var rule: Rule
    /// How much it weighs: `note` for what rounding explains.
    public var severity: Diagnostic.Severity
    /// The path of the document.
    public var document: String
    /// The line of the figure, from 1.
    public var line: Int
    /// What is printed, word for word.
    public var printed: String
    /// What would follow from the rest.
    public var expected: String
    /// What the finding is about, in a sentence.
    public var message: Text

    /// The finding as a message with its place.
    public var diagnostic: Diagnostic {
        Diagnostic(
            severity, code: "finding.\(rule.rawValue)", message,
            at: .file(path: document, line: line))
    }
}
