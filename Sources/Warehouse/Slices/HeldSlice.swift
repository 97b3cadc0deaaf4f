/// Why a slice is held back (kvarhållen).
public struct HeldSlice: Sendable, Hashable {
    /// The reasons there are; the raw values are those of the ledger.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Too large a share of its values is gone.
        case lostValues = "lost-values"
        /// Its values are typically many times larger or smaller than before.
        case jumpedValues = "jumped-values"
    }

    /// The slice.
    public var slice: SliceKey
    /// Why.
    public var reason: Reason
    /// Values that the warehouse has of it, within the units asked for.
    public var statedValues: Int32
    /// Of these, how many are no longer given a value.
    public var lostValues: Int32
    /// Median of new value / old value over values other than 0; `nil` when there are none.
    public var typicalFactor: Double?

    /// Describes why a slice is held back.
    public init(
        slice: SliceKey, reason: Reason, statedValues: Int32, lostValues: Int32,
        typicalFactor: Double?
    ) {
        self.slice = slice
        self.reason = reason
        self.statedValues = statedValues
        self.lostValues = lostValues
        self.typicalFactor = typicalFactor
    }
}

/// When a slice is held back; every limit is declared by the source.
public struct HoldbackRules: Sendable, Hashable {
    /// Largest share of a slice's values that may be lost at once, 0 to 1.
    public var maxLostShare: Double
    /// Largest typical factor between new and old values, either way; above 1.
    public var maxFactor: Double
    /// Slices of which the warehouse has fewer values than this are not judged.
    public var minimumValues: Int32

    /// Declares limits.
    public init(maxLostShare: Double = 0.25, maxFactor: Double = 10, minimumValues: Int32 = 5) {
        self.maxLostShare = maxLostShare
        self.maxFactor = maxFactor
        self.minimumValues = minimumValues
    }
}
