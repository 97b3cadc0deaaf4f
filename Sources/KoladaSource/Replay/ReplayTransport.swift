internal import Diagnostics
internal import Kolada
public import Snapshots

/// Answers from a snapshot, byte for byte what was received, without any network.
public struct ReplayTransport: KoladaTransport {
    private let store: SnapshotStore
    private let answers: [String: SnapshotAnswer]

    /// Answers from a snapshot's answers that were used.
    public init(_ store: SnapshotStore, _ manifest: SnapshotManifest) {
        self.store = store
        answers = manifest.accepted
    }

    /// Gives the kept answer for a path.
    /// - Throws: `TransportFault.notKept` where the snapshot has none; `broken` where it is damaged.
    public func get(_ path: String) async throws(TransportFault) -> KoladaAnswer {
        guard let answer = answers[path] else { throw .notKept }
        do throws(SnapshotError) {
            return KoladaAnswer(status: 200, body: try store.body(sha256: answer.sha256))
        } catch {
            let words = error.diagnostics.map(\.message.en).joined(separator: ": ")
            throw .broken("\(error.path): \(words)")
        }
    }
}
