internal import Checksums
internal import Glibc
public import SystemPackage

/// A folder of snapshots: what a source answered, byte for byte, and when.
///
/// Bodies lie compressed under `objects`, named by the SHA-256 of what was received, so that an answer
/// which does not change from night to night is kept once. A snapshot is a small file under
/// `snapshots` that names them. Everything is written whole or not at all.
public struct SnapshotStore: Sendable {
    /// The largest body that is kept, in bytes.
    public static let largestBody = 1 << 28

    /// The folder.
    public let folder: FilePath

    /// Uses a folder, which is made when something is first kept.
    public init(_ folder: FilePath) {
        self.folder = folder
    }

    /// Begins a snapshot.
    ///
    /// - Parameters:
    ///   - facts: What is asked for and of whom, so that a replay can ask for the same.
    ///   - time: When it begins, in seconds since 1970.
    /// - Returns: The snapshot, to be filled and finished.
    /// - Throws: `SnapshotError` where the folder cannot be written to.
    public func begin(
        facts: [String: String], time: Double
    ) throws(SnapshotError) -> SnapshotWriter {
        // Milliseconds first, so that two of one second still sort by their time.
        let thousandths = String(1000 + Int((time - time.rounded(.down)) * 1000)).dropFirst()
        let mark = thousandths + String(UInt16.random(in: .min ... .max), radix: 16)
        let name = "\(Self.stamp(time))-\(mark)"
        try DurableFile.makeFolder(folder.appending("objects"))
        try DurableFile.makeFolder(manifests)
        return try SnapshotWriter(store: self, name: name, facts: facts)
    }

    /// The names of the snapshots that were ended, oldest first.
    public var names: [String] {
        DurableFile.entries(of: manifests).filter { $0.hasSuffix(".tsv") }
            .map { String($0.dropLast(4)) }
    }

    /// Reads a snapshot's manifest.
    /// - Throws: `SnapshotError` where there is none of that name, it has an unknown form, or its end is
    ///   gone.
    public func manifest(_ name: String) throws(SnapshotError) -> SnapshotManifest {
        let path = manifestPath(name)
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
            throw SnapshotError(.notFound, path: path.string)
        }
        let bytes = try DurableFile.read(path, limit: Self.largestBody)
        guard let manifest = ManifestText.read(String(decoding: bytes, as: UTF8.self), name: name)
        else { throw SnapshotError(.unknownManifest, path: path.string) }
        guard manifest.finished != nil else { throw SnapshotError(.cutOff, path: path.string) }
        return manifest
    }

    /// Proves that every answer that a snapshot used is still there, byte for byte.
    ///
    /// Reads all of them once, one at a time.
    /// - Throws: `SnapshotError` for the first that is gone or no longer the same.
    public func prove(_ manifest: SnapshotManifest) throws(SnapshotError) {
        for answer in manifest.accepted.values.sorted(by: { $0.path < $1.path }) {
            _ = try body(sha256: answer.sha256)
        }
    }

    /// Reads a kept body and proves that it is the one that was kept.
    /// - Throws: `SnapshotError` where it is gone or no longer the same.
    public func body(sha256: String) throws(SnapshotError) -> [UInt8] {
        let path = objectPath(sha256)
        guard sha256.utf8.count == 64, sha256.utf8.allSatisfy({ $0 > 0x2F && $0 < 0x67 }) else {
            throw SnapshotError(.notFound, path: path.string)
        }
        let kept = try DurableFile.read(path, limit: Self.largestBody)
        let body = try Gzip.expand(kept, path: path.string, limit: Self.largestBody)
        guard let digest = SHA256.digest(of: body) else {
            throw SnapshotError(.library, path: path.string)
        }
        guard SHA256.hexadecimal(digest) == sha256 else {
            throw SnapshotError(.wrongDigest, path: path.string)
        }
        return body
    }

    /// Keeps a body, unless it is kept already, and gives its SHA-256 as hexadecimal digits.
    func keep(_ body: [UInt8]) throws(SnapshotError) -> String {
        guard let digest = SHA256.digest(of: body) else {
            throw SnapshotError(.library, path: folder.string)
        }
        let sha256 = SHA256.hexadecimal(digest)
        let path = objectPath(sha256)
        // One that has been damaged meanwhile would fail every load until somebody removed it.
        if DurableFile.modified(path) != nil, (try? self.body(sha256: sha256)) != nil {
            // Shows the pruning, which leaves what is young, that somebody needs it.
            _ = path.withPlatformString { utimensat(AT_FDCWD, $0, nil, 0) }
            return sha256
        }
        try DurableFile.makeFolder(path.removingLastComponent())
        guard let compressed = Gzip.compress(body) else {
            throw SnapshotError(.library, path: path.string)
        }
        try DurableFile.write(compressed, to: path)
        return sha256
    }

    var manifests: FilePath { folder.appending("snapshots") }

    func manifestPath(_ name: String) -> FilePath { manifests.appending("\(name).tsv") }

    /// Where a snapshot is written while it goes on.
    func openPath(_ name: String) -> FilePath { manifests.appending("\(name).part") }

    func objectPath(_ sha256: String) -> FilePath {
        folder.appending("objects").appending(String(sha256.prefix(2))).appending("\(sha256).gz")
    }

    /// A time as it stands in names: `20261122T035038Z`.
    static func stamp(_ seconds: Double) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        func two(_ number: CInt) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))T"
            + "\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))Z"
    }
}
