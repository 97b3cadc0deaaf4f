/// The heading of a table set with blanks, whose cells may lie on lines of their own.
struct SpacedHeading {
    /// The indices of the heading's lines.
    let lines: ClosedRange<Int>
    /// The columns of figures in their printed order.
    let figures: [ColumnRule]
    /// Whether words of follow-up may come after the cells.
    let allowsFlags: Bool

    /// A heading spreads over no more lines than this.
    private static let depth = 80

    /// Finds a heading that begins on a line; `nil` when the line is none.
    ///
    /// The lines together must read as the declared headings, each once and in any order, with the
    /// spanning ones between them.
    init?(
        _ rule: TableRule, at index: Int, of document: ReportDocument,
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
        var text = ""
        for last in index..<min(index + Self.depth, lines.count) {
            if lines[last].isPassedOver || lines[last].isBlank { continue }
            text += HeadingKey.key(lines[last].text)
            guard text.utf8.count <= longest else { return nil }
            search.text = Array(text.utf8)
            budget?.take(1)
            guard search.canBegin else { return nil }
            guard text.utf8.count >= shortest else { continue }
            let found = search.run()
            budget?.take(search.steps)
            if let order = found {
                self.lines = index...last
                figures = order.map { named[$0] }.filter { $0.role == .figure }
                allowsFlags =
                    rule.columns.contains { $0.role == .flags } || rule.kind == .indicators
                return
            }
        }
        return nil
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
        private var usedExtra: Set<Int> = []
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
            (keys + extra).contains { key in
                let common = min(key.count, text.count)
                return text.prefix(common).elementsEqual(key.prefix(common))
            }
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
                usedExtra.insert(index)
                if descend(place + extra[index].count) { return true }
                usedExtra.remove(index)
            }
            return false
        }
    }
}
