/// Looks at the text of one cell, as UTF-8 bytes.
public enum CellText {
    /// The bytes between the blanks at both ends.
    ///
    /// Blanks are all white space of Unicode, no-break and thin spaces included, and the
    /// characters without width: byte order marks, zero-width spaces, soft hyphens, direction marks.
    ///
    /// - Parameter bytes: the cell.
    /// - Returns: offsets into the cell; an empty range at its start when all of it is blank.
    public static func trimmedRange(_ bytes: Span<UInt8>) -> Range<Int> {
        bytes.withUnsafeBufferPointer { trimmedRange($0) }
    }

    /// Whether a cell holds nothing but blanks.
    public static func isBlank(_ bytes: Span<UInt8>) -> Bool {
        trimmedRange(bytes).isEmpty
    }

    /// Copies a cell into a string without the blanks at both ends.
    public static func trimmed(_ bytes: Span<UInt8>) -> String {
        bytes.withUnsafeBufferPointer {
            String(decoding: $0[trimmedRange($0)], as: UTF8.self)
        }
    }

    /// Finds the first control character: U+0000–U+001F, U+007F or U+0080–U+009F.
    ///
    /// - Parameters:
    ///   - bytes: the cell.
    ///   - allowsLineEnds: whether tab, LF and CR are passed over, as in texts of several lines.
    /// - Returns: the character's offset in bytes, or nil if there is none.
    public static func firstControl(
        _ bytes: Span<UInt8>, allowsLineEnds: Bool = false
    ) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            first(in: bytes) { value in
                switch value {
                case 0x09, 0x0A, 0x0D: !allowsLineEnds
                case 0..<0x20, 0x7F..<0xA0: true
                default: false
                }
            }
        }
    }

    /// Finds the first U+FFFD, by which a program before us marked a character it had lost.
    ///
    /// - Parameter bytes: the cell.
    /// - Returns: the character's offset in bytes, or nil if there is none.
    public static func firstReplacement(_ bytes: Span<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { first(in: $0) { $0 == 0xFFFD } }
    }

    static func trimmedRange(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = 0
        while start < bytes.count {
            let (value, length) = ScalarReading.scalar(bytes, at: start)
            guard isTrimmed(value) else { break }
            start += length
        }
        guard start < bytes.count else { return 0..<0 }
        var end = bytes.count
        while end > start {
            var last = end - 1
            while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            let (value, length) = ScalarReading.scalar(bytes, at: last)
            guard isTrimmed(value), last + length == end else { break }
            end = last
        }
        return start..<end
    }

    private static func isTrimmed(_ value: UInt32) -> Bool {
        Blank.contains(value)
    }

    private static func first(
        in bytes: UnsafeBufferPointer<UInt8>, where matches: (UInt32) -> Bool
    ) -> Int? {
        var index = 0
        while index < bytes.count {
            let (value, length) = ScalarReading.scalar(bytes, at: index)
            if matches(value) { return index }
            index += length
        }
        return nil
    }
}
