public import Diagnostics

/// What a run did, for people and for the exit status.
public struct RunReport: Sendable {
    /// Number of the run in the ledger; `nil` for a dry run.
    public var run: Int32? = nil
    /// What became of the reference data: members new or changed, by table.
    public var referenceChanges: [(table: String, changed: Int64)] = []
    /// What became of each source, in the order in which they ran.
    public var outcomes: [LoadOutcome] = []
    /// What must be said about the run as a whole.
    public var diagnostics: [Diagnostic] = []

    /// A report of nothing.
    public init() {}

    /// The status to exit with: the gravest that any source asks for.
    public var exitStatus: ExitStatus { .gravest(of: outcomes.map(\.exitStatus)) }

    /// Whether nothing at all was to be done.
    public var didNothing: Bool {
        referenceChanges.allSatisfy { $0.changed == 0 }
            && outcomes.allSatisfy { $0.state == .unchanged }
    }
}

extension ExitStatus {
    /// The one to exit with when several parts of the work ask for one each: what time may mend goes
    /// first, then what an operator must see to; otherwise the first.
    public static func gravest(of statuses: [ExitStatus]) -> ExitStatus {
        let gravest = [ExitStatus.tryAgain, .unavailable, .permission, .software, .inputOutput]
        let asked = statuses.filter { $0 != .ok }
        return gravest.first { asked.contains($0) } ?? asked.first ?? .ok
    }
}
