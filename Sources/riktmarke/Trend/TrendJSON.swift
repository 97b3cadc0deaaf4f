internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Statistics

/// A series as JSON: a contract, described in docs/reference/standing-json.md.
struct TrendJSON: Sendable {
    /// The version of the contract; it rises when a member changes its meaning or goes away.
    static let schemaVersion = 1

    let answer: TrendAnswer
    let language: Language

    /// Writes the one object.
    func write(to json: inout JSONWriter) {
        let series = answer.series
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.key("indicator")
            StandingJSON.indicator(
                series.indicator, title: series.title, polarity: series.polarity, &json)
            json.member("municipality_code", series.focus.code.description)
            json.member("municipality", series.focus.name)
            json.member("gender", series.gender.rawValue)
            json.member("complement", series.isComplement)
            json.key("peers")
            StandingJSON.peers(answer.peers, series.focus.kind, &json)
            json.key("test")
            json.object { json in
                json.member("direction", series.test.direction.rawValue)
                json.member("verdict", series.judgement.rawValue)
                json.member("reason", series.test.reason?.rawValue)
                json.member("chi_squared", Self.exact(series.test.chiSquared))
            }
            json.key("limits")
            limits(&json)
            json.member("change", series.change)
            json.key("rows")
            StandingJSON.rows(TrendRecords(series: series).table, &json)
            StandingJSON.notes(answer.notes, answer.sentences, language, &json)
        }
    }

    private func limits(_ json: inout JSONWriter) {
        guard let chart = answer.series.limits else { return json.null() }
        json.object { json in
            json.member("mean", Self.exact(chart.mean))
            json.member("lower", Self.exact(chart.limits.lowerBound))
            json.member("upper", Self.exact(chart.limits.upperBound))
        }
    }

    /// A computed number to eight decimals; null where there is none.
    private static func exact(_ value: Double?) -> ScaledDecimal? {
        guard let value, value.isFinite, abs(value) < 1e10 else { return nil }
        return ScaledDecimal(units: Int64((value * 1e8).rounded()), scale: 8).canonical
    }
}
