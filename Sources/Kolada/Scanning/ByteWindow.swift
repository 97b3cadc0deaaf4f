/// The bytes of a text that are there and not yet read, moving forward only.
///
/// Behind the last byte lie zeros, so that a scanner which stops at a byte that it does not know
/// never has to ask whether it has reached the end.
struct ByteWindow: ~Copyable {
    /// How many zeros lie behind the last byte.
    static let padding = 64

    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var stop = 0
    /// How many bytes of the text lie before the first unread one.
    private(set) var offset = 0

    init(capacity: Int = 1 << 18) {
        self.capacity = capacity
        memory = .allocate(capacity: capacity + Self.padding)
        memory.initialize(repeating: 0, count: Self.padding)
    }

    deinit {
        memory.deallocate()
    }

    /// The first unread byte.
    @inline(__always)
    var first: UnsafePointer<UInt8> { UnsafePointer(memory + start) }

    /// The place behind the last byte; zeros follow.
    @inline(__always)
    var end: UnsafePointer<UInt8> { UnsafePointer(memory + stop) }

    /// How many bytes are there and not read.
    var count: Int { stop - start }

    /// Adds bytes behind the last one.
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if capacity - stop < bytes.count { makeRoom(for: bytes.count) }
        if let base = bytes.baseAddress {
            UnsafeMutableRawPointer(memory + stop).copyMemory(
                from: base, byteCount: bytes.count)
        }
        stop += bytes.count
        (memory + stop).update(repeating: 0, count: Self.padding)
    }

    /// Takes bytes from the front as read.
    mutating func drop(through place: UnsafePointer<UInt8>) {
        let count = place - first
        start += count
        offset += count
    }

    private mutating func makeRoom(for more: Int) {
        let unread = stop - start
        if unread + more <= capacity {
            memory.update(from: memory + start, count: unread)
        } else {
            capacity = max(2 * capacity, unread + more)
            let larger = UnsafeMutablePointer<UInt8>.allocate(
                capacity: capacity + Self.padding)
            larger.initialize(repeating: 0, count: capacity + Self.padding)
            larger.update(from: memory + start, count: unread)
            memory.deallocate()
            memory = larger
        }
        start = 0
        stop = unread
    }
}
