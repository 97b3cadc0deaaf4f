internal import Indicators

/// What became of one person by one definition.
struct CaseFollowUp: Sendable, Hashable {
    enum Outcome: Sendable, Hashable {
        /// No new formal investigation while the person was followed.
        case stayedAway
        /// A new formal investigation.
        case returned
        /// The time in which the person is to be followed has not passed yet, whatever is known so far.
        case notFollowed
        /// The cases that closed the same day state different ages or genders.
        case contradictory
    }

    /// The year T of the figure.
    var year: Int
    /// The day on which all of the person's cases were closed.
    var closedOn: CalendarDay
    var gender: Gender?
    var outcome: Outcome

    /// Follows a person: one result for each year in which the person belongs to those counted.
    ///
    /// - Parameters:
    ///   - records: every case of the person, in any order.
    ///   - definition: who is counted and what a return is.
    ///   - observation: the days that the records tell of.
    /// - Returns: by year; none where the person belongs to nobody's figure.
    static func all(
        of records: [CaseRecord], by definition: CaseDefinition,
        observed observation: CaseObservation
    ) -> [CaseFollowUp] {
        if definition.excludesUnaccompaniedMinors, records.contains(where: \.isUnaccompaniedMinor) {
            return []
        }
        let cases = records.filter(definition.isAbout)
        let closes = Set(cases.compactMap(\.closedOn)).sorted()
            .filter { isLastOpen(on: $0, cases) }
        var byYear: [Int: CalendarDay] = [:]
        for day in closes {
            guard let year = definition.window.year(of: day) else { continue }
            if definition.referenceClose == .last || byYear[year] == nil { byYear[year] = day }
        }
        return byYear.sorted { $0.key < $1.key }.compactMap { year, day in
            follow(cases, from: day, year: year, definition, observation)
        }
    }

    /// Whether nothing of the person is open any more at the end of a day.
    private static func isLastOpen(on day: CalendarDay, _ cases: [CaseRecord]) -> Bool {
        for item in cases {
            if item.openedOn <= day, item.closedOn.map({ $0 > day }) ?? true { return false }
            // An investigation that is told of by its first day alone: nobody knows that it was closed.
            if let began = item.newInvestigationOn, began <= day,
                !cases.contains(where: { $0.kind == .investigation && $0.openedOn == began })
            {
                return false
            }
        }
        return true
    }

    private static func follow(
        _ cases: [CaseRecord], from day: CalendarDay, year: Int, _ definition: CaseDefinition,
        _ observation: CaseObservation
    ) -> CaseFollowUp? {
        let closed = cases.filter { $0.closedOn == day }
        let ages = Set(closed.compactMap(\.ageAtClose))
        guard ages.contains(where: definition.ages.contains) else { return nil }
        let genders = Set(closed.compactMap(\.gender))
        var result = CaseFollowUp(
            year: year, closedOn: day, gender: genders.first, outcome: .stayedAway)
        if ages.count > 1 || genders.count > 1 {
            result.gender = nil
            result.outcome = .contradictory
            return result
        }
        guard let end = day.endOfYears(definition.followedYears), end <= observation.until else {
            result.outcome = .notFollowed
            return result
        }
        let began =
            cases.filter { $0.kind == .investigation }.map(\.openedOn)
            + cases.compactMap(\.newInvestigationOn)
        if began.contains(where: { $0 > day && $0 <= end }) { result.outcome = .returned }
        return result
    }
}
