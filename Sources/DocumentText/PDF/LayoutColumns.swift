/// The columns of a table, and which of them the words of a line stand in.
///
/// Lines that have a segment for each column are taken in order; the others are placed by where they
/// stand.
struct LayoutColumns {
    /// Where columns begin and end.
    private let extents: [Range<Int>]
    /// The same with the words of the heading, which may be wider than the figures.
    private let headed: [Range<Int>]

    /// How many columns there are.
    var count: Int { extents.count }

    /// Finds the columns of a table.
    ///
    /// - Parameters:
    ///   - data: The lines that have figures.
    ///   - heading: The lines above them.
    init(data: [LayoutLine], heading: [LayoutLine]) {
        var frequency: [Int: Int] = [:]
        for line in data { frequency[line.segments.count, default: 0] += 1 }
        // A name with two blanks in it must not make a column of its own.
        let least = data.count < 3 ? 1 : max(2, data.count / 5)
        let common = frequency.filter { $0.value >= least }.keys.max()
        let ofData = common ?? frequency.keys.max() ?? 0
        let ofHeading = heading.map(\.segments.count).max() ?? 0
        var count = max(ofData, ofHeading)
        var models = data.filter { $0.segments.count == count }
        if models.isEmpty { models = heading.filter { $0.segments.count == count } }
        var found = (0..<count).map { column in
            let starts = models.map { $0.segments[column].start }
            let ends = models.map { $0.segments[column].end }
            let start = starts.reduce(0, +) / max(starts.count, 1)
            return start..<max(ends.reduce(0, +) / max(ends.count, 1), start + 1)
        }
        let fullest = heading.max { $0.segments.count < $1.segments.count }
        let printed = PrintedColumns(data: data, heading: fullest).extents
        if printed.count > count {
            found = printed
            count = printed.count
        }
        extents = found
        var wide = found
        // The names of rows often have their heading on another line.
        if let line = fullest, line.segments.count >= max(count - 1, 2) {
            for (segment, column) in zip(line.segments, Self.places(line.segments, found)) {
                let start = min(found[column].lowerBound, segment.start)
                wide[column] = start..<max(found[column].upperBound, segment.end)
            }
        }
        headed = wide
    }

    /// The words of a line by column.
    func cells(_ line: LayoutLine) -> [String] {
        var cells = Array(repeating: "", count: count)
        var segments = line.segments
        while segments.count > count { Self.joinNearest(&segments) }
        for (segment, column) in zip(segments, Self.places(segments, extents)) {
            cells[column] = segment.text
        }
        return cells
    }

    /// The words of a line that stand over several columns each, by the first of these; nil when the
    /// line has no such words.
    ///
    /// - Parameters:
    ///   - line: A line of the heading.
    ///   - most: The greatest number of segments of a line below it in the heading.
    /// - Returns: the words, each at the first column of its run.
    func group(_ line: LayoutLine, over most: Int) -> [String]? {
        let segments = line.segments
        guard segments.count < min(most, count) else { return nil }
        // Headings of groups are all set to the left, in the middle or to the right.
        let ways = Alignment.allCases.compactMap { runs(segments, $0) }
        guard let best = ways.min(by: { $0.distance < $1.distance }) else { return nil }
        let places = Self.places(segments, headed)
        let single = Alignment.allCases.map { alignment in
            zip(segments, places).reduce(0) {
                $0 + alignment.distance($1.0, headed[$1.1])
            }
        }
        let spans = segments.contains { segment in
            headed.count { $0.overlaps(segment.start..<max(segment.end, segment.start + 1)) } > 1
        }
        let nearest = single.min() ?? 0
        guard spans || nearest > best.distance + Self.slack * segments.count else { return nil }
        var cells = Array(repeating: "", count: count)
        for (segment, column) in zip(segments, best.columns) { cells[column] = segment.text }
        return cells
    }

    /// How much nearer words must stand to several columns than to one, in tenths of a point.
    private static let slack = 15

