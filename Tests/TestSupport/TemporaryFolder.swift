internal import Glibc
internal import Subprocess
public import SystemPackage

/// A folder of its own for a test, under `TMPDIR` or /tmp.
public struct TemporaryFolder: Sendable {
    /// Where it lies, without symbolic links.
    public let path: FilePath

    /// Makes a new, empty folder with a word for its purpose in its name.
    ///
    /// Other users may pass through it, so that a server which root has started as somebody else
    /// can work in it.
    public init(_ purpose: String) throws {
        let top = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(top)/riktmarke-\(purpose)-\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw TestFailure("cannot make a folder in \"\(top)\": \(Errno(rawValue: errno))")
        }
        let made = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard chmod(made, 0o755) == 0, let real = realpath(made, nil) else {
            throw TestFailure("cannot open \"\(made)\": \(Errno(rawValue: errno))")
        }
        defer { free(real) }
        path = FilePath(String(cString: real))
    }

    /// The path of something in the folder.
    public func path(of name: String) -> FilePath { path.appending(name) }

    /// Removes the folder and what it holds.
    public func remove() async throws {
        _ = try await Subprocess.run(
            .path("/bin/rm"), arguments: ["-rf", "--", path.string], output: .discarded)
    }
}
