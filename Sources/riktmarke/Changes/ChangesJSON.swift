internal import CommandSupport
internal import Comparison
internal import Indicators
internal import Reporting
internal import Warehouse

/// Changes as JSON: a contract, described in docs/reference/changes-json.md.
enum ChangesJSON {
    /// The version of the contract; it rises when a member changes its meaning or goes away.
    static let schemaVersion = 1

    /// Writes what the changes are about.
    static func writeHead(of scope: ChangeScope, to json: inout JSONWriter) {
        json.member("schema_version", schemaVersion)
        json.member("since", scope.start.moment.rfc3339)
        json.member("since_run", scope.start.run)
        json.member("as_of", scope.asOf?.rfc3339)
        json.member("focus", scope.focus?.code.description)
        json.member("group", scope.group?.code)
    }

    /// Writes a change.
    static func write(_ change: OutcomeChange, to json: inout JSONWriter) {
        json.object { json in
            json.member("change", change.kind.rawValue)
            json.member("indicator_code", change.indicator.code.description)
            json.member("indicator", change.indicator.title)
            json.member("unit", change.indicator.unit)
            json.member("period", change.period.description)
            json.member("gender", change.gender.rawValue)
            json.member("municipality_code", change.municipality.code.description)
            json.member("municipality", change.municipality.name)
            json.member("old_value", change.old?.value)
            json.member("old_status", change.old?.status.rawValue)
            json.member("new_value", change.new?.value)
            json.member("new_status", change.new?.status.rawValue)
            json.member("old_rank", change.oldPlace?.rank)
            json.member("old_ranked", change.oldPlace?.ranked)
            json.member("new_rank", change.newPlace?.rank)
            json.member("new_ranked", change.newPlace?.ranked)
            json.member("source", change.source)
            json.member("run", change.run)
            json.member("recorded_at", change.recordedAt.rfc3339)
        }
    }

    /// Writes how many changes there are of each kind.
    static func write(_ counts: ChangeCounts, to json: inout JSONWriter) {
        json.key("counts")
        json.object { json in
            for kind in ChangeKind.allCases where kind != .none {
                json.member(kind.rawValue, counts[kind])
            }
            json.member("without_value", counts[.none])
        }
    }
}