    /// The first column of the run that each segment stands over, so that they stand as nearly as can
    /// be where their alignment puts them, and how far off that is in all; nil where there are too few.
    private func runs(
        _ segments: [LayoutLine.Segment], _ alignment: Alignment
    ) -> (columns: [Int], distance: Int)? {
        let extents = headed
        let m = segments.count
        // The names of rows have no heading of a group, unless something stands over them.
        let first = segments[0].start < extents[0].upperBound ? 0 : 1
        guard m <= count - first else { return nil }
        // best[i][c]: the least distance when the run of segment i begins at column c.
        var best = Array(repeating: Array(repeating: Int.max / 4, count: count + 1), count: m + 1)
        var next = Array(repeating: Array(repeating: 0, count: count + 1), count: m + 1)
        best[m][count] = 0
        for i in stride(from: m - 1, through: 0, by: -1) {
            // The heading of the names is often set to the left, those of groups in the middle.
            let isOfNames = i == 0 && first == 0
            for c in first..<count {
                for end in (c + 1)...count where best[i + 1][end] < Int.max / 4 {
                    let run = extents[c].lowerBound..<extents[end - 1].upperBound
                    let here =
                        isOfNames
                        ? Self.distance(segments[i], run) : alignment.distance(segments[i], run)
                    let total = here + best[i + 1][end]
                    if total < best[i][c] {
                        best[i][c] = total
                        next[i][c] = end
                    }
                }
            }
        }
        var column = first
        let columns = (0..<m).map { i in
            defer { column = next[i][column] }
            return column
        }
        return (columns, best[0][first])
    }

    /// The columns of segments from left to right, each to the right of the one before, so that they
    /// lie as near to them as can be.
    private static func places(
        _ segments: [LayoutLine.Segment], _ extents: [Range<Int>]
    ) -> [Int] {
        let (m, count) = (segments.count, extents.count)
        guard m < count else { return Array(0..<min(m, count)) }
        // best[i][c]: the least distance when the segments from i on stand in columns from c on.
        var best = Array(repeating: Array(repeating: 0, count: count + 1), count: m + 1)
        for i in stride(from: m - 1, through: 0, by: -1) {
            best[i][count] = .max / 2
            for c in stride(from: count - 1, through: 0, by: -1) {
                let here = distance(segments[i], extents[c]) + best[i + 1][c + 1]
                best[i][c] = min(here, best[i][c + 1])
            }
        }
        var places: [Int] = []
        var column = 0
        for i in 0..<m {
            while column < count - 1, best[i][column] == best[i][column + 1] { column += 1 }
            places.append(column)
            column += 1
        }
        return places
    }

    private static func distance(_ segment: LayoutLine.Segment, _ extent: Range<Int>) -> Int {
        Alignment.allCases.map { $0.distance(segment, extent) }.min() ?? 0
    }

    /// Where words stand in their column.
    private enum Alignment: CaseIterable {
        case left
        case middle
        case right

        /// How far from there they stand, in tenths of a point.
        func distance(_ segment: LayoutLine.Segment, _ extent: Range<Int>) -> Int {
            switch self {
            case .left: abs(segment.start - extent.lowerBound)
            case .middle:
                abs(segment.start + segment.end - extent.lowerBound - extent.upperBound) / 2
            case .right: abs(segment.end - extent.upperBound)
            }
        }
    }

    private static func joinNearest(_ segments: inout [LayoutLine.Segment]) {
        let gaps = segments.indices.dropFirst().map {
            (place: $0, gap: segments[$0].start - segments[$0 - 1].end)
        }
        // Numbers beside each other are two; of equal gaps the first is inside the name.
        let words = gaps.filter {
            !segments[$0.place].isFigure || !segments[$0.place - 1].isFigure
        }
        guard let narrowest = (words.isEmpty ? gaps : words).min(by: { $0.gap < $1.gap }) else {
            return
        }
        let joined = segments.remove(at: narrowest.place)
        segments[narrowest.place - 1].text += " " + joined.text
        segments[narrowest.place - 1].end = joined.end
    }
}
