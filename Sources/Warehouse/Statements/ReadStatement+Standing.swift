public import Indicators
public import Postgres

/// Queries about how units stand among others: profiles, series, targets.
extension ReadStatement {
    /// Internal indicators of which anything is shown for a unit.
    public static let listClearedIndicators = Statement(
        "read/list_cleared_indicators", [Int16.self, Int16.self], returning: Int32.self)

    /// Internal indicators, whose figures may have to be hidden.
    public static let listInternalIndicators = Statement(
        "read/list_internal_indicators", [[Int32].self], returning: Int32.self, String?.self)

    /// Periods in which a figure of a unit is hidden, of some internal indicators.
    public static let listHiddenPeriods = Statement(
        "read/list_hidden_periods",
        [Int16.self, [Int16].self, [Int32].self, Int32.self, PostgresTimestamp.self],
        returning: Int32.self, Int16.self, Int32.self)

    /// The latest value of every indicator of a unit, with its place among all of its kind, as kept.
    public static let listProfile = Statement(
        "read/list_profile", [Int16.self, Int16.self, [Int32].self],
        returning:
            Int32.self, String.self, String.self, String.self, Int16.self, String.self, String.self,
        String.self, String.self, String?.self, Int32.self, Int16.self, ScaledDecimal.self,
        Int16.self, Int16.self, Int16.self, ScaledDecimal?.self, ScaledDecimal?.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self,
        String.self, String.self, String.self, Bool.self)

    /// The same with its place in a group of the reader's own.
    public static let listProfileInGroup = Statement(
        "read/list_profile_in_group", [Int16.self, Int16.self, [Int32].self, [Int16].self],
        returning: Int32.self, String.self, String.self, String.self, Int16.self, String.self,
        String.self,
        String.self, String.self, String?.self, Int32.self, Int16.self, ScaledDecimal.self,
        Int16.self, Int16.self, Int16.self, ScaledDecimal?.self, ScaledDecimal?.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self,
        String.self, String.self, String.self, Bool.self)

    /// The same as known at a time, or of one period.
    public static let listProfileAsOf = Statement(
        "read/list_profile_as_of",
        [Int16.self, Int16.self, [Int32].self, [Int16].self, PostgresTimestamp.self, Int32.self],
        returning: Int32.self, String.self, String.self, String.self, Int16.self, String.self,
        String.self,
        String.self, String.self, String?.self, Int32.self, Int16.self, ScaledDecimal.self,
        Int16.self, Int16.self, Int16.self, ScaledDecimal?.self, ScaledDecimal?.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self,
        ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self, ScaledDecimal?.self,
        String.self, String.self, String.self, Bool.self)

    /// How the values of an indicator are spread among all units of a kind, a row a period, as kept.
    public static let listDistributions = Statement(
        "read/list_distributions", [Int32.self, Int16.self, String.self], returning: Int32.self,
        Int16.self, ScaledDecimal.self, ScaledDecimal.self, ScaledDecimal.self,
        ScaledDecimal.self, ScaledDecimal.self, ScaledDecimal.self)

    /// The cases behind figures of some slices, where counts are stated.
    public static let listEvidence = Statement(
        "read/list_evidence",
        [[Int32].self, [Int32].self, Int16.self, [Int16].self, PostgresTimestamp.self],
        returning: Int32.self, Int32.self, Int16.self, ScaledDecimal.self, ScaledDecimal?.self,
        ScaledDecimal?.self, Int32?.self)

    /// The same of public indicators, as known now.
    public static let listPublicEvidence = Statement(
        "read/list_public_evidence", [[Int32].self, [Int32].self, Int16.self, [Int16].self],
        returning: Int32.self, Int32.self, Int16.self, ScaledDecimal.self, ScaledDecimal?.self,
        ScaledDecimal?.self, Int32?.self)

    /// The values of an indicator in every period for several units, as known now.
    public static let listSeries = Statement(
        "read/list_series", [Int32.self, Int16.self, [Int16].self, [Int32].self],
        returning: Int32.self, Int16.self, ScaledDecimal.self, Int16.self, ScaledDecimal?.self,
        ScaledDecimal?.self, Int32?.self, String.self, String.self, String?.self)

    /// The values of an indicator in every period for several units, as known at a time in the past.
    public static let listSeriesAsOf = Statement(
        "read/list_series_as_of",
        [Int32.self, Int16.self, [Int16].self, PostgresTimestamp.self], returning: Int32.self,
        Int16.self, ScaledDecimal.self, Int16.self, ScaledDecimal?.self,
        ScaledDecimal?.self, Int32?.self, String.self, String.self, String?.self)

    /// The targets of a unit, as known now.
    public static let listTargets = Statement(
        "read/list_targets", [Int16.self, [Int32].self], returning: Int32.self, Int32.self,
        Int16.self, ScaledDecimal.self, Bool.self, String.self, String.self)

    /// The targets of a unit, as known at a time in the past.
    public static let listTargetsAsOf = Statement(
        "read/list_targets_as_of", [Int16.self, [Int32].self, PostgresTimestamp.self],
        returning: Int32.self, Int32.self, Int16.self, ScaledDecimal.self, Bool.self, String.self,
        String.self)

    /// The values of one unit for some indicators, every period and gender, as known at a time.
    public static let listOwnOutcomes = Statement(
        "read/list_own_outcomes", [Int16.self, [Int32].self, PostgresTimestamp.self],
        returning: Int32.self, Int32.self, Int16.self, ScaledDecimal?.self, Int16.self,
        ScaledDecimal?.self, ScaledDecimal?.self, Int32?.self, String.self)

    /// Some indicators by their keys, with their current descriptions.
    public static let describeIndicators = Statement(
        "read/describe_indicators", [[Int32].self], returning: Int32.self, String.self, String.self,
        String.self, Int16.self, String.self, String.self, String.self, String.self, String?.self)

    /// All of these, for the test that prepares each.
    static var standing: [AnyStatement] {
        [
            listProfile.erased, listProfileInGroup.erased, listProfileAsOf.erased,
            listDistributions.erased, listSeries.erased, listSeriesAsOf.erased, listTargets.erased,
            listTargetsAsOf.erased, listOwnOutcomes.erased, listClearedIndicators.erased,
            listEvidence.erased, listPublicEvidence.erased, describeIndicators.erased,
        ]
    }
}
