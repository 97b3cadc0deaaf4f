internal import Indicators
internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import Postgres
internal import Snapshots
internal import SourceAdapters

/// The files that the slices of a batch were read from.
struct BatchFiles {
    /// One a page, in the order by which rows name them from 1.
    var pages: [SliceFile]
    /// Where a row stood that does not say on which page.
    var whole: SliceFile

    /// A batch that was read from one file.
    init(_ file: SliceFile) {
        pages = [file]
        whole = file
    }

    fileprivate init(pages: [SliceFile], whole: SliceFile) {
        self.pages = pages
        self.whole = whole
    }
}

/// The stored answers as files of the ledger: the snapshot, the page's address and its own SHA-256.
struct AnswerFiles {
    private let snapshot: String
    private let service: ServiceAddress
    private let accepted: [String: SnapshotAnswer]

    init(_ manifest: SnapshotManifest, service: ServiceAddress) {
        snapshot = manifest.name
        self.service = service
        accepted = manifest.accepted
    }

    /// The answers that a batch was read from; nil where the snapshot does not hold them all.
    func files(of batch: FetchedBatch) -> BatchFiles? {
        let pages = batch.paths.compactMap(file)
        guard let first = pages.first, pages.count == batch.paths.count else { return nil }
        var files = BatchFiles(pages: pages, whole: first)
        if pages.count > 1, let digest = try? LoadIdentity.digest(of: pages.map(\.sha256)) {
            files.whole.sha256 = digest
            files.whole.byteCount = pages.reduce(0) { $0 + $1.byteCount }
            files.whole.name += " +\(pages.count - 1)"
        }
        return files
    }

    /// The answer to a path; nil where the snapshot does not hold it.
    func file(of path: String) -> SliceFile? {
        guard let answer = accepted[path], answer.sha256.utf8.count == 64 else { return nil }
        return SliceFile(
            name: "\(snapshot) \(answer.sha256.prefix(12))",
            sha256: Self.bytes(ofHexadecimal: answer.sha256), byteCount: Int64(answer.size),
            url: service.url(of: path),
            fetchedAt: PostgresTimestamp(unixMicroseconds: Int64(answer.time * 1e6)))
    }

    private static func bytes(ofHexadecimal text: String) -> [UInt8] {
        let digits = text.utf8.map { $0 < 0x3A ? $0 &- 0x30 : $0 &- 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
    }
}
