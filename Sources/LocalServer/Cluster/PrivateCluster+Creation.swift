internal import Glibc
internal import SystemPackage

extension PrivateCluster {
    /// Makes the cluster and its database under another name, and renames it when it is whole.
    ///
    /// A crash on the way leaves a folder that the next attempt throws away, never a half cluster.
    func create(
        with programs: ServerPrograms, as user: ClusterUser
    ) async throws(LocalServerError) {
        let draft = folder.path.appending("cluster.new")
        try await remove(draft)
        try PrivateFolder.make(draft, owner: user)
        try await initialise(draft, with: programs, as: user)
        try await makeDatabase(in: draft, with: programs, as: user)
        let renamed = draft.withPlatformString { old in
            folder.data.withPlatformString { new in rename(old, new) }
        }
        guard renamed == 0 else {
            throw LocalServerError.rename(draft, to: folder.data, Errno(rawValue: errno))
        }
        if settings.syncsAtCreation { Durability.sync(folder.path) }
    }

    private func initialise(
        _ data: FilePath, with programs: ServerPrograms, as user: ClusterUser
    ) async throws(LocalServerError) {
        var arguments = [
            "-D", data.string, "-U", Self.user, "--encoding=UTF8", "--locale=C.UTF-8",
            "--data-checksums", "--auth-local=trust", "--auth-host=reject",
        ]
        if !settings.syncsAtCreation { arguments.append("--no-sync") }
        let outcome = try await ServerCommand(
            program: programs.program("initdb"), arguments: arguments, user: user
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.initialisation(folder, said: outcome.lastLines)
        }
        let configuration = data.appending("postgresql.conf")
        try await ServerFile.append(
            "\ninclude_if_exists = '\(Self.settingsFile)'\n", to: configuration, as: user)
    }

    /// Makes the database in single-user mode: no server, no socket, no second chance to forget it.
    private func makeDatabase(
        in data: FilePath, with programs: ServerPrograms, as user: ClusterUser
    ) async throws(LocalServerError) {
        var arguments = ["--single", "-D", data.string, "-c", "exit_on_error=on"]
        if !settings.syncsAtCreation { arguments += ["-c", "fsync=off"] }
        let outcome = try await ServerCommand(
            program: programs.program("postgres"), arguments: arguments + ["postgres"],
            input: "CREATE DATABASE \(Self.database)\n", user: user
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.database(Self.database, folder, said: outcome.lastLines)
        }
    }

    /// Removes a folder and what it holds; nothing to do where there is none.
    func remove(_ path: FilePath) async throws(LocalServerError) {
        let outcome = try await ServerCommand(
            program: "/bin/rm", arguments: ["-rf", "--", path.string]
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.cannotRemove(path, said: outcome.lastLines)
        }
    }
}
