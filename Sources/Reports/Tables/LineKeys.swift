/// The lines of a document as keys of headings, each made when it is first asked for.
///
/// Every declared table, and every guess at one, compares its headings with the same lines.
final class LineKeys {
    /// A word of a line.
    struct Word {
        /// What is printed.
        var text: String
        /// The same as a key.
        var key: String
    }

    private let lines: [ReportLine]
    private var keys: [Int: [UInt8]] = [:]
    private var words: [Int: [Word]] = [:]

    init(_ document: ReportDocument) { lines = document.lines }

    /// The key of a whole line.
    func key(_ index: Int) -> [UInt8] {
        if let known = keys[index] { return known }
        let key = Array(HeadingKey.key(lines[index].text).utf8)
        keys[index] = key
        return key
    }

    /// The words of a line.
    func words(_ index: Int) -> [Word] {
        if let known = words[index] { return known }
        let found = lines[index].text.split(whereSeparator: \.isWhitespace).map {
            Word(text: String($0), key: HeadingKey.key($0))
        }
        words[index] = found
        return found
    }
}
