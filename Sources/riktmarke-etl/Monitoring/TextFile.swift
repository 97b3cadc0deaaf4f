internal import SystemPackage

/// A small file of text.
enum TextFile {
    /// Its content, at most 1 MiB of it; `nil` where it cannot be read.
    static func read(_ path: String) -> String? {
        guard
            let file = try? FileDescriptor.open(
                FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        else { return nil }
        let bytes = try? file.closeAfter {
            try [UInt8](unsafeUninitializedCapacity: 1 << 20) { memory, count in
                while count < memory.count {
                    let rest = UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(memory)[count...])
                    let more = try file.read(into: rest)
                    if more == 0 { break }
                    count += more
                }
            }
        }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
