internal import Glibc
internal import SystemPackage

extension PrivateCluster {
    /// How long open transactions may take to roll back and memory to reach the disk.
    private static let stopPatience = Duration.seconds(120)

    /// Stops the server: open transactions are rolled back, sessions end, the data is closed.
    ///
    /// - Throws: ``LocalServerError`` with `busy` or `stopFailed`.
    /// - Returns: whether a server ran.
    @discardableResult
    public func stop() async throws(LocalServerError) -> Bool {
        guard clusterMajor != nil else { return false }
        let lock = try await FolderLock.acquire(folder.lock)
        return try await stop(holding: lock)
    }

    private func stop(
        holding lock: borrowing FolderLock
    ) async throws(LocalServerError) -> Bool {
        guard case .running(let process, _) = postmaster.state() else { return false }
        // SIGINT is PostgreSQL's "fast" shutdown.
        guard kill(process, SIGINT) == 0 || errno == ESRCH else {
            throw LocalServerError.signal(process, Errno(rawValue: errno))
        }
        var backoff = Backoff(patience: Self.stopPatience)
        while ProcessTable.life(of: process) == .alive {
            guard await backoff.pause() else {
                throw LocalServerError.stop(folder, process)
            }
        }
        return true
    }
}
