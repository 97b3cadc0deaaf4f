public import Diagnostics
public import Indicators

/// Everything that a document states, resolved to the keys of the warehouse.
public struct DocumentFigures: Sendable {
    /// Outcomes and targets of indicators, and all rejects.
    public var observations: ObservationBatch
    /// Figures of money.
    public var economy: [EconomyStatement] = []
    /// Figures of absence for sickness.
    public var absence: [AbsenceStatement] = []

    /// Where its text says otherwise than its tables, found when names were resolved.
    public var contradictions: [FoundContradiction] = []

    /// Creates what states nothing but outcomes and targets.
    public init(_ observations: ObservationBatch = ObservationBatch()) {
        self.observations = observations
    }

    /// How many figures of money and of absence there are.
    public var statementCount: Int { economy.count + absence.count }
}

/// A figure that a document tells otherwise in another place.
public struct FoundContradiction: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The word of the rule that it breaks.
    public var rule: String
    /// What is printed.
    public var printed: String
    /// What the other place says.
    public var expected: String
    /// What it is about, in a sentence.
    public var message: Text

    /// Describes a contradiction.
    public init(line: Int, rule: String, printed: String, expected: String, message: Text) {
        self.line = line
        self.rule = rule
        self.printed = printed
        self.expected = expected
        self.message = message
    }
}

/// Where a figure of a document stands and what is printed there.
public struct StatementPlace: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int32
    /// The column among the table's columns of figures, from 1.
    public var column: Int16
    /// The cell as it stands.
    public var printed: String
    /// A remark, such as a slip that was read past.
    public var note: String?

    /// Describes a place.
    public init(line: Int32, column: Int16, printed: String, note: String?) {
        self.line = line
        self.column = column
        self.printed = printed
        self.note = note
    }
}

/// A figure of money as a document states it.
public struct EconomyStatement: Sendable, Hashable {
    /// What a row of money is about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The sum of the nämnd.
        case total
        /// A verksamhet.
        case activity
        /// Money promised or received.
        case grant
        /// A measure taken to save.
        case action
    }

    /// The key of the municipality.
    public var municipalityKey: Int16
    /// What the row is about.
    public var kind: Kind
    /// Its name.
    public var subject: String
    /// What is said of it.
    public var measure: EconomyMeasure
    /// What exactly is meant, where the source says more; else empty.
    public var definition: String
    /// The period.
    public var period: Period
    /// Whether the figure accumulates from the beginning of the year.
    public var isCumulative: Bool
    /// Thousands of kronor, exact, with the sign of the source; absent where the status says why.
    public var amount: Quantity
    /// The key of the status.
    public var statusKey: Int16
    /// The unit of the source: `kr`, `tkr` or `mnkr`.
    public var printedUnit: String
    /// Where it stands.
    public var place: StatementPlace

    /// Describes a figure.
    public init(
        municipalityKey: Int16, kind: Kind, subject: String, measure: EconomyMeasure,
        definition: String, period: Period, isCumulative: Bool, amount: Quantity,
        statusKey: Int16, printedUnit: String, place: StatementPlace
    ) {
        self.municipalityKey = municipalityKey
        self.kind = kind
        self.subject = subject
        self.measure = measure
        self.definition = definition
        self.period = period
        self.isCumulative = isCumulative
        self.amount = amount
        self.statusKey = statusKey
        self.printedUnit = printedUnit
        self.place = place
    }
}

/// A figure of absence for sickness as a document states it.
public struct AbsenceStatement: Sendable, Hashable {
    /// The key of the municipality.
    public var municipalityKey: Int16
    /// Whether the row is the sum of the units.
    public var isTotal: Bool
    /// The unit's own code; empty where the document prints none.
    public var code: String
    /// The unit's name as printed.
    public var name: String
    /// What is said of it.
    public var measure: AbsenceMeasure
    /// By whose definition; empty where nobody says.
    public var definition: String
    /// The period.
    public var period: Period
    /// Whom it speaks of.
    public var gender: Gender
    /// The value; absent where the status says why.
    public var value: Quantity
    /// The key of the status.
    public var statusKey: Int16
    /// What the value counts.
    public var unit: String
    /// Employees of that gender; `nil` where the document does not state them.
    public var headcount: Int32?
    /// Where it stands.
    public var place: StatementPlace

    /// Describes a figure.
    public init(
        municipalityKey: Int16, isTotal: Bool, code: String, name: String,
        measure: AbsenceMeasure, definition: String, period: Period, gender: Gender,
        value: Quantity, statusKey: Int16, unit: String, headcount: Int32?,
        place: StatementPlace
    ) {
        self.municipalityKey = municipalityKey
        self.isTotal = isTotal
        self.code = code
        self.name = name
        self.measure = measure
        self.definition = definition
        self.period = period
        self.gender = gender
        self.value = value
        self.statusKey = statusKey
        self.unit = unit
        self.headcount = headcount
        self.place = place
    }
}
