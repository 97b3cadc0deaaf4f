public import SystemPackage

extension FilePath {
    /// Makes a file of some bytes, in place of one that is there; everybody may read it.
    public func write(_ bytes: some Sequence<UInt8>) throws {
        let file = try FileDescriptor.open(
            self, .writeOnly, options: [.create, .truncate, .closeOnExec],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
        try file.closeAfter { _ = try file.writeAll(bytes) }
    }
}
