internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// Differences between women and men with what was chosen on the way to them.
struct DifferencesAnswer: Sendable {
    /// The version of the JSON contract.
    static let schemaVersion = 1

    /// The differences.
    let differences: GenderDifferences
    /// Whose medians stand beside them.
    let peers: StandingPeers
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?

    /// What was chosen for the reader, to be said aloud.
    var choices: [Text] { [peers.remark].compactMap(\.self) }

    /// What they say, in a sentence.
    var sentences: [Text] { DifferencesSentence.sentences(of: differences) }

    /// Everything that must be said under the differences.
    var notes: [Text] {
        var notes = choices
        if differences.judged > 0 {
            let chance = ProfileNotes.expected(byChance: differences.expectedByChance)
            notes.append(
                Text(
                    sv: "\(differences.deviating) av \(differences.judged) avviker; \(chance.sv) "
                        + "av slump. \(differences.believed) står kvar när hänsyn tas till "
                        + "att många prövas (Benjamini–Hochberg, 5 %). Omdömet: 95 % intervall för "
                        + "skillnaden (Newcombe).",
                    en: "\(differences.deviating) of \(differences.judged) deviate; \(chance.en) "
                        + "by chance. \(differences.believed) remain when many tests "
                        + "are allowed for (Benjamini–Hochberg, 5 %). The verdict: 95 % interval of "
                        + "the difference (Newcombe)."))
        }
        if differences.rows.contains(where: {
            $0.indicator.uncertainty == .clustered && $0.contrast.interval != nil
        }) {
            notes.append(
                Text(
                    sv: "Där utfallen kommer i klungor är spridningen mellan kommuner inräknad för "
                        + "båda könen; intervallet är hellre för brett än för smalt.",
                    en: "Where outcomes come in clusters, the spread between municipalities is "
                        + "allowed for of both; the interval is rather too wide than too narrow."))
        }
        notes += unknown
        if let needed = NeededCasesNote.ofDifferences(differences) { notes.append(needed) }
        if differences.rows.contains(where: { $0.women.isCollecting || $0.men.isCollecting }) {
            notes.append(
                Text(
                    sv:
                        "Insamlingen pågår för några nyckeltal: deras värden är preliminära och visas "
                        + "utan median och omdöme.",
                    en:
                        "Some indicators are still being collected: their values are preliminary and "
                        + "shown without median and verdict."))
        }
        if differences.unpaired > 0 {
            notes.append(
                Text(
                    sv:
                        "\(differences.unpaired) nyckeltal är utelämnade: kvinnors och mäns senaste "
                        + "värden är från olika perioder.",
                    en: "\(differences.unpaired) indicators are left out: the latest values of "
                        + "women and men are of different periods."))
        }
        notes += ProfileNotes.hidden(differences.hidden, of: differences.focus)
        let titles = Set(differences.rows.map(\.women.figure.sourceTitle)).subtracting([""])
            .sorted { SwedishOrder.areInOrder($0, $1) }.prefix(5).joined(separator: "; ")
        notes.append(
            Text(
                sv: "Källa: \(titles). Skillnad, median och omdöme: egen bearbetning.",
                en: "Source: \(titles). Difference, median and verdict: own computation."))
        return notes
    }

    /// Why there is no verdict, where there is none; each reason once.
    private var unknown: [Text] {
        var seen: [Obstacle] = []
        for row in differences.rows where row.verdict == .uncertaintyUnknown {
            if let obstacle = row.contrast.obstacle, !seen.contains(obstacle) {
                seen.append(obstacle)
            }
        }
        return seen.compactMap { obstacle in
            if obstacle == .noCounts {
                return Text(
                    sv: "Osäkerhet okänd: källan anger inte täljare och nämnare för båda könen.",
                    en: "Uncertainty unknown: the source does not state numerator and denominator "
                        + "for both genders.")
            }
            return obstacle.reason().map { reason in
                Text(sv: "Osäkerhet okänd. \(reason.sv).", en: "Uncertainty unknown. \(reason.en).")
            }
        }
    }

    /// Writes the JSON contract, described in docs/reference/standing-json.md.
    func write(_ records: ReportTable, _ language: Language, to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.member("municipality_code", differences.focus.code.description)
            json.member("municipality", differences.focus.name)
            json.key("peers")
            StandingJSON.peers(peers, differences.focus.kind, &json)
            json.key("counts")
            json.object { json in
                json.member("indicators", differences.rows.count)
                json.member("judged", differences.judged)
                json.member("deviating", differences.deviating)
                json.member("believed", differences.believed)
                json.member("unpaired", differences.unpaired)
                json.member("hidden", differences.hidden)
            }
            json.key("rows")
            StandingJSON.rows(records, &json)
            StandingJSON.notes(notes, sentences, language, &json)
        }
    }
}
