import Glibc

/// A folder of its own for one test, removed with all files in it.
struct TemporaryFolder: ~Copyable {
    let path: String
    private var files: [String] = []

    init() throws {
        var template = Array("/tmp/tabular-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure.system(errno) }
        path = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }

    deinit {
        for file in files { unlink(file) }
        rmdir(path)
    }

    /// Writes a file and gives its path.
    mutating func write(_ bytes: [UInt8], as name: String) throws -> String {
        let file = path + "/" + name
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw Failure.system(errno) }
        defer { close(descriptor) }
        files.append(file)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure.system(errno) }
            rest = rest.dropFirst(count)
        }
        return file
    }

    /// Makes a pipe with a name, to which nobody writes.
    mutating func makePipe(named name: String) throws -> String {
        let file = path + "/" + name
        guard mkfifo(file, 0o600) == 0 else { throw Failure.system(errno) }
        files.append(file)
        return file
    }

    enum Failure: Error {
        case system(CInt)
    }
}
