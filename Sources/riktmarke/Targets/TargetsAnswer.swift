internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// A municipality's targets.
struct TargetsAnswer: Sendable {
    /// The version of the JSON contract.
    static let schemaVersion = 1

    /// Whose targets.
    let focus: Municipality
    /// The targets by code of the indicator.
    let rows: [TargetRow]
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?

    /// What to say when there is none: status 1, since it is an answer.
    static func none(_ focus: Municipality) -> Failure {
        Failure(
            .negative, code: "targets.none",
            Text(
                sv: "\(focus.name) har inga mål i lagret", en: "\(focus.name) has no targets here"),
            hint: Text(
                sv: "riktmarke export --targets visar alla som finns",
                en: "riktmarke export --targets shows all there are"))
    }

    /// How many targets have a status.
    func count(_ status: TargetStatus) -> Int { rows.count { $0.status == status } }

    /// What has become of them, in a sentence.
    var sentences: [Text] { TargetsSentence.sentences(of: rows, focus: focus) }

    /// Everything that must be said under the targets.
    var notes: [Text] {
        var notes: [Text] = []
        if rows.contains(where: { $0.obstacle == .undeclaredPeriod }) {
            notes.append(
                Text(
                    sv: "Inget omdöme där källan inte anger för vilken period målet gäller.",
                    en:
                        "No verdict where the source does not state for which period a target holds."
                ))
        }
        if rows.contains(where: { $0.obstacle == .noDirection }) {
            notes.append(
                Text(
                    sv: "Inget omdöme där ingen riktning är bestämd som bra.",
                    en: "No verdict where no direction has been said to be good."))
        }
        if rows.contains(where: { $0.status == .partly }) {
            notes.append(
                Text(
                    sv: "Delvis: totalen når inte målet, men kvinnor eller män gör det.",
                    en: "Partly: the total misses the target, but women or men reach it."))
        }
        if rows.contains(where: { $0.status == .expected }) {
            notes.append(
                Text(
                    sv: "Bedöms uppnås: målets period har inget slutligt värde än, men det senaste "
                        + "som finns når målet.",
                    en:
                        "Expected: the target's period has no final value yet, but the newest there "
                        + "is reaches it."))
        }
        if rows.contains(where: { $0.status == .suppressed }) {
            notes.append(
                Text(
                    sv: "Sekretess: utfallet finns men får inte visas, så inget räknas på det.",
                    en: "Suppressed: there is an outcome which must not be shown, so nothing is "
                        + "computed of it."))
        }
        if let needed = NeededCasesNote.ofTargets(rows) { notes.append(needed) }
        if rows.contains(where: { $0.isWithinUncertainty == true }) {
            notes.append(
                Text(
                    sv: "Inom osäkerheten: målet ligger i värdets 95 % intervall.",
                    en: "Within the uncertainty: the target lies in the value's 95 % interval."))
        }
        var titles: [String] = []
        for row in rows where !titles.contains(row.target.sourceTitle) {
            titles.append(row.target.sourceTitle)
        }
        notes.append(
            Text(
                sv:
                    "Källa för målen: \(titles.joined(separator: "; ")). Status, gap och takt: egen "
                    + "bearbetning.",
                en: "Source of the targets: \(titles.joined(separator: "; ")). Status, gap and "
                    + "pace: own computation."))
        return notes
    }

    /// Writes the JSON contract, described in docs/reference/standing-json.md.
    func write(_ records: ReportTable, _ language: Language, to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.member("municipality_code", focus.code.description)
            json.member("municipality", focus.name)
            json.key("counts")
            json.object { json in
                json.member("targets", rows.count)
                for status in TargetStatus.allCases {
                    json.member(status.rawValue, count(status))
                }
                json.member("no_verdict", rows.count { $0.status == nil })
            }
            json.key("rows")
            StandingJSON.rows(records, &json)
            StandingJSON.notes(notes, sentences, language, &json)
        }
    }
}
