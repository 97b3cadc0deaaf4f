internal import CZlib

/// Undoes gzip (RFC 1952) for bytes that come in pieces, with the system's zlib.
///
/// Several members behind one another are one text, as for gunzip. The length and the checksum that
/// each member states are verified.
struct GzipDecoder: ~Copyable {
    enum Fault: Error {
        case damaged, library
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private var isBetweenMembers = true

    init() throws(Fault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard zshim_begin_gunzip(stream) == Z_OK else {
            stream.deallocate()
            throw .library
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Whether all that was begun has been ended.
    var isWhole: Bool { isBetweenMembers }

    /// Takes bytes from `input` and writes text to `output`, until one of them is used up.
    ///
    /// - Returns: how many bytes were taken and how many written.
    mutating func decode(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Fault) -> (taken: Int, written: Int) {
        guard !input.isEmpty, !output.isEmpty else { return (0, 0) }
        isBetweenMembers = false
        return try step(input, output)
    }

    /// Writes what has been taken already and waits inside.
    ///
    /// - Returns: how many bytes were written; 0 when more must be taken first.
    mutating func drain(into output: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
        guard !isBetweenMembers else { return 0 }
        return try step(UnsafeRawBufferPointer(start: nil, count: 0), output).written
    }

    private mutating func step(
        _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
    ) throws(Fault) -> (taken: Int, written: Int) {
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(min(input.count, 1 << 30))
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(min(output.count, 1 << 30))
        let offered = (input: stream.pointee.avail_in, output: stream.pointee.avail_out)
        let result = inflate(stream, Z_NO_FLUSH)
        let taken = Int(offered.input - stream.pointee.avail_in)
        let written = Int(offered.output - stream.pointee.avail_out)
        switch result {
        case Z_STREAM_END:
            guard inflateReset(stream) == Z_OK else { throw .library }
            isBetweenMembers = true
        case Z_OK: break
        case Z_BUF_ERROR: break  // nothing could be done; more bytes are needed
        case Z_MEM_ERROR, Z_STREAM_ERROR: throw .library
        default: throw .damaged
        }
        return (taken, written)
    }
}
