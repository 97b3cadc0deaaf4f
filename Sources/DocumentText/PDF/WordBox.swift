/// A word of a page and the box that it is printed in, in tenths of a point from the upper left.
struct WordBox: Hashable {
    var text: String
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int

    var height: Int { max(bottom - top, 1) }
    var middle: Int { (top + bottom) / 2 }
}

/// Reads what `pdftotext -bbox` writes: a page on a line, then each of its words on one.
enum WordBoxes {
    /// Calls the body with the words of each page, in the order of the file.
    static func each(
        _ utf8: [UInt8], _ body: ([WordBox]) throws(DocumentFault) -> Void
    ) throws(DocumentFault) {
        var words: [WordBox]?
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: 0x0A) ?? utf8.count
            var line = utf8[start..<end]
            start = end + 1
            while line.first == 0x20 { line.removeFirst() }
            guard line.first == UInt8(ascii: "<") else { continue }
            if line.starts(with: word) {
                if let box = box(line) { words?.append(box) }
            } else if line.starts(with: page) {
                if let words { try body(words) }
                words = []
            }
        }
        if let words { try body(words) }
    }

    private static let page = Array("<page ".utf8)
    private static let word = Array("<word ".utf8)

    /// `<word xMin="1.0" yMin="2.0" xMax="3.0" yMax="4.0">text</word>`.
    private static func box(_ line: ArraySlice<UInt8>) -> WordBox? {
        var numbers: [Int] = []
        var place = line.startIndex
        while numbers.count < 4 {
            guard let quote = line[place...].firstIndex(of: 0x22),
                let end = line[(quote + 1)...].firstIndex(of: 0x22)
            else { return nil }
            numbers.append(tenths(line[(quote + 1)..<end]))
            place = end + 1
        }
        guard let open = line[place...].firstIndex(of: UInt8(ascii: ">")),
            let close = line.lastIndex(of: UInt8(ascii: "<")), close > open
        else { return nil }
        let text = plain(line[(open + 1)..<close])
        guard !text.isEmpty else { return nil }
        return WordBox(
            text: text, left: numbers[0], right: numbers[2], top: numbers[1], bottom: numbers[3])
    }

    private static func tenths(_ bytes: ArraySlice<UInt8>) -> Int {
        var value = 0
        var decimals: Int?
        for byte in bytes {
            if byte == UInt8(ascii: ".") {
                decimals = 0
            } else if (0x30...0x39).contains(byte), decimals != 1, value < 1_000_000 {
                value = value * 10 + Int(byte - 0x30)
                decimals = decimals.map { $0 + 1 }
            }
        }
        if decimals == nil || decimals == 0 { value *= 10 }
        return bytes.first == UInt8(ascii: "-") ? -value : value
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
