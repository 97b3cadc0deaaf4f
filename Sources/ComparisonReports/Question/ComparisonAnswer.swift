package import Comparison
package import Diagnostics
package import Postgres

/// A comparison with what was chosen on the way to it.
package struct ComparisonAnswer: Sendable {
    /// The comparison.
    package let table: ComparisonTable
    /// Whom the focus is compared with, and by which list.
    package let peers: PeerSelection
    /// Whether nobody named the period.
    package let isDefaultPeriod: Bool
    /// Time of knowledge; `nil` for now.
    package let asOf: PostgresTimestamp?
    /// What was chosen for the reader, to be said aloud.
    package let choices: [Text]

    /// Everything that must be said under the comparison.
    package var notes: [Text] { choices + ComparisonNotes.notes(of: table) }
}
