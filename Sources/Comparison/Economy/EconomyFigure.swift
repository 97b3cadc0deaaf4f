public import Indicators

/// What one document says of money.
public struct EconomyFigure: Sendable, Hashable {
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

    /// Key of the municipality.
    public var municipality: Int16
    /// The nämnd.
    public var organisation: String
    /// What the row is about.
    public var kind: Kind
    /// Its name, as printed.
    public var subject: String
    /// The verksamhet that the name is declared to mean; `nil` where nobody has declared it.
    public var activity: String?
    /// The period; of a forecast, the one that is forecast.
    public var period: Period
    /// What is said.
    public var measure: EconomyMeasure
    /// What exactly is meant, where the source says more; else empty.
    public var definition: String
    /// Thousands of kronor with the sign of the source; `nil` where the status says why.
    public var amount: ScaledDecimal?
    /// Whether there is an amount.
    public var status: OutcomeStatus
    /// Whether it accumulates from the beginning of the year.
    public var isCumulative: Bool
    /// Where it stands.
    public var receipt: EconomyReceipt

    /// Whether it is told in running text, rounded and without a row of its own.
    public var isInText: Bool { receipt.column == 0 }
}

/// Where a figure of money stands, and what is printed there.
public struct EconomyReceipt: Sendable, Hashable {
    /// The cell as it stands.
    public var printed: String
    /// The unit of the source: kr, tkr or mnkr.
    public var printedUnit: String
    /// A remark, such as a slip that was read past.
    public var note: String?
    /// Code of the document.
    public var source: String
    /// Title of the document.
    public var sourceTitle: String
    /// Name of the document's file.
    public var fileName: String?
    /// Line of the document.
    public var line: Int
    /// Column among the table's columns of figures, from 1; 0 in running text.
    public var column: Int
}

/// A task of a nämnd, as declared.
public struct CommitteeTask: Sendable, Hashable {
    /// Key of the municipality.
    public var municipality: Int16
    /// The nämnd.
    public var organisation: String
    /// Code of the verksamhet.
    public var activity: String
    /// Swedish name of the verksamhet.
    public var title: String
}
