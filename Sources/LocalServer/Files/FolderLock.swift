internal import Glibc
internal import SystemPackage

/// An exclusive lock on a data folder, held until it is released or its process ends.
struct FolderLock: ~Copyable {
    private let file: FileDescriptor

    private init(file: FileDescriptor) {
        self.file = file
    }

    deinit {
        // Closing gives the lock up; there is nothing to do about a failure here.
        try? file.close()
    }

    /// Gives the lock up now, where the end of the scope would be too late.
    consuming func release() {}

    /// Takes the lock, waiting for another holder to finish.
    ///
    /// - Parameters:
    ///   - path: the lock file, made if it is not there.
    ///   - patience: how long to wait.
    /// - Throws: ``LocalServerError`` with `folder` or `busy`.
    /// - Returns: the lock.
    static func acquire(
        _ path: FilePath, patience: Duration = .seconds(120)
    ) async throws(LocalServerError) -> FolderLock {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                path, .readWrite, options: [.create, .closeOnExec, .noFollow],
                permissions: .ownerReadWrite)
        } catch {
            throw LocalServerError.cannotLock(path, error as? Errno ?? .ioError)
        }
        let lock = FolderLock(file: file)
        var backoff = Backoff(patience: patience)
        while flock(file.rawValue, LOCK_EX | LOCK_NB) != 0 {
            let problem = Errno(rawValue: errno)
            guard problem == .wouldBlock || problem == .interrupted else {
                throw LocalServerError.cannotLock(path, problem)
            }
            guard await backoff.pause() else {
                throw LocalServerError.busy(path, patience)
            }
        }
        return lock
    }
}

/// Waits that grow from 10 ms to 1 s until patience runs out.
struct Backoff {
    private var next: Duration = .milliseconds(10)
    private let deadline: ContinuousClock.Instant

    init(patience: Duration) {
        deadline = .now + patience
    }

    /// Waits a little; false, at once, when patience has run out or the task is cancelled.
    mutating func pause() async -> Bool {
        guard ContinuousClock.now < deadline else { return false }
        do {
            try await Task.sleep(for: next)
        } catch {
            return false
        }
        next = min(next * 3 / 2, .seconds(1))
        return true
    }
}
