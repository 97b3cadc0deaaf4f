internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A ranking as JSON: a contract, described in docs/reference/standing-json.md.
struct RankJSON: Sendable {
    /// The version of the contract; it rises when a member changes its meaning or goes away.
    static let schemaVersion = 1

    let answer: RankAnswer
    let language: Language

    /// Writes the one object.
    func write(to json: inout JSONWriter) {
        let ranking = answer.ranking
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.key("indicator")
            StandingJSON.indicator(
                ranking.indicator, title: ranking.title, polarity: ranking.polarity, &json)
            json.member("period", ranking.period.description)
            json.member("gender", ranking.gender.rawValue)
            json.member("complement", ranking.isComplement)
            json.member("focus", ranking.focus?.code.description)
            json.key("peers")
            StandingJSON.peers(answer.peers, ranking.focus?.kind ?? .municipality, &json)
            json.member("members", ranking.members)
            json.member("with_value", ranking.withValue)
            json.key("spread")
            StandingJSON.spread(ranking.spread, &json)
            json.key("rows")
            StandingJSON.rows(RankRecords(ranking: ranking).table, &json)
            StandingJSON.notes(answer.notes, answer.sentences, language, &json)
        }
    }
}

extension StandingJSON {
    /// What is shown of an indicator.
    static func indicator(
        _ indicator: Indicator, title: String, polarity: Polarity, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("code", indicator.code.description)
            json.member("title", title)
            json.member("unit", indicator.unit)
            json.member("polarity", polarity.rawValue)
        }
    }

    /// How values are spread; null when nobody has one.
    static func spread(_ spread: ValueSpread?, _ json: inout JSONWriter) {
        guard let spread else { return json.null() }
        json.object { json in
            json.member("with_value", spread.withValue)
            json.member("mean", spread.mean)
            json.member("lowest", spread.lowest)
            json.member("lower_quartile", spread.lowerQuartile)
            json.member("median", spread.median)
            json.member("upper_quartile", spread.upperQuartile)
            json.member("highest", spread.highest)
        }
    }
}
