/// Guesses what a table set with blanks looks like, from the words of its heading.
enum SpacedGuess {
    /// A heading spreads over no more lines than this.
    private static let depth = 60
    /// More columns than this are no table.
    private static let columns = 16
    /// How many of the longest headings are tried.
    private static let attempts = 6

    /// The likely forms of a table whose heading begins on a line, the longest heading first.
    static func rules(_ document: ReportDocument, at index: Int) -> [TableRule] {
        let lines = document.lines
        let line = lines[index]
        guard !line.isBlank, !line.isTabbed, !line.isPassedOver else { return [] }
        if let series = series(line.text) { return [series] }
        let words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
        let lead = [words.prefix(1), words.prefix(2)].map {
            HeadingKey.key($0.joined(separator: " "))
        }
        guard lead.contains(where: HeadingWords.names.contains) else { return [] }
        var found: [TableRule] = []
        var paragraphs: [[String]] = [[]]
        for last in index..<min(index + depth, lines.count) {
            if lines[last].isBlank {
                if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
                continue
            }
            if lines[last].isTabbed { break }
            paragraphs[paragraphs.count - 1] +=
                lines[last].text.split(whereSeparator: \.isWhitespace).map(String.init)
            if let rule = rule(paragraphs.filter { !$0.isEmpty }) {
                guard rule.columns.count <= columns else { break }
                found.append(rule)
            }
        }
        return Array(found.reversed().prefix(attempts))
    }

    /// "Antal personer genomsnitt per tertial T1 T2 T3".
    private static func series(_ text: String) -> TableRule? {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var tertials: [Int] = []
        while let last = words.last, let tertial = FollowUp.tertial(last) {
            tertials.insert(tertial.number, at: 0)
            words.removeLast()
        }
        guard tertials.count > 1, !words.isEmpty else { return nil }
        var columns = [ColumnRule(header: words.joined(separator: " "), role: .name)]
        for tertial in tertials {
            var column = ColumnRule(header: "T\(tertial)")
            column.measure = .outcome
            column.period = .tertialOfRow(tertial)
            columns.append(column)
        }
        var rule = TableRule(id: "series", kind: .series, columns: columns)
        rule.subject = words.joined(separator: " ")
        rule.isCumulative = false
        return rule
    }

    private static func rule(_ paragraphs: [[String]]) -> TableRule? {
        let words = paragraphs.flatMap(\.self)
        return indicators(words) ?? economy(words) ?? absence(paragraphs)
    }

    /// "Indikatorer Utfall 2016 Utfall 2017 Mål".
    private static func indicators(_ words: [String]) -> TableRule? {
        let starts: Set<String> = ["utfall", "mål", "prognos", "resultat"]
        var columns: [ColumnRule] = []
        var place = 0
        var name: [String] = []
        while place < words.count, !starts.contains(words[place].lowercased()) {
            name.append(words[place])
            place += 1
        }
        guard !name.isEmpty, name.count <= 3 else { return nil }
        columns.append(ColumnRule(header: name.joined(separator: " "), role: .name))
        while place < words.count {
            guard starts.contains(words[place].lowercased()) else { return nil }
            var header = words[place]
            place += 1
            while place < words.count, HeadingWords.period(words[place]) != nil {
                header += " " + words[place]
                place += 1
            }
            guard let column = HeadingWords.column(header) else { return nil }
            columns.append(column)
        }
        guard columns.count > 2 else { return nil }
        columns.append(ColumnRule(header: "", role: .flags))
        return TableRule(id: "indicators", kind: .indicators, columns: columns)
    }

