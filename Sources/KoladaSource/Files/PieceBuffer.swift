/// Memory for a piece of a file.
///
/// A class, and in a file of its own: as a private type without copies its metadata is lost in
/// optimised builds (Swift 6.3).
final class PieceBuffer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)

    deinit {
        memory.deallocate()
    }
}
