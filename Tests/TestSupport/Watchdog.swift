public import LocalServer
internal import Subprocess
internal import SystemPackage

/// A small process that clears up after this one, however this one ends.
///
/// It waits for the end of its standard input. The other end of that pipe is ours and nobody
/// else's, so the kernel closes it when we exit, crash or are killed.
public enum Watchdog {
    /// Stops a cluster's server and removes its folders once this process is gone.
    ///
    /// Call it before the cluster is started, so that a crash in between leaves nothing either.
    public static func guardCluster(
        _ cluster: PrivateCluster, in temporary: TemporaryFolder
    ) async throws {
        let folders = [temporary.path, cluster.address.socketFolder]
        let script = """
            cat >/dev/null
            data=$1 note=$1/postmaster.pid; shift
            # A note may be stale and its number somebody else's by now: the folder tells.
            if process=$(head -n 1 "$note" 2>/dev/null) &&
                [ "$(readlink "/proc/$process/cwd")" = "$data" ]; then
              kill -QUIT "$process"
              for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                [ -e "$note" ] || break
                kill -0 "$process" 2>/dev/null || break
                sleep 0.1
              done
            fi
            rm -rf -- "$@"
            """
        try await hold(
            ["-c", script, "watchdog", cluster.folder.data.string] + folders.map(\.string))
    }

    /// Runs the shell in a session of its own (Ctrl-C must not reach it) and holds its standard
    /// input open until this process ends.
    private static func hold(_ arguments: [String]) async throws {
        let (started, starting) = AsyncThrowingStream.makeStream(of: Void.self)
        Task.detached {
            do {
                var options = PlatformOptions()
                options.createSession = true
                _ = try await Subprocess.run(
                    .path("/bin/sh"), arguments: Arguments(arguments), workingDirectory: "/",
                    platformOptions: options, input: .inputWriter, output: .discarded,
                    error: .discarded
                ) { _ in
                    starting.finish()
                    while true { try await Task.sleep(for: .seconds(3600)) }
                }
            } catch {
                starting.finish(throwing: error)
            }
        }
        for try await _ in started {}
    }
}
