internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Warehouse

/// A profile as JSON: a contract, described in docs/reference/standing-json.md.
struct ProfileJSON: Sendable {
    /// The version of the contract; it rises when a member changes its meaning or goes away.
    static let schemaVersion = 1

    let answer: ProfileAnswer
    let language: Language

    /// Writes the one object.
    func write(to json: inout JSONWriter) {
        let profile = answer.profile
        json.object { json in
            json.member("schema_version", Self.schemaVersion)
            json.member("municipality_code", profile.focus.code.description)
            json.member("municipality", profile.focus.name)
            json.member("gender", profile.gender.rawValue)
            json.member("period", profile.period?.description)
            json.key("peers")
            StandingJSON.peers(answer.peers, profile.focus.kind, &json)
            json.key("counts")
            json.object { json in
                json.member("indicators", profile.rows.count)
                for colour in QuartileColour.allCases {
                    json.member(colour.rawValue, profile.count(colour))
                }
                json.member("judged", profile.judged)
                json.member("deviating", profile.deviating)
                json.member("expected_by_chance", expected)
                json.member("believed", profile.believed)
                json.member("hidden", profile.hidden)
            }
            json.key("rows")
            StandingJSON.rows(ProfileRecords(answer: answer).table, &json)
            StandingJSON.notes(answer.notes, answer.sentences, language, &json)
        }
    }

    private var expected: ScaledDecimal {
        // A twentieth of a whole number: exact.
        ScaledDecimal(units: Int64(answer.profile.judged) * 5, scale: 2).canonical
    }
}

/// Parts that the contracts of several commands share.
enum StandingJSON {
    /// Among whom places are.
    static func peers(
        _ peers: StandingPeers, _ kind: MunicipalityKind, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.member("everybody", peers.isEverybody)
            json.member("kind", kind.rawValue)
            json.member("group", peers.selection?.group?.code)
            json.member("list_version", peers.selection?.group?.listVersion)
            json.key("members")
            json.array { json in
                for member in peers.selection?.members ?? [] {
                    json.string(member.code.description)
                }
            }
        }
    }

    /// Notes that belong under any table made of the object, and the sentences that it ends with.
    static func notes(
        _ notes: [Text], _ sentences: [Text], _ language: Language, _ json: inout JSONWriter
    ) {
        json.key("notes")
        json.array { json in
            for note in notes { json.string(note[language]) }
        }
        json.key("sentences")
        json.array { json in
            for sentence in sentences { json.string(sentence[language]) }
        }
    }
}
