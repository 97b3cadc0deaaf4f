public import Indicators

extension Period {
    /// The same part of the year before: `2017-T1` for `2018-T1`; `nil` where there is none, as for 29
    /// February.
    ///
    /// A cumulative tertial is held against the same months; nothing is ever pro-rated.
    public var samePeriodLastYear: Period? {
        Period(kind: kind, year: year - 1, part: part)
    }
}
