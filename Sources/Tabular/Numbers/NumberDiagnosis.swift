/// Finds the reason that helps a person most, once a cell is known to be no number.
///
/// The grammar only knows where it stopped. What the cell was meant to be shows in the whole of it:
/// in `2 02 I` the grammar stops at a group of two digits, and the letter is what is wrong.
struct NumberDiagnosis {
    private let cell: Range<Int>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let scalars: [(value: UInt32, offset: Int)]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) {
        self.bytes = bytes
        self.cell = cell
        var scalars: [(value: UInt32, offset: Int)] = []
        var index = cell.lowerBound
        // No number is longer; what lies behind cannot change the reason.
        let end = min(cell.upperBound, cell.lowerBound + 200)
        while index < end {
            let (value, length) = ScalarReading.scalar(bytes, at: index)
            scalars.append((value, index))
            index += length
        }
        self.scalars = scalars
    }

    /// Gives the better reason, or the one found already where there is none.
    func explain(_ found: NumberFailure) -> NumberFailure {
        switch found.reason {
        case .ambiguousSeparator, .tooManyDigits, .percentNotAllowed, .twoSigns, .exponent:
            found
        default:
            byFirstCharacter() ?? byCharacters() ?? byShape(found) ?? found
        }
    }

    private func byFirstCharacter() -> NumberFailure? {
        guard let first = scalars.first, let last = scalars.last else { return nil }
        switch first.value {
        case 0x23:  // #
            return NumberFailure(.spreadsheetError, at: first.offset)
        case 0x3C, 0x3E, 0x2264, 0x2265:  // < > ≤ ≥
            return NumberFailure(.comparison, at: first.offset)
        case 0x28 where last.value == 0x29 && hasDigit:  // ( )
            return NumberFailure(.parentheses, at: first.offset)
        default:
            let bare = text.drop { $0 == "-" || $0 == "+" || $0 == "\u{2212}" }
            let isNotFinite = ["nan", "inf", "infinity", "\u{221E}"].contains(String(bare))
            return isNotFinite ? NumberFailure(.notFinite, at: first.offset) : nil
        }
    }

    private func byCharacters() -> NumberFailure? {
        func first(_ reason: NumberFailure.Reason, _ matches: (UInt32) -> Bool) -> NumberFailure? {
            scalars.first { matches($0.value) }.map { NumberFailure(reason, at: $0.offset) }
        }
        if let failure = first(.controlCharacter, { $0 < 0x20 || (0x7F..<0xA0).contains($0) }) {
            return failure
        }
        if let failure = first(.foreignDigit, Self.isForeignDigit) { return failure }
        guard hasDigit else { return nil }
        if let failure = first(.invisibleCharacter, Blank.isInvisible) { return failure }
        if let failure = first(.cyrillicLookalike, { (0x400..<0x500).contains($0) }) {
            return failure
        }
        guard scalars.allSatisfy({ Self.isNumeric($0.value) || Self.looksLikeDigit($0.value) })
        else { return nil }
        return first(.letterForDigit, Self.looksLikeDigit)
    }

    private func byShape(_ found: NumberFailure) -> NumberFailure? {
        guard hasDigit else { return nil }
        if let offset = footnoteOffset { return NumberFailure(.footnoteMark, at: offset) }
        if DateShape.matches(text) { return NumberFailure(.dateLike, at: cell.lowerBound) }
        guard let last = scalars.last, let first = scalars.first else { return nil }
        if Sign(last.value) == .minus || last.value == 0x2B {
            return NumberFailure(.trailingSign, at: last.offset)
        }
        let isInner = { (scalar: (value: UInt32, offset: Int)) in scalar.offset > first.offset }
        let onlyNumeric = scalars.allSatisfy { Self.isNumeric($0.value) }
        if onlyNumeric, let dash = scalars.first(where: { isInner($0) && Sign($0.value) == .minus })
        {
            return NumberFailure(.range, at: dash.offset)
        }
        return nil
    }

    /// The cell in lower case.
    private var text: String {
        String(decoding: bytes[cell].prefix(200), as: UTF8.self).lowercased()
    }

    private var hasDigit: Bool {
        scalars.contains { (0x30...0x39).contains($0.value) }
    }

    /// Where a footnote mark begins that closes the cell: `*`, `²`, `1)`.
    private var footnoteOffset: Int? {
        guard let last = scalars.last, scalars.count > 1 else { return nil }
        switch last.value {
        case 0x2A, 0x2020, 0x2021, 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079:
            return last.offset
        case 0x29 where !scalars.contains { $0.value == 0x28 }:
            let note = scalars.dropLast().reversed().prefix { (0x30...0x39).contains($0.value) }
            return note.last?.offset
        default:
            return nil
        }
    }

    private static func isNumeric(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || ThousandsMarks.mark(value) != nil || Sign(value) != nil
            || value == 0x25
    }

    private static func looksLikeDigit(_ value: UInt32) -> Bool {
        switch value {
        case 0x4F, 0x6F: true  // O o
        case 0x49, 0x6C, 0x7C: true  // I l |
        case 0x53, 0x42, 0x5A: true  // S B Z
        case 0x39F, 0x3BF: true  // Greek omicron
        default: false
        }
    }

    private static func isForeignDigit(_ value: UInt32) -> Bool {
        switch value {
        case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0xFF10...0xFF19: true
        default: false
        }
    }
}
