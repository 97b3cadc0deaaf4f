/// A number as whole units of a power of ten, or its absence.
public struct Quantity: Sendable, Hashable, BitwiseCopyable {
    /// The number in units of 10^−scale; 0 where there is none.
    public var units: Int64
    /// How many digits stand after the decimal mark, as the source prints them.
    public var scale: UInt8
    /// Whether there is a number at all.
    public var isPresent: Bool

    /// No number.
    public static let none = Quantity(units: 0, scale: 0, isPresent: false)

    /// Creates a number.
    public init(units: Int64, scale: UInt8) {
        self.init(units: units, scale: scale, isPresent: true)
    }

    private init(units: Int64, scale: UInt8, isPresent: Bool) {
        self.units = units
        self.scale = scale
        self.isPresent = isPresent
    }
}

/// A figure of a source, resolved to the keys of the warehouse, with the place of its cell.
///
/// Of a fixed size, so that a batch is one block of memory without references.
public struct Observation: Sendable, Hashable, BitwiseCopyable {
    /// The value; absent where the status says why.
    public var value = Quantity.none
    /// The number of cases that the value counts.
    public var numerator = Quantity.none
    /// The number of cases that the value is a share of.
    public var denominator = Quantity.none
    /// The key of the indicator.
    public var indicatorKey: Int32 = 0
    /// The key of the period.
    public var periodKey: Int32 = 0
    /// The key of the document; 0 for the source's own.
    public var documentKey: Int32 = 0
    /// The physical line on which the record begins, from 1.
    public var line: Int32 = 0
    /// The line of the document on which the figure is printed; −1 where it is not told.
    public var documentLine: Int32 = -1
    /// The number of persons who answered; −1 where it is not told.
    public var respondents: Int32 = -1
    /// The place of the remark in the batch's `notes`; −1 where there is none.
    public var noteIndex: Int32 = -1
    /// The key of the municipality.
    public var municipalityKey: Int16 = 0
    /// The key of the gender.
    public var genderKey: Int16 = 0
    /// The key of the status.
    public var statusKey: Int16 = 0
    /// The column of the value's cell, from 1.
    public var column: Int16 = 0
    /// Whether it is an outcome or a target.
    public var measure = Measure.outcome
    /// Whether the source itself says which period the figure speaks of.
    public var periodIsDeclared = true

    /// Creates an observation without key or value.
    public init() {}
}
