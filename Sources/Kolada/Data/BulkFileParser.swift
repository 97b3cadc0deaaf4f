internal import Indicators

/// Reads the bulk file, `kpi,municipality,period,gender,value`, from bytes that come in pieces.
///
/// An empty value is a row without one. Fields may stand within quotes; the file may have a byte
/// order mark, CR LF, and no line end behind its last line.
public struct BulkFileParser: ~Copyable {
    /// The longest line that is accepted, in bytes; the file's have some thirty.
    public static let longestLine = 4096

    private var window = ByteWindow(capacity: 1 << 19)
    /// How many lines have been read.
    private var lines = 0

    /// Starts before the first byte.
    public init() {}

    /// Reads the next bytes.
    /// - Throws: `KoladaFormatError` where the text is not a bulk file's.
    public mutating func read(
        _ bytes: UnsafeRawBufferPointer, into collector: inout SliceCollector
    ) throws(KoladaFormatError) {
        window.append(bytes)
        var end = window.end
        while end > window.first, (end - 1).pointee != 0x0A { end -= 1 }
        try readLines(before: end, &collector)
        if window.count > Self.longestLine { throw error(.tooLong, at: window.offset) }
    }

    /// Ends the text.
    /// - Throws: `KoladaFormatError` where the last line is malformed, or there is none at all.
    public mutating func finish(
        into collector: inout SliceCollector
    ) throws(KoladaFormatError) {
        if window.count > 0 {
            withUnsafeBytes(of: 0x0A as UInt8) { window.append($0) }
            try readLines(before: window.end, &collector)
        }
        if lines == 0 { throw error(.wrongHeader, at: 0) }
    }

    private mutating func readLines(
        before end: UnsafePointer<UInt8>, _ collector: inout SliceCollector
    ) throws(KoladaFormatError) {
        let base = window.first
        guard base < end else { return }
        let offset = window.offset
        var reader = BulkLineReader(place: base, lines: lines)
        do {
            if lines == 0 { try reader.readHeader() }
            while reader.place < end {
                try reader.readLine(into: &collector, base: base, offset: offset)
            }
        } catch {
            lines = reader.lines
            throw self.error(error, at: offset + (reader.place - base))
        }
        lines = reader.lines
        window.drop(through: reader.place)
    }

    private func error(_ code: KoladaFormatError.Code, at offset: Int) -> KoladaFormatError {
        KoladaFormatError(code, byteOffset: offset, line: lines + 1)
    }
}
