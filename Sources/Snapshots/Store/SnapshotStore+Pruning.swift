internal import SystemPackage

extension SnapshotStore {
    /// What a pruning has removed.
    public struct Pruning: Sendable, Hashable {
        /// The snapshots, oldest first.
        public var snapshots: [String] = []
        /// How many bodies.
        public var bodies = 0
        /// Why something could not be removed; pruning goes on all the same.
        public var kept: [String] = []
    }

    /// Removes old snapshots, and the bodies that no other snapshot names.
    ///
    /// A snapshot is removed when it is older than the age, or when there are more than the count of
    /// newer ones; the newest is never removed. Bodies and unfinished snapshots younger than a day stay,
    /// since a fetch may be going on that will need them.
    ///
    /// - Parameters:
    ///   - count: How many snapshots to keep at most; nil for any number.
    ///   - age: How old a snapshot may be, in seconds; nil for any age.
    ///   - now: The time now, in seconds since 1970.
    /// - Returns: What was removed.
    /// - Throws: `SnapshotError` when a snapshot that stays cannot be read: its bodies are not known.
    public func prune(
        keeping count: Int?, youngerThan age: Double?, now: Double
    ) throws(SnapshotError) -> Pruning {
        var pruning = Pruning()
        let names = self.names
        var needed: Set<String> = []
        for (index, name) in names.enumerated() {
            let newer = names.count - 1 - index
            let path = manifestPath(name)
            let written = DurableFile.modified(path) ?? now
            let isTooMany = count.map { newer >= max($0, 1) } ?? false
            let isTooOld = age.map { now - written > $0 } ?? false
            if newer > 0, isTooMany || isTooOld {
                if DurableFile.unlink(path) {
                    pruning.snapshots.append(name)
                    continue
                }
                pruning.kept.append(path.string)
            }
            for answer in try manifest(name).answers { needed.insert(answer.sha256) }
        }
        DurableFile.syncFolder(manifests)
        for entry in DurableFile.entries(of: manifests) where entry.hasSuffix(".part") {
            removeOld(manifests.appending(entry), now: now, &pruning)
        }
        let objects = folder.appending("objects")
        for group in DurableFile.entries(of: objects) {
            let folder = objects.appending(group)
            for entry in DurableFile.entries(of: folder) {
                let isNeeded = entry.hasSuffix(".gz") && needed.contains(String(entry.dropLast(3)))
                if !isNeeded, removeOld(folder.appending(entry), now: now, &pruning) {
                    pruning.bodies += 1
                }
            }
        }
        return pruning
    }

    @discardableResult
    private func removeOld(_ path: FilePath, now: Double, _ pruning: inout Pruning) -> Bool {
        guard let written = DurableFile.modified(path), now - written > 86_400 else { return false }
        if DurableFile.unlink(path) { return true }
        pruning.kept.append(path.string)
        return false
    }
}
