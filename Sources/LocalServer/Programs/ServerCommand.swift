internal import Subprocess
internal import SystemPackage

/// A program of the server, run to its end with its output captured.
struct ServerCommand: Sendable {
    /// What a program left behind.
    struct Outcome: Sendable {
        let succeeded: Bool
        let output: String
        let errors: String

        /// What the program said, for an error: its last lines.
        var lastLines: [String] { ServerLog.lastLines(of: errors.isEmpty ? output : errors) }
    }

    let program: FilePath
    let arguments: [String]
    var input = ""
    /// Whose rights the program has; nil keeps the caller's.
    var user: ClusterUser?
    var variables: [String: String] = [:]
    /// Whether the program gets a session of its own, so that Ctrl-C at our terminal spares it.
    var startsSession = false

    /// Runs the program in a clean environment: the caller's `PG…` settings are not for us.
    ///
    /// - Throws: ``LocalServerError`` with `noServerProgram` if it cannot be run at all.
    /// - Returns: its status and output; a failure status is not an error here.
    func run() async throws(LocalServerError) -> Outcome {
        var environment: [Subprocess.Environment.Key: String] = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LANGUAGE": "C",
        ]
        for (name, value) in variables {
            environment[Subprocess.Environment.Key(stringLiteral: name)] = value
        }
        var options = PlatformOptions()
        options.createSession = startsSession
        let words = (user?.launcher ?? []) + [program.string] + arguments
        do {
            let result = try await Subprocess.run(
                .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
                environment: .custom(environment), workingDirectory: "/",
                platformOptions: options,
                input: .fileDescriptor(
                    try PreparedInput.descriptor(Array(input.utf8)), closeAfterSpawningProcess: true
                ), output: .string(limit: 16 << 20),
                error: .string(limit: 1 << 20))
            return Outcome(
                succeeded: result.terminationStatus.isSuccess, output: result.standardOutput,
                errors: result.standardError)
        } catch {
            throw LocalServerError.cannotRun(program, "\(error)")
        }
    }
}
