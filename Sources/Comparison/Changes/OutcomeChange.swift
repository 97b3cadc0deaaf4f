public import Indicators
public import Postgres

/// A figure of which something else is known at a later time than at an earlier one.
///
/// Both sides are what speaks for the figure at their time, as `compare` and `export` show it.
public struct OutcomeChange: Sendable, Hashable {
    /// What was or is stated.
    public struct Statement: Sendable, Hashable {
        /// The value; `nil` exactly when the status says that there is none.
        public var value: ScaledDecimal?
        /// Why there is a value, or none.
        public var status: OutcomeStatus

        /// States a value, or why there is none.
        public init(value: ScaledDecimal?, status: OutcomeStatus) {
            self.value = value
            self.status = status
        }
    }

    /// A place among the members of a group that have a value; ties share the lower number.
    public struct Place: Sendable, Hashable {
        /// The place, 1 = best by the indicator's direction.
        public var rank: Int
        /// How many have one.
        public var ranked: Int

        /// Takes a place.
        public init(rank: Int, ranked: Int) {
            self.rank = rank
            self.ranked = ranked
        }
    }

    /// The indicator.
    public var indicator: Indicator
    /// The municipality.
    public var municipality: Municipality
    /// The period.
    public var period: Period
    /// The gender.
    public var gender: Gender
    /// What was known at the earlier time; `nil` when nothing was.
    public var old: Statement?
    /// What is known at the later time.
    public var new: Statement?
    /// The run that recorded what is known at the later time.
    public var run: Int
    /// When it did.
    public var recordedAt: PostgresTimestamp
    /// Code of the document that speaks at the later time.
    public var source: String
    /// The place before, of the focus or else of this municipality; `nil` without a group, a value or
    /// a direction.
    public var oldPlace: Place?
    /// The place after.
    public var newPlace: Place?

    /// What became of the figure.
    public var kind: ChangeKind { ChangeKind(from: old, to: new) }
}

/// What became of a figure between two times.
public enum ChangeKind: String, Sendable, Hashable, CaseIterable {
    /// There was none, now there is a value.
    case new
    /// Another value than before.
    case revised
    /// The preliminary value has become final without changing.
    case confirmed
    /// There was a value; now the source states that there is none.
    case missing
    /// There was a value; the source no longer states the figure.
    case struck
    /// There was a reason for no value; now there is a value.
    case back
    /// Neither before nor after there is a value: nothing that anybody would read.
    case none

    /// Tells what became of a figure from what was and what is stated.
    public init(from old: OutcomeChange.Statement?, to new: OutcomeChange.Statement?) {
        switch (old?.value, new?.value) {
        case (nil, _?): self = old == nil ? .new : .back
        case (_?, nil): self = new?.status == .withdrawn || new == nil ? .struck : .missing
        case (nil, nil): self = .none
        case (let before?, let after?):
            let isFinal = old?.status == .preliminary && new?.status == .ok
            self = before == after && isFinal ? .confirmed : .revised
        }
    }
}

/// How many changes there are of each kind.
public struct ChangeCounts: Sendable, Hashable {
    private var counts: [ChangeKind: Int] = [:]

    /// Counts nothing yet.
    public init() {}

    /// Counts a change.
    public mutating func add(_ kind: ChangeKind) { counts[kind, default: 0] += 1 }

    /// How many there are of a kind.
    public subscript(kind: ChangeKind) -> Int { counts[kind] ?? 0 }

    /// How many concern a value.
    public var total: Int {
        ChangeKind.allCases.filter { $0 != .none }.map { self[$0] }.reduce(0, +)
    }
}
