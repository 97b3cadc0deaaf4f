internal import Diagnostics
internal import Indicators
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// Loads one outcomes source: reads its files into staging, then merges staging into the facts.
///
/// Two transactions. The first stages cells and keeps rejects, so that rejects are there whatever
/// comes after. The second merges: all of the source or nothing. Staging is unlogged; that it holds
/// what was sent is proved before the merge.
struct OutcomeLoader {
    let spec: SourceSpec
    let outcomes: OutcomesSpec
    let files: [String]
    let run: Int32
    /// Hears of progress: cells read so far.
    let progress: (Int64) -> Void

    /// What the first transaction hands to the second.
    struct Staged {
        var load: Int32
        var documents: [Int32]
        var isFirstLoad: Bool
        var counts: LoadCounts
        var rows: Int64
        var outcomes: Int64
        var diagnostics: [Diagnostic]
        /// Figures of money and of absence, which lie in stagings of their own.
        var statements: Int64 = 0
    }

    /// Loads the source.
    /// - Throws: what cannot be read, or what the server reports; nothing is in the facts then.
    func load(_ connection: inout Connection) throws -> LoadOutcome {
        let started = ContinuousClock.now
        var outcome = LoadOutcome(source: spec.name, state: .loaded)
        let source = try describeSource(&connection)
        let inspections = try files.map { path throws(SourceError) in
            try SourceFile(path: path, spec: outcomes).inspection
        }
        let identity = try LoadIdentity.digest(
            of: [specDigest(), LoadLedger.referenceDigest(&connection)]
                + inspections.flatMap { [Self.name(of: $0.identity.path), $0.identity.sha256] })
        let last = try LoadLedger.lastIdentity(&connection, source: source)
        if last == identity {
            outcome.state = .unchanged
            return outcome
        }
        let staged = try stage(
            &connection, source: source, identity: identity, inspections: inspections,
            isFirstLoad: last == nil)
        try OutcomeMergeStep(
            path: spec.path, run: run, started: started, maxRejectShare: outcomes.maxRejectShare,
            maxWithdrawnShare: outcomes.maxWithdrawnShare
        ).complete(&outcome, staged, &connection)
        return outcome
    }

    /// A file's name without its folder: where the same files lie makes no other load.
    private static func name(of path: String) -> [UInt8] {
        Array((path.split(separator: "/").last ?? "").utf8)
    }

    /// The specification's own bytes, and the version of our reading of it.
    private func specDigest() throws(SourceError) -> [UInt8] {
        Array("interpretation 1".utf8) + (try SpecificationBytes.read(spec.path))
    }

    private func describeSource(_ connection: inout Connection) throws -> Int16 {
        try SourceDimension.upsert(
            &connection,
            SourceDimension.Description(
                code: spec.name, title: spec.title.sv, publisher: spec.origin.publisher,
                licence: spec.origin.licence, url: spec.origin.url,
                precedence: outcomes.precedence))
    }
}
