internal import Subprocess
internal import SystemPackage

/// Short shell scripts, for what a test does to the file system behind a program's back.
public enum Shell {
    /// Runs a script as the caller and gives what it prints, without the last newline.
    ///
    /// The words are the script's `$1`, `$2` …, so their spaces and quotes do no harm.
    @discardableResult
    public static func run(
        _ script: String, _ words: any CustomStringConvertible & Sendable...
    ) async throws -> String {
        let result = try await Subprocess.run(
            .path("/bin/sh"), arguments: Arguments(["-ec", script, "sh"] + words.map { "\($0)" }),
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw TestFailure("\(script): \(result.terminationStatus) \(result.standardError)")
        }
        var text = result.standardOutput
        if text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
