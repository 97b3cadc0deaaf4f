public import Diagnostics

/// A field of an outcome that a column or a constant fills.
public enum OutcomeField: String, Sendable, Hashable, CaseIterable {
    /// The indicator, by code or alias.
    case indicator
    /// The municipality, by code or name.
    case municipality
    /// The period.
    case period
    /// The gender; everyone where it is not given.
    case gender
    /// The value.
    case value
    /// The target (mål) for the same key.
    case target
    /// The number of cases that the value counts.
    case numerator
    /// The number of cases that the value is a share of.
    case denominator
    /// The number of persons who answered.
    case respondents
    /// Why there is no value, or that it is preliminary.
    case status
    /// The document, by its code in the registry.
    case document
    /// The line of the document on which the figure is printed.
    case documentLine = "document_line"
    /// A remark that goes with the figure.
    case note

    /// Whether the field is read as a word, so that a constant, a default and words make sense.
    ///
    /// A default for a number would be a made-up figure.
    public var isWord: Bool {
        switch self {
        case .indicator, .municipality, .period, .gender, .document, .status: true
        default: false
        }
    }
}

/// Where a field comes from.
public struct ColumnRule: Sendable, Hashable {
    /// A column of the file, or the same text on every row.
    public enum Origin: Sendable, Hashable {
        /// The column with one of these headers.
        case column(headers: [String])
        /// This text, as if it stood in every row.
        case constant(String)
    }

    /// Where the text comes from.
    public var origin: Origin
    /// The text that a blank cell stands for.
    public var defaultText: String?
    /// Whether the file may lack the column.
    public var isOptional: Bool
    /// Words of the file and what they stand for.
    public var words: [String: String]
    /// Where the rule stands in the specification.
    public var location: SourceLocation
}

/// A wide layout: some columns are cells of their own.
public struct WideRule: Sendable, Hashable {
    /// What the header of a wide column names.
    public enum Axis: String, Sendable, Hashable, CaseIterable {
        /// A column a period.
        case period
        /// A column an indicator.
        case indicator
        /// A column a municipality.
        case municipality
        /// A column a gender.
        case gender

        /// The field that the header fills.
        public var field: OutcomeField {
            switch self {
            case .period: .period
            case .indicator: .indicator
            case .municipality: .municipality
            case .gender: .gender
            }
        }
    }

    /// What headers name.
    public var axis: Axis
    /// The declared columns, in the order of the specification.
    public var columns: [WideColumn]
    /// Whether every other column whose header can be read as the axis is a cell as well.
    public var acceptsAnyHeader: Bool
    /// Where the rule stands in the specification.
    public var location: SourceLocation
}

/// A column of a wide layout: its header and the fields it gives to its cells.
public struct WideColumn: Sendable, Hashable {
    /// The header.
    public var header: String
    /// The texts of the key fields that the column gives; they win over the row's.
    public var fields: [OutcomeField: String]
    /// Whether the cells are outcomes or targets.
    public var measure: Measure
    /// Whether the source itself says which period the cells speak of.
    public var periodIsDeclared: Bool
    /// Where the column stands in the specification.
    public var location: SourceLocation
}

/// What a figure is: what came out, or what was aimed at.
public enum Measure: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
    /// What came out (utfall).
    case outcome
    /// What was aimed at (mål).
    case target
}
