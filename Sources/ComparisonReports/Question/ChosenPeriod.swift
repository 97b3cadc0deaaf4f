internal import Comparison
package import Diagnostics
package import Indicators
package import Postgres

/// The period that is compared, and how it was chosen.
package struct ChosenPeriod: Sendable {
    /// The period.
    package let period: Period
    /// Whether nobody named it.
    package let isDefault: Bool
    /// Why this period, when that should be said.
    package let remark: Text?

    /// Takes the named period, else the latest in which the focus has a final value, else the latest
    /// in which it has any.
    ///
    /// Years whose publication has not ended hold no final values.
    /// - Throws: `Failure` with status 1 when the focus has no value at all.
    package init(
        _ named: Period?, _ scope: OutcomeScope, notFinal: [Period], _ connection: inout Connection
    ) throws {
        if let named {
            (period, isDefault, remark) = (named, false, nil)
            return
        }
        let name = scope.focus.name
        if let latest = try ComparisonReader.latestPeriod(
            &connection, indicator: scope.indicator, municipality: scope.focus,
            gender: scope.gender, asOf: scope.asOf, notFinal: notFinal)
        {
            period = latest
            remark = Text(
                sv: "\(latest) är den senaste perioden där \(name) har ett slutligt värde.",
                en: "\(latest) is the latest period for which \(name) has a final value.")
        } else {
            guard let latest = try NoValues.periods(scope, ofFocus: true, &connection).first else {
                throw try NoValues.never(scope, &connection)
            }
            period = latest
            remark = Text(
                sv:
                    "\(name) har inget slutligt värde; \(latest) är den senaste med ett preliminärt.",
                en: "\(name) has no final value; \(latest) is the latest with a preliminary one.")
        }
        isDefault = true
    }
}
