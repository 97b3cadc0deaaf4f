/// The fields of one record, in memory that is used again for the next record.
struct FieldList: ~Copyable {
    private(set) var memory: UnsafeMutablePointer<FieldRange>
    private(set) var count = 0
    private var capacity = 64

    init() {
        memory = .allocate(capacity: capacity)
    }

    deinit {
        memory.deallocate()
    }

    /// The last field; there must be one.
    var last: FieldRange {
        get { memory[count - 1] }
        set { memory[count - 1] = newValue }
    }

    /// Looks at one field; `index` is below ``count``.
    subscript(index: Int) -> FieldRange {
        get { memory[index] }
        set { memory[index] = newValue }
    }

    @inline(__always)
    mutating func append(_ field: FieldRange) {
        if count == capacity { grow() }
        (memory + count).initialize(to: field)
        count += 1
    }

    mutating func removeAll() {
        count = 0
    }

    mutating func removeLast() {
        count -= 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<FieldRange>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
        capacity *= 2
    }
}
