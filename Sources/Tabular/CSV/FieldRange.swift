/// Where one field lies in the buffer, and how it was written.
@usableFromInline
struct FieldRange {
    /// The offset of the first byte of the value, behind an opening quote.
    @usableFromInline var start: Int
    /// The offset behind the last byte of the value.
    @usableFromInline var end: Int
    /// Whether the field was written in quotes.
    @usableFromInline var isQuoted = false
    /// Whether doubled quotes within it still stand for single ones.
    var hasDoubledQuotes = false

    @inline(__always)
    init(start: Int, end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
        self.start = start
        self.end = end
        self.isQuoted = isQuoted
        self.hasDoubledQuotes = hasDoubledQuotes
    }
}
