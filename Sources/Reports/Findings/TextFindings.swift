internal import Indicators

/// Looks for what cannot be in running text.
extension FindingCollector {
    private static let months = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
    ].map { (name: $0, scalars: Array($0.unicodeScalars)) }

    /// Dates that do not exist, and numbers whose change is told in percentage points.
    mutating func check(_ flow: FlowText) {
        var sentence = 0
        for place in flow.folded.indices {
            checkDate(flow, at: place)
            checkPoints(flow, at: place, sentence)
            let scalar = flow.folded[place]
            if scalar == "." || scalar == "!" || scalar == "?" { sentence = place + 1 }
        }
    }

    private mutating func checkDate(_ flow: FlowText, at place: Int) {
        guard Self.begins(flow, place) else { return }
        let digits = Self.digits(flow, place)
        if digits.count == 8, let date = Int(String(digits)), (1900...2199).contains(date / 10_000)
        {
            checkCompact(date, String(digits), flow.line[place])
            return
        }
        guard (1...2).contains(digits.count), let day = Int(String(digits)) else { return }
        let after = place + digits.count
        guard after < flow.folded.count, flow.folded[after] == " " else { return }
        for (index, month) in Self.months.enumerated() {
            let end = after + 1 + month.scalars.count
            guard end <= flow.folded.count,
                flow.folded[(after + 1)..<end].elementsEqual(month.scalars),
                end == flow.folded.count || !flow.folded[end].properties.isAlphabetic
            else { continue }
            // Without its year a date may be that of a leap year.
            let exists = Period(kind: .point, year: 2020, part: (index + 1) * 100 + day) != nil
            guard !exists, day <= 39 else { continue }
            let last = (28...31).last {
                Period(kind: .point, year: 2020, part: (index + 1) * 100 + $0) != nil
            }
            note(
                .impossibleDate, line: flow.line[place], printed: "\(day) \(month.name)",
                expected: "högst \(last ?? 31) \(month.name)", sv: "datumet finns inte",
                en: "the date does not exist")
        }
    }

    private mutating func checkCompact(_ date: Int, _ printed: String, _ line: Int) {
        let month = date / 100 % 100
        guard Period(kind: .point, year: date / 10_000, part: date % 10_000) == nil,
            (1...12).contains(month) || date % 100 <= 31
        else { return }
        note(
            .impossibleDate, line: line, printed: printed, expected: "ett datum som finns",
            sv: "datumet finns inte", en: "the date does not exist")
    }

    /// "Antal … har ökat med 17 procentenheter": a number has no percentage points.
    private mutating func checkPoints(_ flow: FlowText, at place: Int, _ sentence: Int) {
        let scalars = flow.folded
        guard scalars[place] == "p", Self.stands(Self.pointsWord, in: flow, at: place) else {
            return
        }
        var start = sentence
        while start < place, scalars[start] == " " { start += 1 }
        guard Self.stands(Self.numberWord, in: flow, at: start) else { return }
        var end = place
        while end > start, scalars[end - 1] == " " { end -= 1 }
        var first = end
        while first > start, end - first < 40, scalars[first - 1] != " " { first -= 1 }
        let number = flow.text(first..<end)
        guard number.last?.isNumber == true else { return }
        note(
            .pointsOfNumber, line: flow.line[place], printed: "\(number) procentenheter",
            expected: "\(number) procent", sv: "ett antal ändras i procent",
            en: "a number changes by per cent")
    }

    private static let pointsWord = Array("procentenhet".unicodeScalars)
    private static let numberWord = Array("antal".unicodeScalars)

    private static func stands(
        _ word: [Unicode.Scalar], in flow: FlowText, at place: Int
    ) -> Bool {
        let end = place + word.count
        return end <= flow.folded.count && flow.folded[place..<end].elementsEqual(word)
    }

    private static func begins(_ flow: FlowText, _ place: Int) -> Bool {
        guard ("0"..."9").contains(flow.folded[place]) else { return false }
        guard place > 0 else { return true }
        let before = flow.folded[place - 1]
        return !("0"..."9").contains(before) && before != "," && before != "-"
            && !before.properties.isAlphabetic
    }

    private static func digits(_ flow: FlowText, _ place: Int) -> String {
        var digits = ""
        for scalar in flow.folded[place...] {
            guard ("0"..."9").contains(scalar), digits.count < 20 else { break }
            digits.unicodeScalars.append(scalar)
        }
        return digits
    }
}
