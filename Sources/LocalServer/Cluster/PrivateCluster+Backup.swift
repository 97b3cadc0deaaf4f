internal import Glibc
public import SystemPackage

extension PrivateCluster {
    /// Writes the database to a file in pg_dump's custom format, for ``restore(from:checking:)`` or
    /// pg_restore.
    ///
    /// The file appears under its name when it is whole, readable by its owner only; a file of that
    /// name is replaced then and not before. The dump is one consistent snapshot, loads may go on
    /// meanwhile. Roles are not part of it: a restore makes the ones that it misses.
    ///
    /// - Parameter file: the file to write; its folder must exist.
    /// - Throws: ``LocalServerError``.
    public func backup(to file: FilePath) async throws(LocalServerError) {
        let target = file.absolute
        guard clusterMajor != nil else {
            throw LocalServerError.nothingToSave(folder)
        }
        try await ensureRunning()
        let draft = try Self.openDraft(for: target)
        do {
            try await dump(to: draft)
            try Self.publish(draft, as: target)
        } catch {
            _ = draft.withPlatformString { unlink($0) }
            throw error
        }
    }

    private func dump(to draft: FilePath) async throws(LocalServerError) {
        let programs = try await installedPrograms()
        let outcome = try await ServerCommand(
            program: programs.program("pg_dump"),
            arguments: ["--format=custom", "--file=\(draft)", "--dbname=\(address.conninfo())"]
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.dump(said: outcome.lastLines)
        }
        // A backup that pg_restore cannot read is none.
        _ = try await BackupArchive.read(draft, with: programs)
    }

    /// Makes an empty file beside the target, under a name that nobody takes for a backup.
    private static func openDraft(for target: FilePath) throws(LocalServerError) -> FilePath {
        let name = target.lastComponent?.string ?? ""
        let draft = target.removingLastComponent().appending(".\(name).partial-\(getpid())")
        do {
            guard !name.isEmpty, try FileStatus.read(target)?.isFolder != true else {
                throw Errno.isDirectory
            }
            try FileDescriptor.open(
                draft, .writeOnly, options: [.create, .truncate, .closeOnExec, .noFollow],
                permissions: .ownerReadWrite
            ).close()
        } catch {
            throw LocalServerError.backupFile(target, error as? Errno ?? .ioError)
        }
        return draft
    }

    private static func publish(
        _ draft: FilePath, as target: FilePath
    ) throws(LocalServerError) {
        // On disk first: after a power cut the name must not stand for an empty file.
        guard Durability.sync(draft) else {
            throw LocalServerError.backupFile(target, Errno(rawValue: errno))
        }
        let renamed = draft.withPlatformString { old in
            target.withPlatformString { new in rename(old, new) }
        }
        guard renamed == 0 else {
            throw LocalServerError.backupFile(target, Errno(rawValue: errno))
        }
        Durability.sync(target.removingLastComponent())
    }

    /// The programs of the server that runs this cluster.
    func installedPrograms() async throws(LocalServerError) -> ServerPrograms {
        try await ServerPrograms.find(
            matching: clusterMajor, environment: environment, for: folder)
    }
}
