internal import Indicators

/// A number at a place in the running text, in digits or as a word.
struct FlowNumeral {
    /// Where it stands, its sign included.
    let range: Range<Int>
    let value: ScaledDecimal
    let hasSign: Bool
    let repairs: [Repair]

    /// No number has more signs than this, its blanks among them.
    private static let maximumLength = 40

    /// Reads the number that begins at a place; `nil` when none does.
    ///
    /// Digits are taken as far as they go, with blanks only between thousands. A sign may be parted
    /// from its digits by a blank, as in `- 9,8`.
    init?(_ flow: FlowText, at start: Int) {
        guard start < flow.folded.count else { return nil }
        if let word = Self.word(flow, start) {
            range = start..<word.end
            value = ScaledDecimal(word.value)
            hasSign = false
            repairs = []
            return
        }
        let printed = flow.printed
        var place = start
        let isSigned = flow.folded[place] == "-" || flow.folded[place] == "+"
        if isSigned { place += 1 }
        if isSigned, place < printed.count, flow.folded[place] == " " { place += 1 }
        guard place < printed.count, Self.isDigit(printed[place]) else { return nil }
        let first = place
        var groupEnd = place
        while place < printed.count {
            // Longer rows of digits are no number, and need not be read to their end to know it.
            guard place - first <= Self.maximumLength else { return nil }
            let scalar = printed[place]
            if Self.isDigit(scalar) || place < groupEnd {
                place += 1
            } else if scalar == ",", place + 1 < printed.count, Self.isDigit(printed[place + 1]) {
                // Decimals end the number.
                place += 1
                while place < printed.count, place - first <= Self.maximumLength,
                    Self.isDigit(printed[place])
                {
                    place += 1
                }
                break
            } else if flow.folded[place] == " ", Self.group(printed, after: place),
                Self.mayBeGrouped(printed[first..<place])
            {
                groupEnd = place + 4
                place += 1
            } else {
                break
            }
        }
        // What stands directly after it is looked at by who knows the pattern and the unit.
        var view = String.UnicodeScalarView()
        for index in start..<place { view.append(printed[index]) }
        guard let numeral = Numeral(String(view)) else { return nil }
        range = start..<place
        value = numeral.value
        hasSign = numeral.hasSign
        repairs = numeral.repairs
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        LookAlike.digit(scalar) != nil && scalar != "o" && scalar != "l" && scalar != "|"
    }

    /// Whether exactly three digits follow a blank, letters that look like one among genuine ones.
    private static func group(_ printed: [Unicode.Scalar], after place: Int) -> Bool {
        let end = place + 4
        guard end <= printed.count,
            printed[(place + 1)..<end].allSatisfy({ LookAlike.digit($0) != nil }),
            printed[(place + 1)..<end].contains(where: { ("0"..."9").contains($0) })
        else { return false }
        guard end < printed.count else { return true }
        return !("0"..."9").contains(printed[end])
            && (printed[(place + 1)..<end].allSatisfy { ("0"..."9").contains($0) }
                || !printed[end].properties.isAlphabetic)
    }

    /// Whether what stands before a blank is one to three digits, or ends in a group of three.
    private static func mayBeGrouped(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
        let groups = digits.split(whereSeparator: BlankScalar.isBlank)
        guard let head = groups.first, (1...3).contains(head.count) else { return false }
        return groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private static func word(_ flow: FlowText, _ start: Int) -> (value: Int, end: Int)? {
        var end = start
        var text = ""
        while end < flow.folded.count, flow.folded[end].properties.isAlphabetic, end - start < 6 {
            text.unicodeScalars.append(flow.folded[end])
            end += 1
        }
        guard let value = NumberWord.values[text],
            end == flow.folded.count || !flow.folded[end].properties.isAlphabetic
        else { return nil }
        return (value, end)
    }
}
