internal import Indicators

/// What stands directly after a number of running text and makes it another number: `1.138`, `361-380`,
/// `2 tusen`, `tre fjärdedelar`, `36 %` where persons are counted.
///
/// Of such a number the beginning alone would be a wrong figure.
struct NumberContinuation {
    /// Where the whole of it ends.
    let end: Int
    /// Whether it is a unit, other than the declared one.
    let isUnit: Bool

    /// Signs that join digits into something that is no number of its own: points, ranges, ratios, fractions.
    private static let joints: Set<Unicode.Scalar> = [".", "-", ":", "/", "'", "\u{D7}"]

    /// Words that make another number of the one before them.
    private static let multipliers: Set<String> = [
        "dussin", "hundra", "hundratal", "miljard", "miljarder", "miljon", "miljoner",
        "promille", "tiotal", "tiotusental", "tjog", "tusen", "tusental", "halv", "halvt", "kvarts",
        "fjärdedel", "fjärdedelar", "femtedel", "femtedelar", "hälften", "sjättedelar", "tiondel",
        "tiondelar", "tredjedel", "tredjedelar", "åttondelar", "par", "antal", "fåtal", "flertal",
        "miljontal",
    ]

    /// Looks at what follows a number; `nil` where the number ends there, or its declared unit follows.
    ///
    /// - Parameters:
    ///   - flow: The running text.
    ///   - place: Where the number ends.
    ///   - unit: The declared unit.
    init?(_ flow: FlowText, at place: Int, unit: FigureUnit?) {
        let text = flow.folded
        guard place < text.count else { return nil }
        if Self.goesOn(text, place) {
            end = text[place...].firstIndex(of: " ") ?? text.count
            isUnit = false
            return
        }
        var word = place
        while word < text.count, text[word] == " " { word += 1 }
        guard word < text.count else { return nil }
        let length = text[word...].firstIndex { !$0.properties.isAlphabetic } ?? text.count
        var letters = String.UnicodeScalarView()
        letters.append(contentsOf: text[word..<length])
        let next = String(letters)
        if Self.multipliers.contains(next) || Self.isHalfMore(text, word, next) {
            end = length
            isUnit = false
        } else if let other = Self.otherUnit(text, word, length, unit) {
            end = other
            isUnit = true
        } else if word == place + 1, let group = Self.damagedGroup(flow, word) {
            end = group
            isUnit = false
        } else {
            return nil
        }
    }

    /// Whether a letter, or a joint with a digit after it, follows without a blank.
    private static func goesOn(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
        let scalar = text[place]
        if scalar.properties.isAlphabetic || scalar == "½" { return true }
        guard joints.contains(scalar), place + 1 < text.count else { return false }
        return ("0"..."9").contains(text[place + 1])
    }

    /// Whether "och en halv" follows.
    private static func isHalfMore(_ text: [Unicode.Scalar], _ word: Int, _ next: String) -> Bool {
        guard next == "och" else { return false }
        return ["och en halv", "och ett halvt", "och en kvarts"].contains { phrase in
            let scalars = Array(phrase.unicodeScalars)
            return word + scalars.count <= text.count
                && text[word..<(word + scalars.count)].elementsEqual(scalars)
        }
    }

    /// The end of a unit of money or share that is not the declared one.
    private static func otherUnit(
        _ text: [Unicode.Scalar], _ word: Int, _ length: Int, _ declared: FigureUnit?
    ) -> Int? {
        let others = FigureUnit.allCases.filter {
            $0 != declared
                && ($0.kronor != nil || $0 == .percent || $0 == .percentagePoints)
        }
        for unit in others {
            for form in unit.printedForms {
                let scalars = Array(form.unicodeScalars)
                let end = word + scalars.count
                guard end >= length, end <= text.count, text[word..<end].elementsEqual(scalars)
                else { continue }
                if end == text.count || !text[end].properties.isAlphabetic { return end }
            }
        }
        return nil
    }

    /// The end of three signs that would be a group of thousands if a letter in it were a digit.
    private static func damagedGroup(_ flow: FlowText, _ word: Int) -> Int? {
        let end = word + 3
        guard end <= flow.printed.count else { return nil }
        let group = flow.printed[word..<end]
        guard group.contains(where: { ("0"..."9").contains($0) }),
            group.allSatisfy({ LookAlike.digit($0) != nil })
        else { return nil }
        let isWhole = end == flow.folded.count || !flow.folded[end].properties.isAlphabetic
        return isWhole ? end : nil
    }
}
