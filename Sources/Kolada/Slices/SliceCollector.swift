/// Gathers rows into slices.
///
/// Rows may come in any order. Where the rows of each indicator stand together (``Order/grouped``),
/// only those of one indicator are held at a time; otherwise all rows of the chosen indicators are.
public struct SliceCollector: Sendable {
    /// What is known about the order of the rows.
    public enum Order: Sendable, Hashable {
        /// The rows of an indicator stand together; anything else is an error.
        case grouped
        /// The rows of an indicator may lie anywhere; at most so many rows are held.
        case scattered(maximumRows: Int)
        /// Nothing is known, and rows are only counted, by indicator.
        case counting
    }

    /// What the rows are an answer to.
    public enum Question: Sendable, Hashable {
        /// What holds now: deleted rows are none.
        case state
        /// What has changed: deleted rows are kept, with their status.
        case changes
    }

    let order: Order
    let question: Question
    /// What has been met so far.
    public internal(set) var tally = ReadingTally()

    private var wanted: [Bool]?
    private var current: UInt32 = .max
    private(set) var currentIsWanted = false
    private var rows = ContiguousArray<KoladaRow>()
    private var rejectedYears: [UInt32: [Int: Int]] = [:]
    /// Where each indicator's rows are held; −1 before it is met, −2 once its slices are made.
    private var slots: [Int32]
    private var held: [ContiguousArray<KoladaRow>] = []
    private var indicators: [UInt32] = []
    private var heldRows = 0
    private var words = StatusWords()
    private var ready: [SliceBatch] = []

    /// Starts with nothing.
    ///
    /// - Parameters:
    ///   - order: What is known about the order of the rows.
    ///   - question: What the rows are an answer to.
    ///   - indicators: The indicators whose rows are gathered; nil for all.
    public init(
        order: Order, question: Question = .state, indicators: Set<KoladaIndicatorID>? = nil
    ) {
        self.order = order
        self.question = question
        slots = Array(repeating: -1, count: KoladaIndicatorID.count)
        if let indicators {
            var wanted = Array(repeating: false, count: KoladaIndicatorID.count)
            for indicator in indicators { wanted[Int(indicator.number)] = true }
            self.wanted = wanted
        }
    }

    /// Makes an indicator the one that the next rows belong to.
    @inline(__always)
    mutating func turn(to indicator: KoladaIndicatorID) throws(KoladaFormatError.Code) {
        if indicator.number != current { try change(to: indicator) }
    }

    @inline(never)
    private mutating func change(to indicator: KoladaIndicatorID) throws(KoladaFormatError.Code) {
        let index = Int(indicator.number)
        let isWanted = wanted?[index] ?? true
        switch order {
        case .grouped:
            if slots[index] == -2 { throw .notGrouped }
            closeCurrent()
        case .counting: putBack()
        case .scattered(let maximumRows):
            guard heldRows + rows.count <= maximumRows else { throw .tooManyRows }
            putBack()
            if isWanted {
                if slots[index] < 0 {
                    slots[index] = Int32(held.count)
                    held.append([])
                    indicators.append(indicator.number)
                }
                swap(&rows, &held[Int(slots[index])])
                heldRows -= rows.count
            }
        }
        current = indicator.number
        currentIsWanted = isWanted
    }

    /// Adds a row of the indicator last turned to.
    @inline(__always)
    mutating func add(_ row: KoladaRow) {
        rows.append(row)
    }

    /// The number that a status word is kept under, from 1; nil when there are too many.
    mutating func number(ofWord word: String) -> UInt8? {
        tally.unknownWords[word, default: 0] += 1
        return words.number(of: word)
    }

    /// Notes a row that cannot be used.
    mutating func reject(_ reject: KoladaReject) {
        tally.reject(reject)
        if let indicator = reject.indicator, let year = reject.year {
            rejectedYears[indicator.number, default: [:]][year, default: 0] += 1
        }
    }

    /// Takes all that another collector holds, as if it had been read here.
    ///
    /// An answer is read into a collector of its own first, so that one which turns out to be cut off
    /// leaves nothing behind.
    ///
    /// - Parameters:
    ///   - other: What was read.
    ///   - page: The number of the answer among those of its batch, from 1; 0 where there is none.
    ///   - path: The path of the answer, which its rejects then name.
    /// - Throws: `KoladaFormatError.Code` when there are more rows than this one may hold.
    public mutating func absorb(
        _ other: SliceCollector, page: UInt8 = 0, path: String? = nil
    ) throws(KoladaFormatError.Code) {
        var other = other
        other.putBack()
        other.current = .max
        // A word beyond the 255th keeps its number 0: its row then says less, but nothing wrong.
        let numbers = other.words.list.map { words.number(of: $0) ?? 0 }
        for (slot, number) in other.indicators.enumerated() {
            try turn(to: KoladaIndicatorID(number: number))
            for row in other.held[slot] where currentIsWanted {
                let word = row.word == 0 ? 0 : numbers[Int(row.word) - 1]
                rows.append(row.with(word: word, page: page))
            }
        }
        for index in other.tally.rejects.indices { other.tally.rejects[index].page = path }
        tally.add(other.tally)
        for (indicator, years) in other.rejectedYears {
            rejectedYears[indicator, default: [:]].merge(years) { $0 + $1 }
        }
    }

    /// The slices that are complete, in the order of their indicators; they are handed over once.
    public mutating func takeReady() -> [SliceBatch] {
        var taken: [SliceBatch] = []
        swap(&taken, &ready)
        return taken
    }

    /// Ends the gathering and gives the slices that are left, ordered by indicator and year.
    public mutating func finish() -> [SliceBatch] {
        switch order {
        case .grouped: closeCurrent()
        case .counting: putBack()
        case .scattered:
            putBack()
            for slot in held.indices.sorted(by: { indicators[$0] < indicators[$1] }) {
                var rows = ContiguousArray<KoladaRow>()
                swap(&rows, &held[slot])
                make(rows, of: indicators[slot])
            }
            held = []
            indicators = []
            heldRows = 0
        }
        current = .max
        return takeReady()
    }

    /// How many rows each indicator has, where rows are only counted.
    public private(set) var counts: [KoladaIndicatorID: Int] = [:]

    private mutating func putBack() {
        guard current != .max, currentIsWanted else { return }
        if order == .counting {
            counts[KoladaIndicatorID(number: current), default: 0] += rows.count
            rows.removeAll(keepingCapacity: true)
            return
        }
        heldRows += rows.count
        swap(&rows, &held[Int(slots[Int(current)])])
    }

    private mutating func closeCurrent() {
        guard current != .max else { return }
        slots[Int(current)] = -2
        var closing = ContiguousArray<KoladaRow>()
        swap(&closing, &rows)
        make(closing, of: current)
        closing.removeAll(keepingCapacity: true)
        swap(&closing, &rows)
    }

    private mutating func make(_ rows: ContiguousArray<KoladaRow>, of number: UInt32) {
        guard !rows.isEmpty else { return }
        let indicator = KoladaIndicatorID(number: number)
        let maker = SliceMaker(
            indicator: indicator, words: words, rejected: rejectedYears[number] ?? [:])
        maker.make(from: rows, into: &ready, tally: &tally)
    }
}
