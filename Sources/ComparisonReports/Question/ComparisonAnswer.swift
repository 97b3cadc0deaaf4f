package import Comparison
package import Diagnostics
package import Postgres
internal import Warehouse

/// A comparison with what was chosen on the way to it.
package struct ComparisonAnswer: Sendable {
    /// The comparison.
    package let table: ComparisonTable
    /// How it changed since an earlier period, where that was asked for.
    package let change: ComparisonChange?
    /// Whom the focus is compared with, and by which list.
    package let peers: PeerSelection
    /// Whether nobody named the period.
    package let isDefaultPeriod: Bool
    /// Time of knowledge; `nil` for now.
    package let asOf: PostgresTimestamp?
    /// What was chosen for the reader, to be said aloud.
    package let choices: [Text]

    /// Everything that must be said under the comparison.
    package var notes: [Text] {
        choices + ComparisonNotes.notes(of: table) + (change?.notes(in: table) ?? [])
    }

    /// What the comparison says, for people who read nothing else.
    package var sentences: [Text] {
        let group = peers.group.map { group in
            Text(sv: "de andra i \(group.name)", en: "the others in \(group.name)")
        }
        let words = ComparisonSentence(of: table.finding, peers: group)
        guard let change, let sentence = words.change(change.comparison) else {
            return words.sentences
        }
        return words.sentences + [sentence]
    }
}

/// How the municipalities of a comparison have changed, and what the focus aimed at.
package struct ComparisonChange: Sendable {
    /// Each municipality beside itself.
    package let comparison: PeriodComparison
    /// The focus's target for the period compared, if a document states one.
    package let target: Receipt?

    /// What must be said of it.
    package func notes(in table: ComparisonTable) -> [Text] {
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
