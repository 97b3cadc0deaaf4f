/// A window of UTF-8 over a file of any encoding, moving forward only.
///
/// The window holds the unread text from ``position`` to ``end``. It grows when the caller asks for
/// more without moving on, so the caller sets the limit of memory by when it stops asking.
struct TextBuffer: ~Copyable {
    private var source: ByteSource
    private var transcoder: Transcoder
    private let raw: UnsafeMutableBufferPointer<UInt8>
    private var capacity: Int
    private var failure: TabularError?

    /// The memory that offsets refer to.
    private(set) var memory: UnsafeMutablePointer<UInt8>
    /// The offset of the first unread byte.
    var position = 0
    /// The offset behind the last byte that is there.
    private(set) var end = 0
    /// Whether the file ends at ``end``.
    private(set) var isFinal = false

    init(_ source: consuming ByteSource, encoding: TextEncoding, chunkSize: Int) {
        self.source = source
        transcoder = Transcoder(from: encoding)
        raw = .allocate(capacity: chunkSize)
        capacity = 2 * (chunkSize * encoding.growth + Transcoder.slack)
        memory = .allocate(capacity: capacity)
    }

    deinit {
        raw.deallocate()
        memory.deallocate()
    }

    /// The number of unread bytes that are there.
    var available: Int { end - position }

    /// The unread bytes.
    var unread: UnsafeMutablePointer<UInt8> { memory + position }

    /// Gets more bytes, or learns that there are none.
    ///
    /// - Throws: ``TabularError`` when the file cannot be read, or when all text before an invalid
    ///   byte has been given and more is asked for.
    mutating func fill() throws(TabularError) {
        if let failure { throw failure }
        guard !isFinal else { return }
        makeRoom()
        let oldEnd = end
        while end == oldEnd, !isFinal {
            let count: Int
            do {
                count = try source.read(into: raw)
            } catch {
                throw error.locating(source.path)
            }
            guard count > 0 else {
                try source.checkUnchanged()
                if let failure = transcoder.endFailure {
                    self.failure = failure.locating(source.path)
                    throw failure.locating(source.path)
                }
                isFinal = true
                return
            }
            let conversion = transcoder.convert(
                UnsafeBufferPointer(rebasing: raw[..<count]), to: memory + end)
            end += conversion.written
            if let failure = conversion.failure {
                self.failure = failure.locating(source.path)
                // What was converted before the bad byte is good; the error comes after it.
                if end == oldEnd { throw failure.locating(source.path) }
                return
            }
        }
    }

    /// Moves the unread bytes to the front, and doubles the memory if that is not enough.
    private mutating func makeRoom() {
        let needed = raw.count * transcoder.encoding.growth + Transcoder.slack
        guard capacity - end < needed else { return }
        let unreadCount = available
        if capacity - unreadCount >= needed {
            memory.update(from: memory + position, count: unreadCount)
        } else {
            capacity = 2 * (unreadCount + needed)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            larger.update(from: memory + position, count: unreadCount)
            memory.deallocate()
            memory = larger
        }
        position = 0
        end = unreadCount
    }
}
