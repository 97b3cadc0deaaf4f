import Testing

@testable import SourceAdapters

@Suite struct CellCacheTests {
    @Test func `gives back what was remembered, for bytes and not for hashes`() {
        var cache = CellCache()
        var expected: [[UInt8]: Int32] = [:]
        // Cells that differ in a single byte at either end, and by length only.
        for number in 0..<2000 {
            let cell = Array("K\(number)".utf8) + [UInt8](repeating: 0, count: number % 3)
            cell.withUnsafeBufferPointer { cache.remember(Int32(number), for: $0) }
            expected[cell] = Int32(number)
        }
        for (cell, answer) in expected {
            #expect(cell.withUnsafeBufferPointer { cache.answer(for: $0) } == answer)
        }
        let unseen = Array("K2000".utf8)
        #expect(unseen.withUnsafeBufferPointer { cache.answer(for: $0) } == nil)
    }

    @Test func `remembers the empty cell`() {
        var cache = CellCache()
        let empty: [UInt8] = []
        #expect(empty.withUnsafeBufferPointer { cache.answer(for: $0) } == nil)
        empty.withUnsafeBufferPointer { cache.remember(-1, for: $0) }
        #expect(empty.withUnsafeBufferPointer { cache.answer(for: $0) } == -1)
    }

    @Test func `forgets rather than growing with a column of different cells`() {
        var cache = CellCache()
        var latest: [UInt8] = []
        for number in 0..<200_000 {
            latest = Array("cell \(number)".utf8)
            latest.withUnsafeBufferPointer { cache.remember(Int32(number), for: $0) }
        }
        #expect(latest.withUnsafeBufferPointer { cache.answer(for: $0) } == 199_999)
        let first = Array("cell 0".utf8)
        #expect(first.withUnsafeBufferPointer { cache.answer(for: $0) } == nil)
    }
}
