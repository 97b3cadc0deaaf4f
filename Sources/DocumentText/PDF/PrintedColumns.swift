/// Finds the columns of a table in which no line has a cell for each of them.
///
/// A column whose cells are all empty has its heading only; a column of signs or remarks has often no
/// heading. Where such lie beside each other, neither the rows nor the heading has as many cells as there
/// are columns.
struct PrintedColumns {
    /// Where the columns begin and end, from left to right; none where headings and cells do not stand so
    /// that it can be told.
    private(set) var extents: [Range<Int>] = []

    private struct Run {
        var extent: Range<Int>
        /// How many cells stand there.
        var count = 0
        /// Whether one of them may be a figure, letters that stand for digits among them.
        var hasFigures = false
        var heading: Int?
    }

    /// Holds the cells of the rows against those of the heading.
    init(data: [LayoutLine], heading: LayoutLine?) {
        guard let titles = heading?.segments, titles.count > 1 else { return }
        extents = Self.overlapping(data, titles) ?? Self.besideEachOther(data, titles) ?? []
    }

    /// How far words may hang over the edge of a column, in tenths of a point.
    private static let slack = 15

    /// The columns where headings are set to the left and figures to the right, so that neither stands over the
    /// other: a column reaches from its heading to the next one.
    ///
    /// - Returns: nil where the columns are not about as wide as each other, or a cell is in none of them.
    private static func besideEachOther(
        _ data: [LayoutLine], _ titles: [LayoutLine.Segment]
    ) -> [Range<Int>]? {
        let starts = titles.map(\.start)
        let widths = zip(starts.dropFirst(), starts.dropFirst(2)).map { $1 - $0 }
        guard let widest = widths.max(), let narrowest = widths.min(), narrowest > 0,
            widest * 10 <= narrowest * 13, let last = starts.last
        else { return nil }
        var columns = zip(starts, starts.dropFirst() + [last + widest]).map { $0..<$1 }
        var behind: [LayoutLine.Segment] = []
        for segment in data.flatMap({ $0.segments.dropFirst() }) {
            if segment.start >= last + widest - slack {
                behind.append(segment)
                continue
            }
            let isInside = columns.dropFirst().contains { column in
                segment.start >= column.lowerBound - slack
                    && segment.end <= column.upperBound + slack
            }
            guard isInside else { return nil }
        }
        guard !behind.contains(where: { $0.isFigure || NumberShape.isLookAlike($0.text) }) else {
            return nil
        }
        if let first = behind.map(\.start).min(), let end = behind.map(\.end).max() {
            columns.append(first..<max(end, first + 1))
        }
        return columns
    }

    /// The columns where cells stand under their headings; nil where that cannot be told.
    private static func overlapping(
        _ data: [LayoutLine], _ titles: [LayoutLine.Segment]
    ) -> [Range<Int>]? {
        var runs = Self.runs(data)
        guard runs.count <= CellGrid.maximumColumns else { return nil }
        for (place, title) in titles.enumerated() {
            let under = runs.indices.filter { runs[$0].extent.overlaps(Self.extent(title)) }
            guard under.count < 2 else { return nil }
            if let run = under.first {
                guard runs[run].heading == nil else { return nil }
                runs[run].heading = place
            }
        }
        let headed = Set(runs.compactMap(\.heading))
        guard headed.count > 1, headed.count * 2 >= titles.count else { return nil }
        // What stands on few lines and under nothing is no column.
        let least = data.count < 3 ? 1 : 2
        runs.removeAll { $0.heading == nil && $0.count < least }
        let alone = titles.indices.filter { !headed.contains($0) }
        let found = (runs.map(\.extent) + alone.map { Self.extent(titles[$0]) })
            .sorted { $0.lowerBound < $1.lowerBound }
        // Cells without a heading stand before the names or after all headings; elsewhere, and where they may
        // be figures, they may be those of the heading beside them.
        let (first, last) = (titles[0].start, titles[titles.count - 1].end)
        let isDoubtful = runs.contains { run in
            run.heading == nil
                && (run.hasFigures || run.extent.upperBound > first)
                && (run.hasFigures || run.extent.lowerBound < last)
        }
        return isDoubtful ? nil : found
    }

    /// Where the words of lines stand over each other.
    private static func runs(_ data: [LayoutLine]) -> [Run] {
        let segments = data.flatMap(\.segments).sorted { $0.start < $1.start }
        var runs: [Run] = []
        for segment in segments {
            let extent = extent(segment)
            if let last = runs.last, last.extent.upperBound > extent.lowerBound {
                let end = max(last.extent.upperBound, extent.upperBound)
                runs[runs.count - 1].extent = last.extent.lowerBound..<end
            } else {
                runs.append(Run(extent: extent))
            }
            runs[runs.count - 1].count += 1
            if segment.isFigure || NumberShape.isLookAlike(segment.text) {
                runs[runs.count - 1].hasFigures = true
            }
        }
        return runs
    }

    private static func extent(_ segment: LayoutLine.Segment) -> Range<Int> {
        segment.start..<max(segment.end, segment.start + 1)
    }
}
