/// What a specification says about Kolada's API: where it is, what is wanted of it, how fast.
public struct KoladaSpec: Sendable, Hashable {
    /// A part of what the API has.
    public enum Choice: Sendable, Hashable {
        /// Everything.
        case all
        /// Some, by their ids, by groups, and (indicators only) by areas of work, together.
        case listed(ids: [String], groups: [String], areas: [String])
    }

    /// Which source speaks when several state a figure: the smallest number.
    public var precedence: Int16
    /// Where the API is; `https://api.kolada.se/v3/` unless it says otherwise.
    public var service: String?
    /// The most requests a second, above 0.
    public var requestsPerSecond: Double
    /// How many requests may be under way at a time, from 1.
    public var concurrency: Int
    /// How often a request is made before it is given up, from 1.
    public var attempts: Int
    /// Which indicators.
    public var indicators: Choice
    /// Which units.
    public var units: Choice
    /// Which years; `nil` for all.
    public var years: ClosedRange<Int>?
    /// How many days may lie between two fetches of everything; `nil` to ask for everything every time.
    ///
    /// Between them only what has changed is asked for.
    public var fullSweepEveryDays: Int?
    /// How many days before the last complete success changes are asked for.
    public var overlapDays: Int
    /// Largest share of a slice's values that may be lost at once, 0 to 1.
    public var maxLostShare: Double
    /// Largest typical factor between new and old values, either way; above 1.
    public var maxFactor: Double
    /// Slices of which the warehouse has fewer values are not judged.
    public var minimumValues: Int
    /// How many snapshots are kept at most; `nil` for any number.
    public var snapshotsKept: Int?
    /// How many days a snapshot is kept; `nil` for ever.
    public var snapshotDays: Int?
}