    /// "Verksamhet, tkr Ack utfall 2018 … Utfall netto Budget netto Budget-avvikelse".
    private static func economy(_ words: [String]) -> TableRule? {
        let keys = words.map(HeadingKey.key)
        let ends: Set<String> = ["intäkter", "kostnader", "netto", "avvikelse"]
        let starts: Set<String> = ["utfall", "budget", "prognos"]
        // The last words are pairs of what and which: "Utfall netto", "Budget- avvikelse".
        var headers: [String] = []
        var place = words.count
        while place > 0 {
            if keys[place - 1] == "budgetavvikelse" || keys[place - 1] == "prognosavvikelse" {
                headers.insert(words[place - 1], at: 0)
                place -= 1
            } else if place > 1, ends.contains(keys[place - 1]), starts.contains(keys[place - 2]) {
                headers.insert(words[place - 2] + " " + words[place - 1], at: 0)
                place -= 2
            } else {
                break
            }
        }
        guard headers.count >= 3, place > 0 else { return nil }
        let lead = groups(Array(words[..<place]))
        var columns = [ColumnRule(header: lead.name, role: .name)]
        columns += headers.compactMap(HeadingWords.column)
        guard columns.count == headers.count + 1 else { return nil }
        // What follows a deviation, or a forecast's budget, is another group of the same heading.
        Self.assign(lead.groups, to: &columns)
        var rule = TableRule(id: "economy", kind: .economy, columns: columns)
        rule.spanning = lead.spanning
        rule.unit = .tkr
        return rule
    }

    /// Parts "Verksamhet, tkr Ack utfall 2018 Ack budget 2018 …" into name, groups and the rest.
    private static func groups(
        _ words: [String]
    ) -> (name: String, groups: [String], spanning: [String]) {
        var name: [String] = []
        var groups: [String] = []
        var current: [String] = []
        var rest: [String] = []
        for word in words {
            if groups.isEmpty, current.isEmpty,
                !["ack", "helår", "utfall", "budget", "prognos"].contains(HeadingKey.key(word))
            {
                name.append(word)
            } else {
                current.append(word)
                if HeadingWords.period(word) != nil {
                    groups.append(current.joined(separator: " "))
                    current = []
                }
            }
        }
        rest = current
        let spanning = groups + (rest.isEmpty ? [] : [rest.joined(separator: " ")])
        return (name.joined(separator: " "), groups, spanning)
    }

    /// Gives the columns their periods: a budget that comes again belongs to the whole year.
    private static func assign(_ groups: [String], to columns: inout [ColumnRule]) {
        var seen: Set<FigureMeasure> = []
        var isSecond = false
        for place in columns.indices {
            guard let measure = columns[place].measure else { continue }
            if measure == .forecast || measure == .forecastDeviation { isSecond = true }
            if seen.contains(measure) { isSecond = true }
            seen.insert(measure)
            let group = isSecond ? groups.last : groups.first
            let year = group.flatMap { HeadingWords.period($0) }
            guard case .fixed(let period) = year else { continue }
            // Accumulated and whole-year figures must not be taken for each other.
            columns[place].period = isSecond ? .fixed(period) : .undeclared
        }
    }

    /// "Resultatenhet Tot Kort sjukfrånvaro (max 59 dgr) Kvinnor Kort …".
    private static func absence(_ paragraphs: [[String]]) -> TableRule? {
        guard let last = paragraphs.last, last.contains(where: isAbsence) else { return nil }
        let starts: Set<String> = ["tot", "totalt", "total", "kvinnor", "män"]
        var name: [String] = []
        var headers: [[String]] = []
        for word in paragraphs.flatMap(\.self) {
            if starts.contains(word.lowercased()) {
                headers.append([word])
            } else if headers.isEmpty {
                name.append(word)
            } else {
                headers[headers.count - 1].append(word)
            }
        }
        guard headers.count >= 2, !name.isEmpty,
            headers.allSatisfy({ $0.contains(where: isAbsence) })
        else { return nil }
        var columns = [ColumnRule(header: name.joined(separator: " "), role: .name)]
        columns += headers.compactMap { HeadingWords.column($0.joined(separator: " ")) }
        var rule = TableRule(id: "absence", kind: .absence, columns: columns)
        rule.unit = .percent
        rule.subject = "Sjukfrånvaro"
        return rule
    }

    private static func isAbsence(_ word: String) -> Bool {
        word.lowercased().hasPrefix("sjukfrånvaro")
    }
}
