internal import Glibc
internal import SystemPackage

/// A snapshot in the making.
///
/// Each attempt is written down at once, so that what a killed process has fetched can still be seen;
/// the snapshot counts only once it has been finished.
public actor SnapshotWriter {
    /// The snapshot's name.
    public nonisolated let name: String

    private let store: SnapshotStore
    private let file: FileDescriptor
    private var manifest: SnapshotManifest
    private var isOpen = true

    init(
        store: SnapshotStore, name: String, facts: [String: String]
    ) throws(SnapshotError) {
        self.store = store
        self.name = name
        manifest = SnapshotManifest(name: name, facts: facts)
        let path = store.openPath(name)
        var text = ManifestText.magic
        for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
            text += ManifestText.fact(name, value)
        }
        do {
            file = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .exclusiveCreate, .append, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead])
            try file.writeAll(text.utf8)
        } catch {
            throw SnapshotError(.cannotWrite, path, error as? Errno ?? .ioError)
        }
    }

    deinit {
        if isOpen { try? file.close() }
    }

    /// Writes an attempt down, and keeps its body where there is one.
    ///
    /// - Parameters:
    ///   - answer: The attempt; its size and digest are filled in from the body.
    ///   - body: The bytes as they were received; nil without a whole answer.
    /// - Throws: `SnapshotError` where they cannot be written.
    public func record(
        _ answer: SnapshotAnswer, body: [UInt8]?
    ) throws(SnapshotError) {
        var answer = answer
        if let body {
            answer.size = body.count
            answer.sha256 = try store.keep(body)
        }
        manifest.answers.append(answer)
        try write(ManifestText.answer(answer))
    }

    /// States further facts, which were not known when the snapshot was begun.
    /// - Throws: `SnapshotError` where they cannot be written.
    public func state(_ facts: [String: String]) throws(SnapshotError) {
        var text = ""
        for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
            manifest.facts[name] = value
            text += ManifestText.fact(name, value)
        }
        try write(text)
    }

    /// Ends the snapshot: from now on it can be replayed.
    ///
    /// - Parameter time: When it ends, in seconds since 1970.
    /// - Returns: everything that it holds.
    /// - Throws: `SnapshotError` where it cannot be written.
    public func finish(time: Double) throws(SnapshotError) -> SnapshotManifest {
        manifest.finished = time
        try write(ManifestText.finished(time))
        let open = store.openPath(name)
        let path = store.manifestPath(name)
        do {
            if fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
            isOpen = false
            try file.close()
            try DurableFile.rename(open, to: path)
        } catch {
            throw SnapshotError(.cannotWrite, path, error as? Errno ?? .ioError)
        }
        DurableFile.syncFolder(store.manifests)
        return manifest
    }

    private func write(_ line: String) throws(SnapshotError) {
        do {
            guard isOpen else { throw Errno.badFileDescriptor }
            try file.writeAll(line.utf8)
        } catch {
            throw SnapshotError(
                .cannotWrite, store.openPath(name), error as? Errno ?? .ioError)
        }
    }
}
