internal import CZlib

/// Compression of bytes that are all there.
public enum Gzip {
    /// Compresses bytes (RFC 1952); nil when zlib has no memory.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        guard zshim_begin_gzip(stream, 6) == Z_OK else { return nil }
        defer { deflateEnd(stream) }
        let bound = Int(deflateBound(stream, UInt(bytes.count)))
        var isDone = false
        let compressed = [UInt8](unsafeUninitializedCapacity: bound) { memory, count in
            bytes.withUnsafeBufferPointer { input in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = memory.baseAddress
                stream.pointee.avail_out = UInt32(bound)
                isDone = deflate(stream, Z_FINISH) == Z_STREAM_END
            }
            count = bound - Int(stream.pointee.avail_out)
        }
        return isDone ? compressed : nil
    }

    /// Whether bytes begin as gzip's do.
    public static func isCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    }

    /// Undoes the compression; the result may have at most so many bytes.
    /// - Throws: `SnapshotError` where the bytes are damaged, cut off, or expand beyond the limit.
    public static func expand(
        _ bytes: [UInt8], path: String, limit: Int
    ) throws(SnapshotError) -> [UInt8] {
        var result: [UInt8] = []
        do throws(GzipDecoder.Fault) {
            var decoder = try GzipDecoder()
            let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { piece.deallocate() }
            var offset = 0
            while offset < bytes.count || !decoder.isWhole {
                let step = try expand(bytes, from: offset, &decoder, into: piece)
                offset += step.taken
                result.append(contentsOf: piece[..<step.written])
                guard step.taken + step.written > 0, result.count <= limit else { throw .damaged }
            }
        } catch {
            throw SnapshotError(error == .library ? .library : .damaged, path: path)
        }
        return result
    }

    private static func expand(
        _ bytes: [UInt8], from offset: Int, _ decoder: inout GzipDecoder,
        into piece: UnsafeMutableRawBufferPointer
    ) throws(GzipDecoder.Fault) -> (taken: Int, written: Int) {
        try bytes.withUnsafeBytes { all in
            Result { () throws(GzipDecoder.Fault) in
                offset < all.count
                    ? try decoder.decode(
                        UnsafeRawBufferPointer(rebasing: all[offset...]), into: piece)
                    : (taken: 0, written: try decoder.drain(into: piece))
            }
        }.get()
    }
}
