/// Remembers what the bytes of a cell stand for, so that no text is made for a cell seen before.
///
/// An open-addressing table over the cells' own bytes. It is emptied when it grows beyond a bound,
/// so that a column of a million different cells takes no more memory than a short one.
struct CellCache: ~Copyable {
    private struct Slot {
        var hash: UInt64 = 0
        /// Where the cell's bytes lie in `bytes`; −1 for a free slot.
        var start: Int32 = -1
        var count: Int32 = 0
        var answer: Int32 = 0
    }

    private static let smallest = 256
    /// How many cells are remembered at most.
    static let mostCells = 1 << 16
    private static let mostBytes = 4 << 20

    private var slots = [Slot](repeating: Slot(), count: smallest)
    private var bytes: [UInt8] = []
    private var cells = 0
    /// The place of the cell found last: sorted files repeat a cell many times.
    private var latest = -1

    /// Finds the answer for a cell; `nil` when it has not been seen.
    @inline(__always)
    mutating func answer(for cell: UnsafeBufferPointer<UInt8>) -> Int32? {
        if latest >= 0, holds(cell, at: latest) { return slots[latest].answer }
        let hash = Self.hash(cell)
        let place = place(of: cell, hash: hash)
        guard slots[place].start >= 0 else { return nil }
        latest = place
        return slots[place].answer
    }

    /// Remembers the answer for a cell that has not been seen.
    mutating func remember(_ answer: Int32, for cell: UnsafeBufferPointer<UInt8>) {
        if cells >= Self.mostCells || bytes.count + cell.count > Self.mostBytes { removeAll() }
        if cells * 2 >= slots.count { grow() }
        let hash = Self.hash(cell)
        let place = place(of: cell, hash: hash)
        slots[place] = Slot(
            hash: hash, start: Int32(bytes.count), count: Int32(cell.count), answer: answer)
        bytes.append(contentsOf: cell)
        cells += 1
        latest = place
    }

    /// Forgets everything.
    mutating func removeAll() {
        slots = [Slot](repeating: Slot(), count: Self.smallest)
        bytes.removeAll(keepingCapacity: true)
        cells = 0
        latest = -1
    }

    private func place(of cell: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].start >= 0 {
            if slots[place].hash == hash, holds(cell, at: place) { return place }
            place = (place + 1) & mask
        }
        return place
    }

    @inline(__always)
    private func holds(_ cell: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let slot = slots[place]
        guard Int(slot.count) == cell.count else { return false }
        let start = Int(slot.start)
        return bytes.withUnsafeBufferPointer { stored in
            var index = 0
            while index < cell.count {
                if stored[start + index] != cell[index] { return false }
                index += 1
            }
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        latest = -1
        let mask = slots.count - 1
        for slot in old where slot.start >= 0 {
            var place = Int(truncatingIfNeeded: slot.hash) & mask
            while slots[place].start >= 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }

    /// FNV-1a with a final mix: cells are short, and the table only needs the low bits to spread.
    @inline(__always)
    private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in cell {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return hash ^ (hash >> 29)
    }
}
