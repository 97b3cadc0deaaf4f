internal import CommandSupport
internal import Diagnostics
internal import Glibc

/// The folder that a report is written to.
struct PublicationFolder {
    let path: String

    /// Opens a folder, and makes it where it is missing.
    /// - Throws: `Failure` with status 73 where it cannot be made.
    init(path: String) throws(Failure) {
        self.path = path
        if mkdir(path, 0o777) == 0 { return }
        let number = errno
        var status = stat()
        if number == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            return
        }
        let reason = String(cString: strerror(number))
        throw Failure(
            .cannotCreate, code: "publish.no-folder",
            Text(
                sv: "mappen för rapporten kan inte skapas: \(reason)",
                en: "the folder of the report cannot be made: \(reason)"),
            at: .file(path: path),
            hint: Text(
                sv: "ange en mapp som finns, eller en ny i en mapp som du får skriva i",
                en: "name a folder that exists, or a new one in a folder that you may write to"))
    }

    /// Writes a file; it appears whole or is not touched.
    /// - Throws: `OutputError`.
    func write(_ file: PublicationFile) throws(OutputError) {
        var sink = try OutputSink(path: "\(path)/\(file.name)")
        let bytes = file.bytes
        try sink.write(bytes.span)
        try sink.finish()
    }
}
