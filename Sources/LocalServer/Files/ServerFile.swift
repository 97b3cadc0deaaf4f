internal import SystemPackage

/// Files inside the data directory, written with the rights of the server's own user.
///
/// Root must not write there itself: the server's user could lay a symbolic link in its way.
enum ServerFile {
    /// Adds text at the end of a file.
    static func append(
        _ text: String, to path: FilePath, as user: ClusterUser
    ) async throws(LocalServerError) {
        try await run("cat >>\"$1\"", path, input: text, as: user)
    }

    /// Writes a file, whole or not at all.
    static func write(
        _ text: String, to path: FilePath, as user: ClusterUser
    ) async throws(LocalServerError) {
        try await run("cat >\"$1.new\" && mv -f \"$1.new\" \"$1\"", path, input: text, as: user)
    }

    private static func run(
        _ script: String, _ path: FilePath, input: String, as user: ClusterUser
    ) async throws(LocalServerError) {
        let outcome = try await ServerCommand(
            program: "/bin/sh", arguments: ["-ec", script, "sh", path.string], input: input,
            user: user
        ).run()
        guard outcome.succeeded else {
            throw LocalServerError.cannotWrite(path, as: user.name, said: outcome.lastLines)
        }
    }
}
