/// Which earlier period a comparison is held against.
package enum EarlierPeriod: String, Sendable, CaseIterable {
    /// The same part of the year before, such as 2017-T1 for 2018-T1.
    case samePeriodLastYear = "same-period-last-year"
}
