import Subprocess
import SystemPackage
import TestSupport

extension CommandRunner {
    /// Runs the program to its end while a body does something to it.
    func start(
        _ arguments: [String],
        _ body: @escaping @Sendable (@Sendable (Signal) throws -> Void) async throws -> Void
    ) async throws -> (status: Int32, errors: String) {
        var variables: [Environment.Key: String] = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent",
            "RIKTMARKE_DATA": "/nonexistent/riktmarke",
        ]
        for (name, value) in environment {
            variables[Environment.Key(stringLiteral: name)] = value
        }
        let result = try await Subprocess.run(
            .path(program), arguments: Arguments(arguments),
            environment: .custom(variables), workingDirectory: folder,
            input: .none, output: .discarded, error: .string(limit: 1 << 20)
        ) { execution in
            try await body { try execution.send(signal: $0) }
        }
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        return (status, result.standardError)
    }
}
