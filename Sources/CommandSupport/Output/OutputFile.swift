internal import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which takes the name in one step when all
/// is written and safe on disk. A link is followed; an existing file keeps its mode and owner.
/// Devices and pipes are written directly.
struct OutputFile: ~Copyable {
    let descriptor: Int32
    let path: String
    /// Where the bytes lie until the file is complete; `nil` when they go straight to `path`.
    private let temporary: String?
    private var isComplete = false

    private init(_ descriptor: Int32, _ path: String, temporary: String?) {
        self.descriptor = descriptor
        self.path = path
        self.temporary = temporary
    }

    /// Opens a file for writing.
    static func create(_ path: String) throws(OutputError) -> OutputFile {
        var status = stat()
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw .isFolder(path: path) }
        if exists, kind != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw cannotCreate(path) }
            return OutputFile(descriptor, path, temporary: nil)
        }
        if exists, access(path, W_OK) != 0 { throw cannotCreate(path) }
        let target = exists ? resolved(path) : path
        let (descriptor, temporary) = try makeTemporary(beside: target)
        if exists {
            // Only root may give a file away; for others it is theirs already.
            _ = fchown(descriptor, status.st_uid, status.st_gid)
            _ = fchmod(descriptor, status.st_mode & 0o7777)
        }
        return OutputFile(descriptor, target, temporary: temporary)
    }

    deinit {
        close(descriptor)
        if let temporary, !isComplete { unlink(temporary) }
    }

    /// Makes the file appear under its name.
    mutating func complete() throws(OutputError) {
        guard let temporary else {
            isComplete = true
            return
        }
        guard fsync(descriptor) == 0 else { throw .writing(to: path, errno) }
        guard rename(temporary, path) == 0 else { throw Self.cannotCreate(path) }
        isComplete = true
        // The name itself must survive a power cut too; where that cannot be had, the file still
        // is whole.
        let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    private static func makeTemporary(
        beside target: String
    ) throws(OutputError) -> (descriptor: Int32, path: String) {
        var generator = SystemRandomNumberGenerator()
        while true {
            let suffix = String(generator.next(upperBound: UInt64(1) << 40), radix: 36)
            let temporary = "\(folder(of: target))/.riktmarke-\(suffix).part"
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, temporary) }
            guard errno == EEXIST else { throw cannotCreate(target) }
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func cannotCreate(_ path: String) -> OutputError {
        .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
}
