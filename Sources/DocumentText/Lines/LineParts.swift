/// Divides text into lines, and pages by form feeds.
enum LineParts {
    /// Calls the body with each line, without its end and its form feeds, and the page it stands on.
    ///
    /// A line ends with LF, CR LF, CR or LINE SEPARATOR; a form feed stands before the first line of its
    /// page, and ends no line.
    static func each(
        _ utf8: [UInt8], _ body: (String, Int) throws(DocumentFault) -> Void
    ) throws(DocumentFault) {
        var page = 1
        var start = 0
        var place = 0
        while place < utf8.count {
            let end: Int
            switch utf8[place] {
            case 0x0A: end = 1
            case 0x0D: end = place + 1 < utf8.count && utf8[place + 1] == 0x0A ? 2 : 1
            case 0xE2:
                let isSeparator =
                    place + 2 < utf8.count && utf8[place + 1] == 0x80 && utf8[place + 2] == 0xA8
                end = isSeparator ? 3 : 0
            default: end = 0
            }
            guard end > 0 else {
                place += 1
                continue
            }
            try part(utf8[start..<place], &page, body)
            place += end
            start = place
        }
        if start < utf8.count { try part(utf8[start...], &page, body) }
    }

    private static func part(
        _ bytes: ArraySlice<UInt8>, _ page: inout Int,
        _ body: (String, Int) throws(DocumentFault) -> Void
    ) throws(DocumentFault) {
        let breaks = bytes.count { $0 == 0x0C }
        page += breaks
        let text = breaks == 0 ? Array(bytes) : bytes.filter { $0 != 0x0C }
        try body(String(decoding: text, as: UTF8.self), page)
    }
}
