/// Where one field lies, counted from the start of its record, and how it was written.
///
/// Records are far below 4 GiB, so 32 bits are enough, and half the memory is written.
@usableFromInline
struct FieldRange {
    @usableFromInline let storedStart: UInt32
    @usableFromInline var storedEnd: UInt32
    /// Whether the field was written in quotes.
    @usableFromInline let isQuoted: Bool
    /// Whether doubled quotes within it still stand for single ones.
    var hasDoubledQuotes: Bool

    @inline(__always)
    init(start: Int, end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
        storedStart = UInt32(truncatingIfNeeded: start)
        storedEnd = UInt32(truncatingIfNeeded: end)
        self.isQuoted = isQuoted
        self.hasDoubledQuotes = hasDoubledQuotes
    }

    /// The offset of the first byte of the value, behind an opening quote.
    @inlinable
    var start: Int { Int(storedStart) }

    /// The offset behind the last byte of the value.
    @inlinable
    var end: Int {
        get { Int(storedEnd) }
        set { storedEnd = UInt32(truncatingIfNeeded: newValue) }
    }
}
