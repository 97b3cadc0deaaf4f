internal import SystemPackage

/// Whole small files as text.
enum SmallFile {
    /// The text of a file of at most 16 KiB; nil when it cannot be read.
    static func read(_ path: FilePath) -> String? {
        guard let file = try? FileDescriptor.open(path, .readOnly, options: [.closeOnExec]) else {
            return nil
        }
        defer { try? file.close() }
        return withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
            var filled = 0
            while filled < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                guard let count = try? file.read(into: rest) else { return nil }
                if count == 0 { break }
                filled += count
            }
            return String(decoding: buffer.prefix(filled), as: UTF8.self)
        }
    }
}
