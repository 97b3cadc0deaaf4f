internal import Comparison
internal import Diagnostics
internal import Postgres
internal import Warehouse

/// A comparison with what was chosen on the way to it.
struct ComparisonAnswer: Sendable {
    /// The comparison.
    let table: ComparisonTable
    /// How it changed since an earlier period, where that was asked for.
    let change: ComparisonChange?
    /// Whom the focus is compared with, and by which list.
    let peers: PeerSelection
    /// Whether nobody named the period.
    let isDefaultPeriod: Bool
    /// Time of knowledge; `nil` for now.
    let asOf: PostgresTimestamp?
    /// What was chosen for the reader, to be said aloud.
    let choices: [Text]

    /// Everything that must be said under the comparison.
    var notes: [Text] {
        choices + ComparisonNotes.notes(of: table) + (change?.notes(in: table) ?? [])
    }

    /// What the comparison says, for people who read nothing else.
    var sentences: [Text] {
        let group = peers.group.map { group in
            Text(sv: "de andra i \(group.name)", en: "the others in \(group.name)")
        }
        let words = ComparisonSentence(of: table, peers: group)
        guard let change, let sentence = words.change(change.comparison) else {
            return words.sentences
        }
        return words.sentences + [sentence]
    }
}

/// How the municipalities of a comparison have changed, and what the focus aimed at.
struct ComparisonChange: Sendable {
    /// Each municipality beside itself.
    let comparison: PeriodComparison
    /// The focus's target for the period compared, if a document states one.
    let target: Receipt?

    /// What must be said of it.
    func notes(in table: ComparisonTable) -> [Text] {
        var notes = ComparisonNotes.notes(of: comparison, in: table)
        if let target, let value = target.value {
            notes.append(
                ComparisonNotes.target(
                    value, isDeclared: target.periodDeclared, source: target.documentTitle,
                    in: table))
        }
        return notes
    }
}
