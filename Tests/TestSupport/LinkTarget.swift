internal import Glibc
internal import SystemPackage

extension FilePath {
    /// Where a symbolic link points to.
    func linkTarget() throws -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(string, &buffer, buffer.count)
        guard count >= 0 else {
            throw TestFailure("cannot read the link \"\(self)\": \(Errno(rawValue: errno))")
        }
        return FilePath(
            String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}
