internal import Glibc
package import SystemPackage

/// Standard input that is whole before its program starts.
///
/// Whoever feeds a running program must reckon with one that ends without reading, and
/// swift-subprocess ends *this* process then: when the write fails, nobody closes its end. So what a
/// program shall read lies ready, and the kernel takes care of the rest.
package enum PreparedInput {
    /// What the smallest pipe takes at once, in bytes: one page.
    private static let page = 4096

    /// Makes a descriptor that gives some bytes and then the end.
    ///
    /// A pipe where one takes them, as programs mostly have it; else a file that has no name.
    ///
    /// - Parameter bytes: what the program reads.
    /// - Returns: a descriptor for the program's standard input, which the caller closes.
    /// - Throws: `Errno` if there are no descriptors or no room in the folder of temporary files.
    package static func descriptor(_ bytes: [UInt8]) throws -> FileDescriptor {
        if bytes.count <= page {
            let pipe = try FileDescriptor.pipe()
            _ = try pipe.writeEnd.closeAfter { try pipe.writeEnd.writeAll(bytes) }
            return pipe.readEnd
        }
        let file = try namelessFile()
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            try file.close()
            throw error
        }
        return file
    }

    private static func namelessFile() throws -> FileDescriptor {
        guard let stream = tmpfile() else { throw Errno(rawValue: errno) }
        defer { fclose(stream) }
        return try FileDescriptor(rawValue: fileno(stream)).duplicate()
    }
}
