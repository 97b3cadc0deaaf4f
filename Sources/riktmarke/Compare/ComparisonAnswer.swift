internal import Comparison
internal import Diagnostics
internal import Postgres
internal import Warehouse

/// A comparison with what was chosen on the way to it.
struct ComparisonAnswer: Sendable {
    /// The comparison.
    let table: ComparisonTable
    /// Whom the focus is compared with, and by which list.
    let peers: PeerSelection
    /// Whether nobody named the period.
    let isDefaultPeriod: Bool
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?
    /// What was chosen for the reader, to be said aloud.
    let choices: [Text]

    /// Everything that must be said under the comparison.
    var notes: [Text] { choices + ComparisonNotes.notes(of: table) }

    /// What the comparison says, for people who read nothing else.
    var sentences: [Text] {
        let group = peers.group.map { group in
            Text(sv: "de andra i \(group.name)", en: "the others in \(group.name)")
        }
        return ComparisonSentence(of: table, peers: group).sentences
    }
}
