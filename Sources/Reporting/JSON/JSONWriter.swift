public import Indicators

/// Writes JSON value by value into a byte buffer that the caller empties.
///
/// Keys come out in the order they are written, numbers exactly as they are, never through a
/// floating-point type. Commas, colons and indentation are the writer's business.
///
/// ```swift
/// var json = JSONWriter(.pretty)
/// json.object {
///     $0.member("schema_version", 1)
///     $0.key("rows"); $0.array { … }
/// }
/// ```
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public enum Layout: Sendable, Hashable {
        /// No space at all; one value a line when several are written (JSON Lines).
        case compact
        /// Two spaces a level, one value a line.
        case pretty
    }

    /// The layout that is written.
    public let layout: Layout
    private var buffer: [UInt8] = []
    /// For every open object or array, whether something stands in it already.
    private var hasContent: [Bool] = []
    private var afterKey = false

    /// Starts a text.
    public init(_ layout: Layout = .compact) {
        self.layout = layout
    }

    /// How many bytes wait to be drained.
    public var count: Int { buffer.count }

    /// Hands over the waiting bytes and empties the buffer, keeping its memory.
    ///
    /// If `body` throws, the bytes stay.
    public mutating func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
        try body(buffer.span)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Hands over the waiting bytes as text and empties the buffer.
    public mutating func takeText() -> String {
        defer { buffer.removeAll(keepingCapacity: true) }
        return String(decoding: buffer, as: UTF8.self)
    }

    /// Ends a whole value with a newline: the end of a document, or of a line of JSON Lines.
    public mutating func endLine() {
        buffer.append(0x0A)
    }

    /// Writes an object whose members `body` writes.
    public mutating func object<E: Error>(
        _ body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) {
        open("{")
        try body(&self)
        close("}")
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array<E: Error>(
        _ body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) {
        open("[")
        try body(&self)
        close("]")
    }

    /// Writes the key of the next value; only inside an object.
    public mutating func key(_ key: String) {
        separate()
        Self.append(key, to: &buffer)
        buffer.append(UInt8(ascii: ":"))
        if layout == .pretty { buffer.append(0x20) }
        afterKey = true
    }

    /// Writes a text.
    public mutating func string(_ value: String) {
        separate()
        Self.append(value, to: &buffer)
    }

    /// Writes an exact number.
    public mutating func number(_ value: ScaledDecimal) {
        separate()
        ByteText.append(value, to: &buffer)
    }

    /// Writes a whole number.
    public mutating func number(_ value: Int) {
        separate()
        ByteText.append(value, to: &buffer)
    }

    /// Writes a truth value.
    public mutating func bool(_ value: Bool) {
        separate()
        buffer.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes null.
    public mutating func null() {
        separate()
        buffer.append(contentsOf: "null".utf8)
    }
}

extension JSONWriter {
    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        buffer.append(UInt8(ascii: bracket))
        hasContent.append(false)
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        if hasContent.popLast() == true { newline() }
        buffer.append(UInt8(ascii: bracket))
    }

    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        guard let last = hasContent.indices.last else { return }
        if hasContent[last] { buffer.append(UInt8(ascii: ",")) }
        hasContent[last] = true
        newline()
    }

    private mutating func newline() {
        guard layout == .pretty else { return }
        buffer.append(0x0A)
        buffer.append(contentsOf: repeatElement(0x20, count: 2 * hasContent.count))
    }

    /// Appends a quoted text.
    ///
    /// Beyond what JSON demands, everything that acts on a terminal is written as `\u…` too: it
    /// means the same to a program and does nothing to a person who looks at the output.
    private static func append(_ text: String, to buffer: inout [UInt8]) {
        buffer.append(0x22)
        var text = text
        let isDone = text.withUTF8 { bytes in
            guard isPlain(bytes) else { return false }
            buffer.append(contentsOf: bytes)
            return true
        }
        if !isDone {
            for scalar in text.unicodeScalars { append(scalar, to: &buffer) }
        }
        buffer.append(0x22)
    }

    /// Whether a text is all printable ASCII and Latin letters (U+00C0 to U+00FF), as most is.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            let isASCII = 0x20...0x7E ~= byte && byte != 0x22 && byte != 0x5C
            guard isASCII || byte == 0xC3 || (previous == 0xC3 && byte >= 0x80) else {
                return false
            }
            previous = byte
        }
        return true
    }

    private static func append(_ scalar: Unicode.Scalar, to buffer: inout [UInt8]) {
        switch scalar {
        case "\"": buffer += [0x5C, 0x22]
        case "\\": buffer += [0x5C, 0x5C]
        case "\n": buffer += [0x5C, UInt8(ascii: "n")]
        case "\r": buffer += [0x5C, UInt8(ascii: "r")]
        case "\t": buffer += [0x5C, UInt8(ascii: "t")]
        default:
            guard Escaping.isUnsafe(scalar) else {
                buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                return
            }
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                buffer += [0x5C, UInt8(ascii: "u")]
                for shift in [12, 8, 4, 0] {
                    let digit = UInt8(truncatingIfNeeded: (unit >> UInt16(shift)) & 0xF)
                    buffer.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
                }
            }
        }
    }
}
