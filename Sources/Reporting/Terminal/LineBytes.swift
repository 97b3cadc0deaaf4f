/// Lines put together from bytes.
///
/// A profile has tens of thousands of cells: each text that is joined to another is copied, measured
/// and counted again, and each line that becomes a text of its own is looked through once more.
struct LineBytes {
    private var bytes: [UInt8] = []
    /// Where the line begins that is being written.
    private var start = 0

    private static let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 128)

    /// All lines that have ended.
    var text: String { String(decoding: bytes[..<start], as: UTF8.self) }

    /// The line that has not ended, with all its spaces.
    var unended: String { String(decoding: bytes[start...], as: UTF8.self) }

    /// Appends to the line.
    mutating func append(_ text: String) { bytes += text.utf8 }

    /// Appends a run of spaces to the line; none for a negative count.
    mutating func appendSpaces(_ count: Int) {
        var rest = count
        while rest > 0 {
            let piece = Swift.min(rest, Self.blanks.count)
            bytes += Self.blanks[..<piece]
            rest -= piece
        }
    }

    /// Appends a line that is whole already.
    mutating func appendLine(_ line: String) {
        append(line)
        end()
    }

    /// Ends the line, without the spaces at its end.
    mutating func end() {
        var end = bytes.endIndex
        while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        bytes.removeLast(bytes.endIndex - end)
        bytes.append(UInt8(ascii: "\n"))
        start = bytes.endIndex
    }
}
