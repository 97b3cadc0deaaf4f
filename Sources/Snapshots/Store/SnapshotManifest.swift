internal import Checksums

/// What was fetched when, and where its bytes are kept.
public struct SnapshotManifest: Sendable, Hashable {
    /// The name of the snapshot, which begins with its time: `20261122T035038Z-1f0c`.
    public var name: String
    /// What was asked for and of whom, as whoever made the snapshot states it.
    public var facts: [String: String]
    /// Every attempt, in the order in which they ended.
    public var answers: [SnapshotAnswer]
    /// When it was ended, in seconds since 1970; nil while it goes on, or when it was broken off.
    public var finished: Double?

    /// Puts a manifest together.
    public init(
        name: String, facts: [String: String], answers: [SnapshotAnswer] = [],
        finished: Double? = nil
    ) {
        self.name = name
        self.facts = facts
        self.answers = answers
        self.finished = finished
    }

    /// The answers that were used, by their paths.
    public var accepted: [String: SnapshotAnswer] {
        Dictionary(
            answers.lazy.filter { $0.verdict == .accepted }.map { ($0.path, $0) },
            uniquingKeysWith: { $1 })
    }

    /// The SHA-256 over the used answers' paths and digests, ordered by path: the same for the same
    /// bytes, whatever the order and the number of attempts; nil when OpenSSL refuses.
    public var contentDigest: [UInt8]? {
        let lines = accepted.values.sorted { $0.path < $1.path }
            .map { "\($0.path)\t\($0.sha256)\n" }
        return SHA256.digest(of: Array(lines.joined().utf8))
    }

    /// How many bytes the used answers have.
    public var acceptedBytes: Int { accepted.values.reduce(0) { $0 + $1.size } }
}
