internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Glibc

/// Reads the file of `--watch`.
enum WatchFile {
    /// The list in a file.
    ///
    /// - Throws: `Failure` with status 66 when there is no such file, 74 when it cannot be read, 78
    ///   for lines that hold no code.
    static func read(_ path: String) throws(Failure) -> WatchList {
        let bytes: [UInt8]
        do {
            bytes = try SmallFile.read(path)
        } catch {
            throw Failure(
                error.number == ENOENT ? .noInput : .inputOutput, code: "watch.unreadable-file",
                Text(
                    sv: "bevakningslistan kan inte läsas: \(error.reason)",
                    en: "the watch list cannot be read: \(error.reason)"), at: .file(path: path),
                hint: Text(
                    sv: "kontrollera sökvägen i --watch", en: "check the path given to --watch"))
        }
        // Codes are ASCII, and a comment in another encoding harms nobody.
        return try WatchList(String(decoding: bytes, as: UTF8.self), path: path)
    }
}
