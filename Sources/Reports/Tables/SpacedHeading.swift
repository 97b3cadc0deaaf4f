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
    init?(_ rule: TableRule, at index: Int, of document: ReportDocument) {
        let lines = document.lines
        guard !lines[index].isBlank, !lines[index].isPassedOver, !lines[index].isTabbed else {
            return nil
        }
        let named = rule.columns.filter { !$0.header.isEmpty }
        let keys = named.map { HeadingKey.key($0.header) }
        let extra = (rule.spanning + rule.groups).map(HeadingKey.key).filter { !$0.isEmpty }
        let shortest = keys.reduce(0) { $0 + $1.utf8.count }
        let longest = extra.reduce(shortest) { $0 + $1.utf8.count }
        var text = ""
        for last in index..<min(index + Self.depth, lines.count) {
            if lines[last].isPassedOver || lines[last].isBlank { continue }
            text += HeadingKey.key(lines[last].text)
            guard text.utf8.count <= longest else { return nil }
            var search = Search(text: Array(text.utf8), keys: keys, extra: extra)
            guard search.canBegin else { return nil }
            if text.utf8.count >= shortest, let order = search.run() {
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
        let text: [UInt8]
        let keys: [[UInt8]]
        let extra: [[UInt8]]
        private var usedKeys: Set<Int> = []
        private var usedExtra: Set<Int> = []
        private var order: [Int] = []
        private var steps = 0

        init(text: [UInt8], keys: [String], extra: [String]) {
            self.text = text
            self.keys = keys.map { Array($0.utf8) }
            self.extra = extra.map { Array($0.utf8) }
        }

        /// Whether any heading can stand at the beginning.
        var canBegin: Bool {
            (keys + extra).contains { key in
                let common = min(key.count, text.count)
                return text.prefix(common).elementsEqual(key.prefix(common))
            }
        }

        mutating func run() -> [Int]? { descend(0) ? order : nil }

        private mutating func descend(_ place: Int) -> Bool {
            steps += 1
            guard steps < 20_000 else { return false }
            if place == text.count { return usedKeys.count == keys.count }
            // Longer headings first, so that one is never taken for the beginning of another.
            for index in keys.indices.sorted(by: { (keys[$0].count, $1) > (keys[$1].count, $0) })
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
