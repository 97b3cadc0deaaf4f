/// A first line such as `sep=;`, by which Excel is told the delimiter.
struct SeparatorLine {
    /// The delimiter it names.
    let delimiter: UInt8
    /// Its length in bytes, line end included.
    let length: Int

    /// The length of the longest such line: `"sep=;"` and CR LF.
    static let maximumLength = 9

    /// Recognises the line at the start of a text; nil if it is something else.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let head = Array(text.prefix(Self.maximumLength))
        let quote = UInt8(ascii: "\"")
        let isQuoted = head.first == quote
        var rest = head.dropFirst(isQuoted ? 1 : 0)
        let word = rest.prefix(4).map { $0 | 0x20 }
        guard word == Array("sep=".utf8), let delimiter = rest.dropFirst(4).first else {
            return nil
        }
        guard delimiter != quote, delimiter >= 0x20 || delimiter == 0x09, delimiter < 0x7F else {
            return nil
        }
        rest = rest.dropFirst(5)
        if isQuoted {
            guard rest.first == quote else { return nil }
            rest = rest.dropFirst()
        }
        switch rest.first {
        case nil: break
        case 0x0A: rest = rest.dropFirst()
        case 0x0D: rest = rest.dropFirst(rest.dropFirst().first == 0x0A ? 2 : 1)
        default: return nil
        }
        self.delimiter = delimiter
        length = rest.startIndex - head.startIndex
    }
}
