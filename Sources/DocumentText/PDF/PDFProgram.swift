internal import Glibc
internal import Subprocess
internal import SystemPackage

/// Reads the text of a PDF by poppler's pdftotext, in a process of its own with bounds.
///
/// The file is the program's standard input, so that it reads what we opened, whatever the name. A file
/// that makes it loop or fill the memory is stopped by the limits of its process.
struct PDFProgram: Sendable {
    private let program: String
    private let limits: DocumentLimits

    /// What the program left behind.
    private struct Outcome {
        var output: [UInt8]
        var errors: String
        var status: TerminationStatus
    }

    /// Finds the program.
    ///
    /// - Parameters:
    ///   - searchPath: Folders parted by colons; nil for the system's own.
    ///   - limits: How long it may take, and how much it may write and use.
    /// - Throws: ``DocumentFault`` with `programMissing`.
    init(searchPath: String?, limits: DocumentLimits) throws(DocumentFault) {
        let folders = (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        // The program runs in a folder of its own choice, where a path from ours would lead elsewhere.
        let programs: [String] = folders.filter { $0.hasPrefix("/") }.map { "\($0)/pdftotext" }
        guard let found = programs.first(where: { access($0, X_OK) == 0 }) else {
            throw .programMissing
        }
        program = found
        self.limits = limits
    }

    /// What the program made of a file.
    struct Layout {
        /// The words with their places, as `pdftotext -bbox` writes them.
        var words: [UInt8]
        /// The faults in the file that it went past, as it says them.
        var faults: [Substring]
    }

    /// The words of a file with their places.
    func text(of path: String) async throws(DocumentFault) -> Layout {
        let limit = limits.conversion
        let outcome: Outcome?
        do {
            outcome = try await withThrowingTaskGroup(of: Outcome?.self) { group in
                group.addTask { try await run(path) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            throw fault(of: error)
        }
        guard let outcome else { throw .timeLimit(limit) }
        guard outcome.status.isSuccess else { throw fault(of: outcome) }
        // Its warnings are of how a page looks; of an error something may be missing.
        let faults = outcome.errors.split(separator: "\n").filter {
            $0.hasPrefix("Syntax Error") || $0.hasPrefix("Internal Error")
        }
        return Layout(words: outcome.output, faults: faults)
    }

    private func run(_ path: String) async throws -> Outcome {
        let file = try FileDescriptor.open(FilePath(path), .readOnly)
        // The shell sets the limits of its own process and then becomes the program.
        let script = "ulimit -v \"$1\"; ulimit -t \"$2\"; ulimit -c 0; shift 2; exec \"$@\""
        let seconds = max(limits.conversion.components.seconds, 1)
        let result = try await Subprocess.run(
            .path("/bin/sh"),
            arguments: Arguments([
                "-c", script, "pdftotext", "\(limits.conversionMemory >> 10)", "\(seconds)",
                program, "-bbox", "-enc", "UTF-8", "-eol", "unix", "/dev/stdin", "-",
            ]),
            environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]),
            workingDirectory: "/",
            input: .fileDescriptor(file, closeAfterSpawningProcess: true),
            output: .bytes(limit: limits.layoutBytes), error: .string(limit: 16 << 20))
        return Outcome(
            output: result.standardOutput, errors: result.standardError,
            status: result.terminationStatus)
    }

    private func fault(of error: any Error) -> DocumentFault {
        if error is CancellationError { return .cancelled }
        if let error = error as? SubprocessError, error.code == .outputLimitExceeded {
            return .expands(detail: "pdftotext: > \(limits.layoutBytes) byte")
        }
        return .programFailed(reason: "\(error)")
    }

    private func fault(of outcome: Outcome) -> DocumentFault {
        let said = outcome.errors.lowercased()
        if said.contains("incorrect password") { return .encrypted }
        if said.contains("out of memory") || said.contains("bad_alloc") {
            return .expands(detail: "pdftotext: > \(limits.conversionMemory) byte")
        }
        if case .signaled(let signal) = outcome.status, signal == SIGXCPU || signal == SIGKILL {
            return .timeLimit(limits.conversion)
        }
        let last = outcome.errors.split(separator: "\n").last.map { String($0.prefix(200)) }
        return .damaged(detail: last ?? "\(outcome.status)")
    }
}
