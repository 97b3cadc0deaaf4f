public import Indicators

/// Writes CSV cell by cell into a byte buffer that the caller empties.
///
/// One buffer serves the whole file, however long: call `drain(_:)` now and then.
///
/// ```swift
/// var writer = CSVWriter(.rfc)
/// writer.text("Nacka"); writer.decimal(value); writer.endRow()
/// if writer.count > 1 << 16 { writer.drain { sink.write($0) } }
/// ```
public struct CSVWriter: Sendable {
    /// The dialect that is written.
    public let dialect: CSVDialect
    private var buffer: [UInt8] = []
    private var cellsInRow = 0
    private var rowStart = 0

    /// Starts a file; the byte order mark, if the dialect has one, is written at once.
    public init(_ dialect: CSVDialect) {
        self.dialect = dialect
        if dialect.writesByteOrderMark { buffer += [0xEF, 0xBB, 0xBF] }
        rowStart = buffer.count
    }

    /// How many bytes wait to be drained.
    public var count: Int { buffer.count }

    /// Hands over the waiting bytes and empties the buffer, keeping its memory.
    ///
    /// Call it between rows. If `body` throws, the bytes stay.
    public mutating func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
        try body(buffer.span)
        buffer.removeAll(keepingCapacity: true)
        rowStart = 0
    }

    /// Writes a text cell; quoted when the dialect needs it.
    public mutating func text(_ value: String) {
        startCell()
        Self.append(value, dialect, to: &buffer)
    }

    /// Writes a text cell that was encoded before, for values that return in many rows.
    public mutating func text(_ value: EncodedText) {
        startCell()
        buffer.append(contentsOf: value.bytes)
    }

    /// Writes an exact number; in both dialects a spreadsheet reads it as a number.
    public mutating func decimal(_ value: ScaledDecimal) {
        startCell()
        ByteText.append(value, decimalSeparator: dialect.decimalSeparator, to: &buffer)
    }

    /// Writes a double with the fewest digits that give it back; an empty cell for `nil` and for
    /// what is not finite.
    public mutating func double(_ value: Double?) {
        startCell()
        guard let value, value.isFinite else { return }
        ByteText.append(value, decimalSeparator: dialect.decimalSeparator, to: &buffer)
    }

    /// Writes a whole number.
    public mutating func integer(_ value: Int) {
        startCell()
        ByteText.append(value, to: &buffer)
    }

    /// Writes an empty cell.
    public mutating func empty() {
        startCell()
    }

    /// Ends the row with CRLF.
    public mutating func endRow() {
        // A lone empty cell would be an empty line, which readers skip.
        if cellsInRow == 1, buffer.count == rowStart { buffer += [0x22, 0x22] }
        buffer.append(0x0D)
        buffer.append(0x0A)
        cellsInRow = 0
        rowStart = buffer.count
    }

    private mutating func startCell() {
        if cellsInRow > 0 { buffer.append(dialect.separator) }
        cellsInRow += 1
    }
}

extension CSVWriter {
    /// A text in the form that a dialect writes it.
    public struct EncodedText: Sendable, Hashable {
        fileprivate let bytes: [UInt8]

        /// Encodes a text for a dialect.
        public init(_ text: String, _ dialect: CSVDialect) {
            var bytes: [UInt8] = []
            CSVWriter.append(text, dialect, to: &bytes)
            self.bytes = bytes
        }
    }

    fileprivate static func append(
        _ value: String, _ dialect: CSVDialect, to buffer: inout [UInt8]
    ) {
        var value = value
        value.withUTF8 { text in
            let neutralise = dialect.neutralisesFormulas && looksLikeFormula(text)
            if neutralise || needsQuotes(text, dialect.separator) {
                appendQuoted(text, apostrophe: neutralise, to: &buffer)
            } else {
                buffer.append(contentsOf: text)
            }
        }
    }

    private static func appendQuoted(
        _ text: UnsafeBufferPointer<UInt8>, apostrophe: Bool, to buffer: inout [UInt8]
    ) {
        buffer.append(0x22)
        if apostrophe { buffer.append(UInt8(ascii: "'")) }
        if text.contains(0x22) {
            for byte in text {
                if byte == 0x22 { buffer.append(0x22) }
                buffer.append(byte)
            }
        } else {
            buffer.append(contentsOf: text)
        }
        buffer.append(0x22)
    }

    /// Looks at every byte without stopping early: that is what compilers make fast.
    private static func needsQuotes(
        _ text: UnsafeBufferPointer<UInt8>, _ separator: UInt8
    ) -> Bool {
        var found = false
        for byte in text {
            let isSpecial =
                (byte == 0x22) || (byte == separator) || (byte == 0x0A) || (byte == 0x0D)
            found = found || isSpecial
        }
        return found
    }

    /// Whether a spreadsheet might run the text: OWASP's list of first characters, their
    /// full-width twins among them, also behind spaces, which some programs strip.
    private static func looksLikeFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.firstIndex(where: { $0 != 0x20 }) else { return false }
        switch text[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            return true
        case 0x09, 0x0A, 0x0D:
            return true
        case 0xEF:  // U+FF1D ＝, U+FF0B ＋, U+FF0D －, U+FF20 ＠
            let twin = Array(text[start...].prefix(3))
            return [
                [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0],
            ]
            .contains(twin)
        default:
            return false
        }
    }
}
