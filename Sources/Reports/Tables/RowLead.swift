/// What stands before the cells of a row set with blanks: its name, perhaps with a code or a kommun.
struct RowLead: Hashable {
    /// What the row is about.
    private(set) var name: String
    /// The own code of the unit.
    private(set) var code = ""
    /// The kommun.
    private(set) var municipality = ""

    /// Tells the parts apart; `nil` where one of them is missing.
    ///
    /// - Parameters:
    ///   - text: The words before the cells.
    ///   - columns: The columns before the figures in their printed order.
    ///   - municipalities: The kommuner that rows may name, the longest first.
    ///   - mayBeYear: Whether a year alone names a row.
    init?(
        _ text: String, columns: [ColumnRule], municipalities: [String], mayBeYear: Bool = false
    ) {
        name = HeadingKey.collapsed(text)
        let place = columns.firstIndex { $0.role == .name } ?? columns.count
        for (index, column) in columns.enumerated() {
            switch column.role {
            case .code:
                guard takeCode(atEnd: index > place) else { return nil }
            case .municipality:
                guard takeMunicipality(municipalities, atEnd: index > place) else { return nil }
            default: continue
            }
        }
        guard name.contains(where: \.isLetter) || mayBeYear && PeriodWords.year(name) != nil
        else { return nil }
    }

    /// How many whole numbers a name may end in.
    static let numbersAtEnd = 2

    /// Whether the last words are cells that were taken for a part of the name.
    ///
    /// A name may end in a whole number, and in two; a decimal number, one with a sign, a share, a dash
    /// or a zero among the numbers at the end is a cell.
    var endsInCell: Bool {
        let numbers = name.split(separator: " ").reversed().prefix {
            $0 == "%" || CellContent(number: $0) != .unreadable
        }
        return numbers.count > Self.numbersAtEnd || numbers.contains(where: Self.isCell)
    }

    /// Words that stand in cells where there is no figure.
    private static let wordsOfCells: Set<String> = [
        "saknas", "*", "**", "..", "…", "i.u.", "e.u.", "n/a", "ej klart", "ej mätt", "mäts ej",
    ]

    /// A word behind the first one that stands in cells rather than in names: `12,3`, `(300)`, `saknas`.
    var wordOfCell: String? {
        let words = name.split(separator: " ")
        for place in words.indices.dropFirst() {
            let word = words[place]
            let pair = words[place - 1].lowercased() + " " + word.lowercased()
            if Self.wordsOfCells.contains(word.lowercased()) { return String(word) }
            if place > 1, Self.wordsOfCells.contains(pair) { return pair }
            if hasDecimals(word) { return String(word) }
            if word.hasPrefix("("), word.hasSuffix(")"),
                PeriodWords.year(String(word.dropFirst().dropLast())) == nil,
                Numeral(word.dropFirst().dropLast()) != nil
            {
                return String(word)
            }
        }
        return nil
    }

    /// Whether a word has a comma between digits.
    private func hasDecimals(_ word: Substring) -> Bool {
        let scalars = Array(word.unicodeScalars)
        return scalars.indices.dropFirst().dropLast().contains { place in
            scalars[place] == "," && ("0"..."9").contains(scalars[place - 1])
                && ("0"..."9").contains(scalars[place + 1])
        }
    }

    /// Whether the name ends in a number behind a bracket, which ends a name: `(inkl. moms) 5`.
    var goesOnBehindBracket: Bool {
        let words = name.split(separator: " ")
        guard let place = words.lastIndex(where: { Numeral($0) == nil }), place + 1 < words.count
        else { return false }
        return words[place].hasSuffix(")")
    }

    /// Whether the name ends in cells or in words of follow-up, so that nothing can follow it.
    var hasCells: Bool {
        endsInCell || name.split(separator: " ").last.flatMap { FollowUp.tertial($0) } != nil
    }

    private static func isCell(_ word: Substring) -> Bool {
        if word == "%" || word == "0" { return true }
        guard case .number(_, let unit, _) = CellContent(number: word),
            let first = word.unicodeScalars.first
        else { return CellContent(number: word) == .dash }
        return unit != nil || word.contains(",") || LookAlike.digit(first) == nil
    }

    /// Takes the first or the last word, which has a digit.
    private mutating func takeCode(atEnd: Bool) -> Bool {
        let words = name.split(separator: " ")
        guard words.count > 1, let word = atEnd ? words.last : words.first,
            word.contains(where: \.isNumber)
        else { return false }
        code = String(word)
        name = (atEnd ? words.dropLast() : words.dropFirst()).joined(separator: " ")
        return true
    }

    /// Takes the first of the kommuner with which the words begin or end.
    private mutating func takeMunicipality(_ known: [String], atEnd: Bool) -> Bool {
        for municipality in known {
            if atEnd, name.hasSuffix(" " + municipality) {
                name = String(name.dropLast(municipality.count + 1))
            } else if !atEnd, name.hasPrefix(municipality + " ") {
                name = String(name.dropFirst(municipality.count + 1))
            } else {
                continue
            }
            self.municipality = municipality
            return true
        }
        return false
    }
}
