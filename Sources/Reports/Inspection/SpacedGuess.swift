/// Guesses what a table set with blanks looks like, from the words of its heading.
enum SpacedGuess {
    /// A heading spreads over no more lines than this.
    private static let depth = 60
    /// More columns than this are no table.
    private static let columns = 16
    /// How many of the longest headings are tried.
    private static let attempts = 6

    /// A heading has no more words than this.
    private static let words = 200

    /// The words of a heading as far as it has been read.
    private struct Read {
        var words: [String] = []
        /// The words as keys.
        var keys: [String] = []
        /// The place at which the last paragraph begins.
        var paragraph = 0
        /// Whether the last paragraph names absence.
        var namesAbsence = false
        /// What headings suggest that have been looked at: a longer heading has the same columns.
        private var columns: [String: ColumnRule?] = [:]

        mutating func column(_ header: String) -> ColumnRule? {
            if let known = columns[header] { return known }
            let column = HeadingWords.column(header)
            columns[header] = .some(column)
            return column
        }

        mutating func append(_ printed: [LineKeys.Word]) {
            for word in printed {
                words.append(word.text)
                keys.append(word.key)
                if SpacedGuess.isAbsence(word.text) { namesAbsence = true }
            }
        }

        mutating func endParagraph() {
            paragraph = words.count
            namesAbsence = false
        }
    }

    /// The likely forms of a table whose heading begins on a line, the longest heading first.
    static func rules(
        _ document: ReportDocument, at index: Int, _ lineKeys: LineKeys, _ budget: SearchBudget?
    ) -> [TableRule] {
        let lines = document.lines
        let line = lines[index]
        guard !line.isBlank, !line.isTabbed, !line.isPassedOver else { return [] }
        let first = line.text.split(maxSplits: words, whereSeparator: \.isWhitespace)
        guard first.count <= words else { return [] }
        if let series = series(first.map(String.init)) { return [series] }
        let lead = [first.prefix(1), first.prefix(2)].map {
            HeadingKey.key($0.joined(separator: " "))
        }
        guard lead.contains(where: HeadingWords.names.contains) else { return [] }
        var found: [TableRule] = []
        var read = Read()
        for last in index..<min(index + depth, lines.count) {
            if lines[last].isBlank {
                read.endParagraph()
                continue
            }
            if lines[last].isTabbed { break }
            budget?.take(4 + lines[last].text.utf8.count / 4)
            // A line without blanks may be one word of any length.
            guard lines[last].text.utf8.count <= 40 * words else { break }
            read.append(lineKeys.words(last))
            guard read.words.count <= words else { break }
            if let rule = rule(&read) {
                guard rule.columns.count <= columns else { break }
                found.append(rule)
            }
        }
        return Array(found.reversed().prefix(attempts))
    }

    /// "Antal personer genomsnitt per tertial T1 T2 T3".
    private static func series(_ printed: [String]) -> TableRule? {
        var words = printed
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

    private static func rule(_ read: inout Read) -> TableRule? {
        indicators(&read) ?? economy(&read) ?? absence(&read)
    }

    /// "Indikatorer Utfall 2016 Utfall 2017 Mål".
    private static func indicators(_ read: inout Read) -> TableRule? {
        let words = read.words
        let starts: Set<String> = ["utfall", "mål", "prognos", "resultat"]
        var columns: [ColumnRule] = []
        var place = 0
        var name: [String] = []
        while place < words.count, !starts.contains(words[place].lowercased()) {
            name.append(words[place])
            place += 1
            guard name.count <= 3 else { return nil }
        }
        guard !name.isEmpty else { return nil }
        columns.append(ColumnRule(header: name.joined(separator: " "), role: .name))
        while place < words.count {
            guard starts.contains(words[place].lowercased()) else { return nil }
            var header = words[place]
            place += 1
            while place < words.count, HeadingWords.period(words[place]) != nil {
                header += " " + words[place]
                place += 1
            }
            guard let column = read.column(header) else { return nil }
            columns.append(column)
        }
        guard columns.count > 2 else { return nil }
        columns.append(ColumnRule(header: "", role: .flags))
        return TableRule(id: "indicators", kind: .indicators, columns: columns)
    }

    /// "Verksamhet, tkr Ack utfall 2018 … Utfall netto Budget netto Budget-avvikelse".
    private static func economy(_ read: inout Read) -> TableRule? {
        let (words, keys) = (read.words, read.keys)
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
        columns += headers.compactMap { read.column($0) }
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
    private static func absence(_ read: inout Read) -> TableRule? {
        guard read.namesAbsence else { return nil }
        let starts: Set<String> = ["tot", "totalt", "total", "kvinnor", "män"]
        var name: [String] = []
        var headers: [[String]] = []
        for word in read.words {
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
        columns += headers.compactMap { read.column($0.joined(separator: " ")) }
        var rule = TableRule(id: "absence", kind: .absence, columns: columns)
        rule.unit = .percent
        rule.subject = "Sjukfrånvaro"
        return rule
    }

    fileprivate static func isAbsence(_ word: String) -> Bool {
        word.lowercased().hasPrefix("sjukfrånvaro")
    }
}
