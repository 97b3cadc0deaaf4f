internal import Glibc
internal import SystemPackage

/// Texts that a program must print to the letter, kept as files under Tests/Goldens.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter …` writes them anew; read the change before you commit it.
public enum Golden {
    /// Compares a text with its file.
    ///
    /// - Parameters:
    ///   - text: what the program printed.
    ///   - name: the file's path under Tests/Goldens, such as `compare/nacka.txt`.
    /// - Throws: ``TestFailure`` with the differing lines, or when a recording is asked for under
    ///   continuous integration, where nobody would read it.
    public static func expect(_ text: String, toMatch name: String) throws {
        let file = folder.pushing(FilePath(name))
        let isRecording = getenv("RECORD_SNAPSHOTS").map { String(cString: $0) } == "1"
        guard !isRecording else { return try record(text, in: file) }
        guard let recorded = try read(file) else {
            throw TestFailure(
                "there is no \(file); write it with RECORD_SNAPSHOTS=1 and read it. Now:\n\(text)")
        }
        guard recorded != text else { return }
        throw TestFailure(
            "the output differs from \(file) (- recorded, + now):\n"
                + LineDifference.text(from: recorded, to: text))
    }

    private static var folder: FilePath {
        FilePath(#filePath).removingLastComponent().removingLastComponent().appending("Goldens")
    }

    private static func record(_ text: String, in file: FilePath) throws {
        guard getenv("CI").map({ String(cString: $0) }) != "true" else {
            throw TestFailure("RECORD_SNAPSHOTS is set under CI: snapshots are recorded by people")
        }
        var folder = FilePath(root: "/")
        for component in file.removingLastComponent().components {
            folder.append(component)
            mkdir(folder.string, 0o755)
        }
        try file.write(text.utf8)
    }

    private static func read(_ file: FilePath) throws -> String? {
        do {
            let source = try FileDescriptor.open(file, .readOnly, options: [.closeOnExec])
            return try source.closeAfter {
                String(decoding: try source.readToEnd(), as: UTF8.self)
            }
        } catch Errno.noSuchFileOrDirectory {
            return nil
        }
    }
}

extension FileDescriptor {
    /// Everything from here to the end.
    func readToEnd() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
