internal import Comparison
package import Diagnostics
internal import Indicators
package import Reporting

/// A comparison as JSON: a contract, described in docs/reference/compare-json.md.
package struct ComparisonJSON: Sendable {
    /// The version of the contract; it rises when a member changes its meaning or goes away.
    static let schemaVersion = 1

    let answer: ComparisonAnswer
    let showsAllSources: Bool
    let language: Language

    /// Takes what is to be written; with all sources, every document's statement is a row.
    package init(answer: ComparisonAnswer, showsAllSources: Bool, language: Language) {
        self.answer = answer
        self.showsAllSources = showsAllSources
        self.language = language
    }

    private var table: ComparisonTable { answer.table }

    /// Writes the one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.key("indicator")
            indicator(&json)
            json.member("period", table.period.description)
            json.member("gender", table.gender.rawValue)
            json.member("complement", table.isComplement)
            json.member("focus", table.focus.code.description)
            json.member("earlier_period", answer.change?.comparison.earlier.description)
            json.key("rows")
            json.array { json in
                for row in showsAllSources ? table.statements : table.rows { write(row, &json) }
            }
            json.key("group")
            write(table.group, &json)
            json.key("peers")
            write(table.peers, &json)
            json.key("notes")
            json.array { json in
                for note in answer.notes + answer.sentences { json.string(note[language]) }
            }
            json.key("sentences")
            json.array { json in
                for sentence in answer.sentences { json.string(sentence[language]) }
            }
            json.key("against_peers")
            write(table.againstPeers, &json)
        }
    }

    private func indicator(_ json: inout JSONWriter) {
        json.object { json in
            json.member("code", table.indicator.code.description)
            json.member("title", table.title)
            json.member("unit", table.indicator.unit)
            json.member("polarity", table.polarity.rawValue)
        }
    }

    private func write(_ row: ComparisonRow, _ json: inout JSONWriter) {
        json.object { json in
            json.member("municipality_code", row.municipality.code.description)
            json.member("municipality", row.municipality.name)
            json.member("value", row.value)
            json.member("status", row.figure?.status.rawValue)
            json.member("rank", row.rank)
            json.member("difference", row.difference)
            json.member("numerator", row.figure?.numerator)
            json.member("denominator", row.figure?.denominator)
            json.member("verdict", row.verdict?.rawValue)
            json.member("source", row.figure?.source)
            json.member("lower", row.interval?.lower)
            json.member("upper", row.interval?.upper)
            json.member("difference_lower", row.differenceInterval?.lower)
            json.member("difference_upper", row.differenceInterval?.upper)
            json.member("respondents", row.figure?.respondents)
            json.member("base_by_user", row.figure?.readersBase)
            json.member("needed_cases", row.neededCases)
            let change = answer.change?.comparison[row.municipality]
            json.member("earlier_value", change?.before?.value)
            json.member("change", change?.contrast.difference)
            json.member("change_lower", change?.contrast.interval?.lower)
            json.member("change_upper", change?.contrast.interval?.upper)
            json.member("change_verdict", change?.contrast.verdict.rawValue)
        }
    }

    private func write(_ contrast: Contrast, _ json: inout JSONWriter) {
        json.object { json in
            json.member("difference", contrast.difference)
            json.member("lower", contrast.interval?.lower)
            json.member("upper", contrast.interval?.upper)
            json.member("verdict", contrast.verdict.rawValue)
        }
    }

    private func write(_ figures: GroupFigures, _ json: inout JSONWriter) {
        json.object { json in
            json.member("members", figures.members)
            json.member("with_value", figures.withValue)
            json.member("mean_unweighted", figures.meanUnweighted)
            json.member("mean_weighted", figures.meanWeighted)
            json.member("median", figures.median)
            json.member("min", figures.min)
            json.member("max", figures.max)
        }
    }
}
