internal import Diagnostics
internal import Glibc
internal import SystemPackage

extension PrivateCluster {
    /// The file in the data directory that holds ``ClusterSettings``.
    static let settingsFile = "riktmarke.conf"
    /// How long a start may be tried again over the remains of a killed server.
    private static let patience = Duration.seconds(60)
    /// How long a server may take to replay its log after a crash.
    private static let recoveryPatience = Duration.seconds(600)

    /// Starts the server, making the cluster first where there is none; no error if it runs.
    ///
    /// After a crash this waits for the remains of the old server to go (up to a minute) and for
    /// recovery (up to ten).
    ///
    /// - Throws: ``LocalServerError``.
    public func start() async throws(LocalServerError) {
        let user = try ClusterUser.resolve(for: folder, environment: environment)
        try PrivateFolder.makeWithParents(folder.path, asRoot: user.dropsPrivileges)
        try PrivateFolder.checkPassage(to: folder.path, for: user)
        let lock = try await FolderLock.acquire(folder.lock)
        try await start(as: user, holding: lock)
    }

    private func start(
        as user: ClusterUser, holding lock: borrowing FolderLock
    ) async throws(LocalServerError) {
        // Whoever held the lock before us may have started it.
        if try isReady() { return }
        let programs = try await ServerPrograms.find(
            matching: clusterMajor, environment: environment, for: folder)
        if clusterMajor == nil {
            try await refuseForeignData()
            try await create(with: programs, as: user)
        }
        try socket.prepare(for: user)
        try PrivateFolder.make(folder.log.removingLastComponent(), owner: user)
        ServerLog(path: folder.log).rotateIfLarge()
        try await bringUp(with: programs, as: user)
    }

    /// Refuses to make a cluster over a folder that holds something else.
    private func refuseForeignData() async throws(LocalServerError) {
        let present = (try? FileStatus.read(folder.data)) ?? nil
        guard present == nil else {
            throw LocalServerError.foreignData(folder.data)
        }
    }

    /// Gets from whatever is there to a server that takes connections.
    private func bringUp(
        with programs: ServerPrograms, as user: ClusterUser
    ) async throws(LocalServerError) {
        var backoff = Backoff(patience: Self.patience)
        var lastWords: [String] = []
        repeat {
            if case .running(let process, _) = postmaster.state() {
                do {
                    return try await awaitReady(process, startedAt: 0)
                } catch {
                    // It was on its way out; the next round finds its remains.
                    lastWords = error.details.map(\.en)
                    guard ProcessTable.life(of: process) != .alive else { throw error }
                    continue
                }
            }
            let remains = clearRemains(of: user)
            guard remains.isEmpty else {
                lastWords = ["processes of the old server still run: \(remains)"]
                continue
            }
            let settings = try await accepted(by: programs, as: user)
            try await ServerFile.write(
                settings.fileText, to: folder.data.appending(Self.settingsFile), as: user)
            let before = ServerLog(path: folder.log).size
            let process = try await launch(with: programs, as: user)
            do {
                return try await awaitReady(process, startedAt: before)
            } catch {
                lastWords = error.details.map(\.en)
                guard Self.mayPass(lastWords) else { throw error }
            }
        } while await backoff.pause()
        throw LocalServerError.remains(folder, said: lastWords)
    }

    /// The settings, without what this build of the server does not know.
    private func accepted(
        by programs: ServerPrograms, as user: ClusterUser
    ) async throws(LocalServerError) -> ClusterSettings {
        var accepted = settings
        for (name, value) in ClusterSettings.substitutes
        where accepted.parameters[name] == value.wanted {
            let outcome = try await ServerCommand(
                program: programs.program("postgres"),
                arguments: [
                    "-D", folder.data.string, "-C", name, "-c", "\(name)=\(value.wanted)",
                ], user: user
            ).run()
            if !outcome.succeeded { accepted.parameters[name] = value.otherwise }
        }
        return accepted
    }

    /// Removes what a server that is no more has left in the way of the next one.
    ///
    /// PostgreSQL itself believes such files when their process number is a zombie's or has been
    /// given to another process of the same user; we look whether anybody works in the data.
    ///
    /// - Parameter user: who runs the server.
    /// - Returns: the processes of the old server that still live; nothing is removed then.
    private func clearRemains(of user: ClusterUser) -> [Int32] {
        guard let remains = ProcessTable.servers(in: postmaster.data, of: user.userID) else {
            // Nobody can say: PostgreSQL's own checks must do.
            return []
        }
        guard remains.isEmpty else { return remains }
        for file in [postmaster.note, FilePath("\(address.socket).lock"), address.socket] {
            _ = file.withPlatformString { unlink($0) }
        }
        return []
    }

    /// Whether a failed start may succeed a little later: the old server is still being cleared.
    private static func mayPass(_ lines: [String]) -> Bool {
        lines.contains {
            $0.contains("FATAL:  lock file \"") && $0.contains("already exists")
                || $0.contains("pre-existing shared memory block")
        }
    }

    /// Starts `postgres` as a process of its own session and says its number.
    ///
    /// Not with pg_ctl: it would quote our paths badly and give up after a minute of recovery.
    private func launch(
        with programs: ServerPrograms, as user: ClusterUser
    ) async throws(LocalServerError) -> Int32 {
        let outcome = try await ServerCommand(
            program: "/bin/sh",
            arguments: [
                "-c", "\"$@\" >>\"$0\" 2>&1 </dev/null & echo $!", folder.log.string,
                programs.program("postgres").string, "-D", folder.data.string,
                "-c", "listen_addresses=", "-c", "port=\(address.port)",
                "-c", "unix_socket_directories=\(address.socketFolder)",
                "-c", "unix_socket_permissions=0700",
            ],
            user: user, startsSession: true
        ).run()
        guard outcome.succeeded,
            let process = outcome.output.split(separator: "\n").first.flatMap({ Int32($0) })
        else {
            throw LocalServerError.launch(folder, said: outcome.lastLines)
        }
        return process
    }

    /// Waits until the server takes connections or its process ends.
    private func awaitReady(
        _ process: Int32, startedAt logSize: Int
    ) async throws(LocalServerError) {
        var backoff = Backoff(patience: Self.recoveryPatience)
        let log = ServerLog(path: folder.log)
        repeat {
            if case .running(_, ready: true) = postmaster.state() {
                if SocketProbe.answers(address.socket) { return }
                throw LocalServerError.lostSocket(address.socket, process)
            }
            guard ProcessTable.life(of: process) == .alive else {
                throw LocalServerError.start(folder, said: log.lines(since: logSize))
            }
        } while await backoff.pause()
        throw LocalServerError.notReady(folder, process, said: log.lines(since: logSize))
    }
}
