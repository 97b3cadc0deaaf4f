public import Indicators
public import Statistics

/// A share of persons who have not come back.
public struct CaseRate: Sendable, Hashable {
    /// The indicator.
    public var indicator: IndicatorCode
    /// The year T of the figure.
    public var year: Int
    /// Everybody, women or men.
    public var gender: Gender
    /// Persons who have not come back.
    public var stayedAway: Int
    /// Persons who have been followed; above 0.
    public var followed: Int
    /// Whether others are still to be followed, so that the share may change.
    public var isPreliminary: Bool

    /// Creates a share.
    public init(
        indicator: IndicatorCode, year: Int, gender: Gender, stayedAway: Int, followed: Int,
        isPreliminary: Bool
    ) {
        self.indicator = indicator
        self.year = year
        self.gender = gender
        self.stayedAway = stayedAway
        self.followed = followed
        self.isPreliminary = isPreliminary
    }

    /// The share as a proportion, for its interval.
    public var proportion: Proportion? {
        Proportion(count: Double(stayedAway), total: Double(followed))
    }

    /// Wilson's interval of the share, 95 %, within 0 and 1.
    public var interval: ClosedRange<Double>? { proportion?.wilsonInterval() }

    /// The share in percent with four decimals, rounded half away from zero.
    public var percent: ScaledDecimal {
        let units = Int64(stayedAway) * 2_000_000 / Int64(followed)
        return ScaledDecimal(units: (units + 1) / 2, scale: 4)
    }
}

/// Counts persons who have and have not come back, person by person, in memory that does not grow with
/// their number.
public struct CaseRates: Sendable {
    /// Why a year of an indicator has no figure, or not everybody in it.
    public enum Remark: Sendable, Hashable {
        /// The definition does not hold for the year.
        case noDefinition
        /// The delivery does not tell of the whole window.
        case windowNotCovered
        /// Some persons have not been followed for the whole time, and are in no figure.
        case notFollowed(persons: Int)
        /// Some persons are stated in ways that contradict each other, and are in no figure.
        case contradictory(persons: Int)
    }

    /// A remark on a year of an indicator.
    public struct Noted: Sendable, Hashable {
        /// The indicator.
        public var indicator: IndicatorCode
        /// The year T.
        public var year: Int
        /// The remark.
        public var remark: Remark
    }

    private struct Slot: Hashable {
        var place: Int
        var year: Int
    }

    private struct Count {
        var stayed: [Gender: Int] = [:]
        var returned: [Gender: Int] = [:]
        var notFollowed = 0
        var contradictory = 0
    }

    private let definitions: [CaseDefinition]
    private let observation: CaseObservation
    private var counts: [Slot: Count] = [:]
    private var person: [CaseRecord] = []

    /// Begins to count.
    public init(_ definitions: [CaseDefinition], observed observation: CaseObservation) {
        self.definitions = definitions
        self.observation = observation
    }

    /// Takes the next case; those of a person come one after the other.
    public mutating func add(_ record: CaseRecord) {
        if let last = person.last, last.person != record.person { endPerson() }
        person.append(record)
    }

    /// Ends the counting.
    ///
    /// - Returns: the shares, by indicator, year and gender, and what must be said about them. A year
    ///   that nobody belongs to has neither.
    public consuming func finish() -> (rates: [CaseRate], notes: [Noted]) {
        endPerson()
        var rates: [CaseRate] = []
        var notes: [Noted] = []
        let slots = counts.sorted { ($0.key.place, $0.key.year) < ($1.key.place, $1.key.year) }
        for (slot, count) in slots {
            let definition = definitions[slot.place]
            func note(_ remark: Remark) {
                notes.append(
                    Noted(indicator: definition.indicator, year: slot.year, remark: remark))
            }
            guard definition.years.contains(slot.year) else {
                // Another definition of the same indicator may hold.
                let isDefined = definitions.contains {
                    $0.indicator == definition.indicator && $0.years.contains(slot.year)
                }
                if !isDefined { note(.noDefinition) }
                continue
            }
            guard let first = definition.window.firstDay(of: slot.year), first >= observation.from
            else {
                note(.windowNotCovered)
                continue
            }
            if count.notFollowed > 0 { note(.notFollowed(persons: count.notFollowed)) }
            if count.contradictory > 0 { note(.contradictory(persons: count.contradictory)) }
            rates += Self.rates(definition.indicator, slot.year, count)
        }
        return (rates, notes)
    }

    private static func rates(
        _ indicator: IndicatorCode, _ year: Int, _ count: Count
    ) -> [CaseRate] {
        Gender.allCases.sorted { $0.key < $1.key }.compactMap { gender in
            let stayed = count.stayed[gender] ?? 0
            let followed = stayed + (count.returned[gender] ?? 0)
            guard followed > 0 else { return nil }
            return CaseRate(
                indicator: indicator, year: year, gender: gender, stayedAway: stayed,
                followed: followed, isPreliminary: count.notFollowed > 0)
        }
    }

    private mutating func endPerson() {
        defer { person.removeAll(keepingCapacity: true) }
        guard !person.isEmpty else { return }
        for (place, definition) in definitions.enumerated() {
            for found in CaseFollowUp.all(of: person, by: definition, observed: observation) {
                var count = counts[Slot(place: place, year: found.year)] ?? Count()
                // Who is neither woman nor man, or of whom it is not told, counts among all.
                let genders = [.total] + [found.gender].compactMap(\.self)
                switch found.outcome {
                case .stayedAway: for gender in genders { count.stayed[gender, default: 0] += 1 }
                case .returned: for gender in genders { count.returned[gender, default: 0] += 1 }
                case .notFollowed: count.notFollowed += 1
                case .contradictory: count.contradictory += 1
                }
                counts[Slot(place: place, year: found.year)] = count
            }
        }
    }
}
