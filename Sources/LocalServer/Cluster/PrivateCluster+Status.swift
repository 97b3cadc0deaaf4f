extension PrivateCluster {
    /// Looks at the cluster; changes nothing and takes no lock.
    ///
    /// - Throws: ``LocalServerError`` when the folder cannot be looked into.
    /// - Returns: the state, version and size.
    public func status() async throws(LocalServerError) -> ClusterStatus {
        _ = try ClusterUser.resolve(for: folder, environment: environment)
        let major = clusterMajor
        var status = ClusterStatus(
            state: .absent, folder: folder, address: address, clusterMajor: major,
            programs: nil, bytes: FolderEntries.bytes(in: folder.data))
        var problem: LocalServerError?
        do {
            status.programs = try await ServerPrograms.find(
                matching: major, environment: environment, for: folder)
        } catch {
            problem = error
        }
        switch postmaster.state() {
        case .running(let process, ready: true): status.state = .running(process: process)
        case .running(let process, ready: false): status.state = .starting(process: process)
        case .none, .stale:
            if let problem {
                status.state = .unusable(problem)
            } else {
                status.state = major == nil ? .absent : .stopped
            }
        }
        return status
    }
}
