internal import Comparison
package import Diagnostics
internal import Indicators
package import Postgres

/// What to say where there is no value: which periods have one.
package enum NoValues {
    /// Periods with values for the gender asked for, newest first; of the focus, or of anybody.
    static func periods(
        _ scope: OutcomeScope, ofFocus: Bool, _ connection: inout Connection
    ) throws -> [Period] {
        try ComparisonReader.periods(
            &connection, indicator: scope.indicator, municipality: ofFocus ? scope.focus : nil,
            gender: scope.gender, asOf: scope.asOf)
    }

    /// Neither the focus nor anybody it is compared with has a value in the period.
    static func nobody(
        in period: Period, _ scope: OutcomeScope, _ connection: inout Connection
    ) throws -> Failure {
        let code = scope.indicator.code
        return try failure(
            Text(
                sv:
                    "ingen av kommunerna har ett värde för \(code) \(period) (\(scope.gender.word.sv))",
                en: "none of the municipalities has a value for \(code) in \(period) "
                    + "(\(scope.gender.word.en))"), scope, &connection)
    }

    /// The focus has no value in any period.
    package static func never(
        _ scope: OutcomeScope, _ connection: inout Connection
    ) throws -> Failure {
        let name = scope.focus.name
        let code = scope.indicator.code
        return try failure(
            Text(
                sv: "\(name) har inget värde för \(code) (\(scope.gender.word.sv))",
                en: "\(name) has no value for \(code) (\(scope.gender.word.en))"), scope,
            &connection)
    }

    /// In which other periods the focus has values.
    static func remark(
        period: Period, _ scope: OutcomeScope, _ connection: inout Connection
    ) throws -> Text {
        let own = try periods(scope, ofFocus: true, &connection)
        let name = scope.focus.name
        guard !own.isEmpty else {
            return Text(
                sv: "\(name) har inget värde i någon annan period heller.",
                en: "\(name) has no value in any other period either.")
        }
        return Text(
            sv: "\(name) saknar värde \(period) men har det för \(listed(own, .sv)).",
            en: "\(name) has no value in \(period) but has one for \(listed(own, .en)).")
    }

    private static func failure(
        _ message: Text, _ scope: OutcomeScope, _ connection: inout Connection
    ) throws -> Failure {
        let own = try periods(scope, ofFocus: true, &connection)
        let any = try periods(scope, ofFocus: false, &connection)
        var notes: [Text] = []
        if !own.isEmpty {
            notes.append(
                Text(
                    sv: "\(scope.focus.name) har värden för: \(listed(own, .sv))",
                    en: "\(scope.focus.name) has values for: \(listed(own, .en))"))
        }
        if !any.isEmpty {
            notes.append(
                Text(
                    sv: "någon kommun har värden för: \(listed(any, .sv))",
                    en: "some municipality has values for: \(listed(any, .en))"))
        }
        return Failure(
            .negative, code: "compare.no-values", message,
            hint: hint(own: own, any: any, gender: scope.gender), notes: notes)
    }

    private static func hint(own: [Period], any: [Period], gender: Gender) -> Text {
        if let period = own.first {
            return Text(
                sv: "välj en annan period: --period \(period)",
                en: "choose another period: --period \(period)")
        }
        if let period = any.first {
            return Text(
                sv: "visa andras värden med --period \(period)",
                en: "show the values of others with --period \(period)")
        }
        if gender != .total {
            return Text(sv: "pröva --gender T", en: "try --gender T")
        }
        return Text(
            sv: "läs in värden med riktmarke-etl; riktmarke indicators visar vad som finns",
            en: "load values with riktmarke-etl; riktmarke indicators shows what there is")
    }

    private static func listed(_ periods: [Period], _ language: Language) -> String {
        let shown = periods.prefix(10).map(\.description).joined(separator: ", ")
        let rest = periods.count - 10
        return rest > 0
            ? shown + Text(sv: " och \(rest) till", en: " and \(rest) more")[language] : shown
    }
}
