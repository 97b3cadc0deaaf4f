/// The running text of a report with line breaks undone, for finding words wherever they wrap.
///
/// Letters are folded to lower case, dashes and quotes to one form, blanks to one space; every
/// scalar knows its line and how it was printed.
struct FlowText: Sendable {
    /// The folded scalars.
    private(set) var folded: [Unicode.Scalar] = []
    /// The scalars as they are printed, one for each folded one.
    private(set) var printed: [Unicode.Scalar] = []
    /// The line number of each scalar.
    private(set) var line: [Int] = []

    /// Joins the lines of a document that are neither furniture nor contents.
    init(_ document: ReportDocument) {
        let count = document.lines.reduce(0) { $0 + $1.text.utf8.count + 1 }
        folded.reserveCapacity(count)
        printed.reserveCapacity(count)
        line.reserveCapacity(count)
        for line in document.lines where !line.isPassedOver { append(line.text, line.number) }
    }

    /// Folds a few words, to be searched for.
    init(_ text: String) {
        append(text, 0)
        while folded.last == " " { removeLast() }
    }

    /// The printed text of a range, blanks collapsed.
    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for index in range { view.append(printed[index]) }
        return BlankScalar.trimmed(String(view))
    }

    private mutating func append(_ text: String, _ number: Int) {
        joinHyphen(before: text)
        for scalar in text.unicodeScalars { add(scalar, number) }
        add(" ", number)
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ number: Int) {
        if BlankScalar.isBlank(scalar) {
            if let last = folded.last, last != " " { push(" ", " ", number) }
            return
        }
        switch scalar {
        case "\u{AD}": return
        case "\u{30A}", "\u{308}", "\u{301}":
            // Decomposed letters, as some PDF writers leave them.
            if let base = folded.popLast() { folded.append(Self.compose(base, scalar)) }
            return
        default: push(Self.fold(scalar), scalar, number)
        }
    }

    private mutating func push(_ folded: Unicode.Scalar, _ printed: Unicode.Scalar, _ line: Int) {
        self.folded.append(folded)
        self.printed.append(printed)
        self.line.append(line)
    }

    private mutating func removeLast() {
        folded.removeLast()
        printed.removeLast()
        line.removeLast()
    }

    /// Undoes a hyphen at the end of the line before, if a word goes on here.
    private mutating func joinHyphen(before text: String) {
        let count = folded.count
        guard count > 2, folded[count - 1] == " ", folded[count - 2] == "-",
            folded[count - 3].properties.isAlphabetic,
            let next = text.unicodeScalars.first(where: { !BlankScalar.isBlank($0) }),
            next.properties.isLowercase
        else { return }
        let word = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        guard !["och", "eller", "samt", "respektive"].contains(word) else { return }
        removeLast()
        removeLast()
    }

    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        // Nearly every letter is one of these; the tables of Unicode cost fifty times as much.
        switch scalar.value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE:
            return Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0x20...0x40, 0x5B...0x5F, 0x61...0x7E, 0xDF...0xFF: return scalar
        default: break
        }
        switch scalar {
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{FE63}",
            "\u{FF0D}":
            return "-"
        case "\u{2018}", "\u{2019}", "\u{00B4}", "`": return "'"
        case "\u{201C}", "\u{201D}", "\u{201E}": return "\""
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first ?? scalar : scalar
        }
    }

    private static func compose(
        _ base: Unicode.Scalar, _ mark: Unicode.Scalar
    ) -> Unicode.Scalar {
        switch (base, mark) {
        case ("a", "\u{30A}"): "å"
        case ("a", "\u{308}"): "ä"
        case ("o", "\u{308}"): "ö"
        case ("u", "\u{308}"): "ü"
        case ("e", "\u{301}"): "é"
        default: base
        }
    }
}
