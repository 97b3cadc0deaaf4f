internal import LocalServer
internal import Subprocess
public import SystemPackage

/// Runs a program that this build has made, as a user would, and captures what it does.
///
/// The environment is clean: nothing of the developer's settings reaches the program, and its data
/// folder is one that cannot exist, so that no test can touch a real private database.
public struct CommandRunner: Sendable {
    /// The program.
    public let program: FilePath
    /// The folder to run in.
    public var folder: FilePath = "/"
    /// Variables for every run, over the clean ones; nil removes one.
    public var environment: [String: String?] = [:]
    /// How long a run may take.
    public var patience: Duration = .seconds(120)

    /// Finds a program beside the test program.
    ///
    /// - Parameter product: its name, such as `riktmarke`.
    /// - Throws: ``TestFailure`` if it has not been built.
    public init(_ product: String) throws {
        let test = try FilePath("/proc/self/exe").linkTarget()
        program = test.removingLastComponent().appending(product)
        guard (try? FileDescriptor.open(program, .readOnly).close()) != nil else {
            throw TestFailure("\"\(program)\" is not built; run swift build --build-tests")
        }
    }

    /// Takes any program, for what our own are compared with.
    public init(program: String) {
        self.program = FilePath(program)
    }

    /// Runs it to its end with standard input from memory.
    public func run(_ arguments: [String], input: [UInt8] = []) async throws -> CommandResult {
        let configuration = configuration(arguments)
        return try await withDeadline(arguments) {
            let result = try await Subprocess.run(
                configuration,
                input: .fileDescriptor(
                    try PreparedInput.descriptor(input), closeAfterSpawningProcess: true),
                output: .bytes(limit: 256 << 20),
                error: .string(limit: 16 << 20))
            return CommandResult(
                status: Self.status(result.terminationStatus), outputBytes: result.standardOutput,
                errors: result.standardError)
        }
    }

    /// Runs it with a reader that goes away after some bytes of output, as `head` does.
    ///
    /// With no bytes at all the reader is gone before the program starts to write.
    public func run(
        _ arguments: [String], closingOutputAfter count: Int
    ) async throws
        -> CommandResult
    {
        let configuration = configuration(arguments)
        return try await withDeadline(arguments) {
            let pipe = try FileDescriptor.pipe()
            if count == 0 { try pipe.readEnd.close() }
            let result = try await Subprocess.run(
                configuration, input: .none,
                output: .fileDescriptor(pipe.writeEnd, closeAfterSpawningProcess: true),
                error: .string(limit: 16 << 20)
            ) { _ in
                count == 0 ? [] : try Self.read(count, from: pipe.readEnd)
            }
            return CommandResult(
                status: Self.status(result.terminationStatus), outputBytes: result.closureResult,
                errors: result.standardError)
        }
    }

    /// Runs it in a terminal of its own; both its outputs come as one, with the terminal's `\r\n`.
    public func run(
        _ arguments: [String], inTerminal size: Terminal.Size
    ) async throws
        -> CommandResult
    {
        var configuration = configuration(arguments)
        configuration.platformOptions.createSession = true
        let fixed = configuration
        return try await withDeadline(arguments) {
            let terminal = try Terminal(size)
            async let reading = OwnThread.run { terminal.readToEnd() }
            let result = try await Subprocess.run(
                fixed,
                input: .fileDescriptor(terminal.program, closeAfterSpawningProcess: false),
                output: .fileDescriptor(terminal.program, closeAfterSpawningProcess: false),
                error: .fileDescriptor(terminal.program, closeAfterSpawningProcess: false))
            try terminal.program.close()
            let bytes = await reading
            return CommandResult(
                status: Self.status(result.terminationStatus), outputBytes: bytes, errors: "")
        }
    }

    private func configuration(_ arguments: [String]) -> Configuration {
        ExitTestMonitor.yield()
        var variables = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent",
            "RIKTMARKE_DATA": "/nonexistent/riktmarke", "TZ": "Europe/Stockholm",
        ]
        for (name, value) in environment { variables[name] = value }
        let keyed = variables.map { (Subprocess.Environment.Key(stringLiteral: $0.key), $0.value) }
        return Configuration(
            executable: .path(program), arguments: Arguments(arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: keyed)),
            workingDirectory: folder)
    }

    /// Runs the body, and ends the program with an error when it takes too long.
    private func withDeadline(
        _ arguments: [String], _ body: @escaping @Sendable () async throws -> CommandResult
    ) async throws -> CommandResult {
        try await withThrowingTaskGroup(of: CommandResult?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else {
                throw TestFailure("\(program) \(arguments) did not end within \(patience)")
            }
            return result
        }
    }

    private static func read(_ count: Int, from end: FileDescriptor) throws -> [UInt8] {
        try end.closeAfter {
            var bytes = [UInt8](repeating: 0, count: count)
            let got = try bytes.withUnsafeMutableBytes { try end.read(into: $0) }
            return Array(bytes[..<got])
        }
    }

    private static func status(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }
}
