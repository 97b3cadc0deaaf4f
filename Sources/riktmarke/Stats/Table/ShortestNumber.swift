/// Numbers in tables: read strictly, written with the fewest digits that give the same double back.
enum ShortestNumber {
    /// What a cell holds.
    enum Reading {
        case number(Double)
        case missing
        case unreadable
    }

    /// Reads a cell: digits, a decimal point, an exponent; nothing else.
    ///
    /// - Parameters:
    ///   - cell: the cell; empty, and R's `NA`, is a missing value.
    ///   - decimalComma: whether a comma may stand for the point, as it may where cells are not
    ///     parted by commas.
    /// - Returns: what the cell holds.
    static func read(_ cell: String, decimalComma: Bool) -> Reading {
        var bytes = Array(cell.utf8)
        while bytes.last == 0x20 { bytes.removeLast() }
        var rest = bytes[...].drop { $0 == 0x20 }
        if rest.isEmpty || rest.elementsEqual("NA".utf8) { return .missing }
        if decimalComma, let comma = rest.firstIndex(of: 0x2C) { rest[comma] = 0x2E }
        // U+2212, as our own tables and Swedish typography write it.
        if rest.starts(with: "\u{2212}".utf8) {
            rest = rest.dropFirst(2)
            rest[rest.startIndex] = 0x2D
        }
        let text = String(decoding: rest, as: UTF8.self)
        guard rest.allSatisfy({ isNumeric($0) }), let value = Double(text), value.isFinite else {
            return .unreadable
        }
        return .number(value)
    }

    /// A number with a decimal point; no `.0`, no negative zero.
    static func text(_ value: Double) -> String {
        let text = (value == 0 ? 0 : value).description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Double's own reading would take hexadecimal numbers, `inf` and `nan`.
    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
        default: false
        }
    }
}
