internal import Indicators

/// Finds declared words in the running text and reads the figure that stands among them.
struct NarrativeReader {
    let flow: FlowText

    /// A figure found in running text.
    struct Hit {
        /// Where it stands in the running text.
        var range: Range<Int>
        /// The line of its first digit.
        var line: Int
        /// What is printed, with the words that hedge it and its unit.
        var printed: String
        /// The words of the pattern as printed, with the figure, what hedges it, and its unit.
        var words = ""
        var value: ScaledDecimal
        var hasSign: Bool
        var repairs: [Repair]
        var isApproximate: Bool
        /// Whether the declared unit is printed after the number.
        var hasUnit: Bool
        /// What is printed where something after the number makes it another one, or gives it another unit.
        var continuation: (printed: String, isUnit: Bool)?
    }

    /// A part of a pattern.
    private enum Part {
        case words([Unicode.Scalar])
        case figure
        case number
    }

    /// Every place at which the words of a pattern stand with a number where one is wanted.
    func hits(_ pattern: String, unit: FigureUnit?) -> [Hit] {
        let parts = Self.parts(pattern)
        guard parts.contains(where: { if case .figure = $0 { true } else { false } }) else {
            return []
        }
        var found: [Hit] = []
        var place = 0
        while place < flow.folded.count {
            if let (hit, end) = match(parts, at: place, unit: unit) {
                found.append(hit)
                place = max(end, place + 1)
            } else {
                place += 1
            }
        }
        return found
    }

    /// What stands at a place of the text; `nil` where the words of the pattern do not begin there.
    func hit(_ pattern: String, unit: FigureUnit?, at place: Int) -> Hit? {
        match(Self.parts(pattern), at: place, unit: unit)?.0
    }

    private static func parts(_ pattern: String) -> [Part] {
        var parts: [Part] = []
        var words = ""
        func close() {
            if !words.isEmpty { parts.append(.words(wordScalars(words))) }
            words = ""
        }
        var rest = Substring(pattern)
        while let first = rest.first {
            if rest.hasPrefix("{}") {
                close()
                parts.append(.figure)
                rest.removeFirst(2)
            } else if first == "#" {
                close()
                parts.append(.number)
                rest.removeFirst()
            } else {
                words.append(first)
                rest.removeFirst()
            }
        }
        close()
        return parts
    }

    /// Folded words whose blanks at both ends are kept as one.
    private static func wordScalars(_ words: String) -> [Unicode.Scalar] {
        var scalars = FlowText(words).folded
        if words.first?.isWhitespace == true { scalars.insert(" ", at: 0) }
        if words.last?.isWhitespace == true, scalars.last != " " { scalars.append(" ") }
        return scalars
    }

    private func match(
        _ parts: [Part], at start: Int, unit: FigureUnit?
    ) -> (Hit, Int)? {
        guard startsWord(start) else { return nil }
        var place = start
        var hit: Hit?
        var afterUnit: Int?
        for (index, part) in parts.enumerated() {
            switch part {
            case .words(let words):
                // The pattern may leave out the unit: "({} av" finds "(0,8 % av".
                guard
                    let end = skip(words, at: place, mayLackBlank: index > 0)
                        ?? afterUnit.flatMap({ skip(words, at: $0, mayLackBlank: true) })
                else { return nil }
                place = end
                afterUnit = nil
            case .number:
                guard let numeral = FlowNumeral(flow, at: place) else { return nil }
                place = numeral.range.upperBound
            case .figure:
                guard let numeral = FlowNumeral(flow, at: place) else { return nil }
                let after = unitEnd(unit, at: numeral.range.upperBound)
                hit = make(numeral, unitEnd: after)
                // Words of the pattern that follow at once say themselves how the number ends.
                if after == nil, index + 1 == parts.count || Self.beginsWithBlank(parts[index + 1])
                {
                    hit?.continuation = continuation(of: numeral, unit)
                }
                afterUnit = after
                place = numeral.range.upperBound
            }
        }
        guard var hit else { return nil }
        hit.words = flow.text(
            min(start, hit.range.lowerBound)..<max(place, hit.range.upperBound))
        return (hit, place)
    }

    private func make(_ numeral: FlowNumeral, unitEnd: Int?) -> Hit {
        let hedge = hedge(before: numeral.range.lowerBound)
        let first = hedge ?? numeral.range.lowerBound
        let end = unitEnd ?? numeral.range.upperBound
        return Hit(
            range: first..<end, line: flow.line[numeral.range.lowerBound],
            printed: flow.text(first..<end), value: numeral.value, hasSign: numeral.hasSign,
            repairs: numeral.repairs, isApproximate: hedge != nil, hasUnit: unitEnd != nil)
    }

    /// Whether a part of a pattern begins with a blank, so that anything may stand before it.
    private static func beginsWithBlank(_ part: Part) -> Bool {
        if case .words(let words) = part { words.first == " " } else { false }
    }

    private func continuation(
        of numeral: FlowNumeral, _ unit: FigureUnit?
    ) -> (printed: String, isUnit: Bool)? {
        NumberContinuation(flow, at: numeral.range.upperBound, unit: unit).map {
            (flow.text(numeral.range.lowerBound..<$0.end), $0.isUnit)
        }
    }

    private func skip(
        _ words: [Unicode.Scalar], at place: Int, mayLackBlank: Bool
    ) -> Int? {
        var words = words[...]
        if mayLackBlank, words.first == " ", place < flow.folded.count, flow.folded[place] != " " {
            words.removeFirst()
        }
        let end = place + words.count
        guard end <= flow.folded.count, flow.folded[place..<end].elementsEqual(words) else {
            return nil
        }
        return end
    }

    /// Whether a place is no middle of a word or number.
    private func startsWord(_ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = flow.folded[place - 1]
        return !(before.properties.isAlphabetic || ("0"..."9").contains(before))
            || !(flow.folded[place].properties.isAlphabetic
                || ("0"..."9").contains(flow.folded[place]))
    }

    /// The end of a printed unit after a number; `nil` when it does not follow.
    private func unitEnd(_ unit: FigureUnit?, at place: Int) -> Int? {
        guard let unit else { return nil }
        var start = place
        while start < flow.folded.count, flow.folded[start] == " " { start += 1 }
        for form in unit.printedForms {
            let scalars = Array(form.unicodeScalars)
            let end = start + scalars.count
            guard end <= flow.folded.count, flow.folded[start..<end].elementsEqual(scalars) else {
                continue
            }
            let goesOn = end < flow.folded.count && flow.folded[end].properties.isAlphabetic
            if !goesOn || !scalars.allSatisfy(\.properties.isAlphabetic) { return end }
        }
        return nil
    }

    /// Where a word before a number begins that says it is not exact.
    private func hedge(before place: Int) -> Int? {
        var start = place
        while start > 0, flow.folded[start - 1] == " " { start -= 1 }
        for hedge in NumberWord.hedges {
            let scalars = Array(hedge.unicodeScalars)
            let first = start - scalars.count
            guard first >= 0, flow.folded[first..<start].elementsEqual(scalars),
                first == 0 || !flow.folded[first - 1].properties.isAlphabetic
            else { continue }
            return first
        }
        return nil
    }
}
