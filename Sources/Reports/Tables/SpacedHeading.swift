/// The heading of a table set with blanks, whose cells may lie on lines of their own.
struct SpacedHeading {
    /// The indices of the heading's lines.
    let lines: ClosedRange<Int>
    /// The columns of figures in their printed order.
    let figures: [ColumnRule]
    /// The columns before them in their printed order: name, code, kommun.
    let lead: [ColumnRule]
    /// Whether words of follow-up may come after the cells.
    let allowsFlags: Bool

    /// A heading spreads over no more lines than this.
    private static let depth = 80

    /// Finds a heading that begins on a line; `nil` when the line is none.
    ///
    /// The lines together must read as the declared headings, each once and in any order, with the
    /// spanning ones between them.
    init?(
        _ rule: TableRule, at index: Int, of document: ReportDocument, _ lineKeys: LineKeys,
        budget: SearchBudget? = nil
    ) {
        let lines = document.lines
        guard !lines[index].isBlank, !lines[index].isPassedOver, !lines[index].isTabbed else {
            return nil
        }
        let named = rule.columns.filter { !$0.header.isEmpty }
        let keys = named.map { HeadingKey.key($0.header) }
        let extra = (rule.spanning + rule.groups).map(HeadingKey.key).filter { !$0.isEmpty }
        let shortest = keys.reduce(0) { $0 + $1.utf8.count }
        let longest = extra.reduce(shortest) { $0 + $1.utf8.count }
        var search = Search(keys: keys, extra: extra)
        for last in index..<min(index + Self.depth, lines.count) {
            if lines[last].isPassedOver || lines[last].isBlank { continue }
            search.text += lineKeys.key(last)
            guard search.text.count <= longest else { return nil }
            budget?.take(1)
            guard search.canBegin else { return nil }
            guard search.text.count >= shortest else { continue }
            let found = search.run()
            budget?.take(search.steps)
            if let order = found {
                guard let columns = Self.grouped(order.map { named[$0] }, search.extras(rule)),
                    let first = columns.firstIndex(where: { $0.role == .figure }),
                    columns[first...].allSatisfy({ $0.role == .figure }),
                    columns[..<first].allSatisfy({ Self.leads($0.role) })
                else { return nil }
                self.lines = index...last
                figures = Array(columns[first...])
                lead = Array(columns[..<first])
                allowsFlags =
                    rule.columns.contains { $0.role == .flags } || rule.kind == .indicators
                return
            }
        }
        return nil
    }

    /// Whether a column can be told from the cells after it though only a blank stands between.
    private static func leads(_ role: ColumnRule.Role) -> Bool {
        role == .name || role == .code || role == .municipality
    }

    /// Gives equal headings to the groups that are printed over them.
    ///
    /// - Parameters:
    ///   - printed: A column for each heading in the order of print; which of several with the same
    ///     heading is meant is not yet known.
    ///   - groups: The groups in the order of print.
    /// - Returns: The columns that are printed; `nil` where that is open.
    private static func grouped(_ printed: [ColumnRule], _ groups: [String]) -> [ColumnRule]? {
        let keys = printed.map { HeadingKey.key($0.header) }
        let open = printed.indices.filter { place in
            printed.indices.contains {
                $0 != place && keys[$0] == keys[place] && printed[$0].group != printed[place].group
            }
        }
        guard !open.isEmpty else { return printed }
        // Groups follow each other, and so do their columns.
        let ranks = printed.map { column in
            column.group.flatMap { groups.firstIndex(of: HeadingKey.key($0)) }
        }
        guard open.allSatisfy({ ranks[$0] != nil }) else { return nil }
        var order = Array(printed.indices)
        for place in open {
            // Of those with the same heading, the one whose group is printed first comes first.
            let same = open.filter { keys[$0] == keys[place] }
            let byRank = same.sorted { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) }
            order[place] = byRank[same.firstIndex(of: place) ?? 0]
        }
        let placed = order.compactMap { ranks[$0] }
        guard placed == placed.sorted() else { return nil }
        return order.map { printed[$0] }
    }

    /// Finds the order in which headings make up a text.
    private struct Search {
        var text: [UInt8] = []
        /// How many headings the last run has tried.
        private(set) var steps = 0
        private let keys: [[UInt8]]
        private let extra: [[UInt8]]
        /// The places of the headings, longer ones first, so that one is never taken for the beginning
        /// of another.
        private let byLength: [Int]
        private var usedKeys: Set<Int> = []
        private var usedExtra: [Int] = []
        private var order: [Int] = []

        /// Headings that allow more attempts than this are given up; real ones need as many as they
        /// have columns.
        private static let maximumSteps = 2_000

        init(keys: [String], extra: [String]) {
            let bytes = keys.map { Array($0.utf8) }
            self.keys = bytes
            self.extra = extra.map { Array($0.utf8) }
            byLength = bytes.indices.sorted {
                (bytes[$0].count, $1) > (bytes[$1].count, $0)
            }
        }

        /// Whether any heading can stand at the beginning.
        var canBegin: Bool {
            keys.contains(where: begins) || extra.contains(where: begins)
        }

        /// The keys of the headings over several columns that the last run has found, in their order.
        func extras(_ rule: TableRule) -> [String] {
            let groups = Set(rule.groups.map(HeadingKey.key))
            return usedExtra.map { String(decoding: extra[$0], as: UTF8.self) }
                .filter(groups.contains)
        }

        /// Whether the text begins with a heading, or is the beginning of it.
        private func begins(_ key: [UInt8]) -> Bool {
            // The first letters differ nearly always.
            guard let left = text.first, let right = key.first else { return true }
            guard left == right else { return false }
            return zip(text, key).allSatisfy { $0 == $1 }
        }

        mutating func run() -> [Int]? {
            steps = 0
            usedKeys = []
            usedExtra = []
            order = []
            return descend(0) ? order : nil
        }

        private mutating func descend(_ place: Int) -> Bool {
            steps += 1
            guard steps < Self.maximumSteps else { return false }
            if place == text.count { return usedKeys.count == keys.count }
            for index in byLength
            where !usedKeys.contains(index) && text[place...].starts(with: keys[index]) {
                // Of equal headings the first declared comes first; the others would say the same.
                if keys[..<index].indices.contains(where: {
                    !usedKeys.contains($0) && keys[$0] == keys[index]
                }) {
                    continue
                }
                usedKeys.insert(index)
                order.append(index)
                if descend(place + keys[index].count) { return true }
                order.removeLast()
                usedKeys.remove(index)
            }
            for index in extra.indices
            where !usedExtra.contains(index) && text[place...].starts(with: extra[index]) {
                usedExtra.append(index)
                if descend(place + extra[index].count) { return true }
                usedExtra.removeLast()
            }
            return false
        }
    }
}
