/// Tells by how far lines of a table stand from each other which of them are of one row.
///
/// Lines that wrap in a cell stand a line's height apart, or half of it where cells are set in the middle; rows a
/// little more, by their borders and margins. Where all stand alike nothing can be told.
struct LinePitch {
    /// A line of the table that says something.
    struct Line {
        /// The page.
        let page: Int
        /// How far down the page it lies, in tenths of a point.
        let middle: Int
        /// The words in the column of names.
        let name: String
        /// Whether it has what a row has once: figures, or words of follow-up.
        let isOfCells: Bool
        /// Whether it begins with a small letter.
        let goesOn: Bool
    }

    /// The least distance of rows, in tenths of a point; nil where lines and rows stand alike.
    private let ofRows: Int?

    /// Distances of lines in cells differ by no more than this, and those of rows by more.
    private static let tolerance = 2
    /// More distances than this are no table's.
    private static let mostDistances = 8

    /// Looks at the lines of a table below its heading, in their order.
    init(_ lines: [Line]) {
        let distances = zip(lines, lines.dropFirst()).compactMap { above, below in
            above.page == below.page ? below.middle - above.middle : nil
        }
        var steps: [Int] = []
        var last: Int?
        for distance in distances.sorted()
        where last.map({ distance > $0 + Self.tolerance }) ?? true {
            steps.append(distance)
            last = distance
        }
        let candidates = steps.count <= Self.mostDistances ? steps.dropFirst() : []
        ofRows = candidates.first { Self.areRows(Self.groups(lines, $0)) }
    }

    /// Whether a line is of the same row as the one above; nil where that cannot be told.
    func isOfRow(_ above: LayoutLine, _ line: LayoutLine) -> Bool? {
        guard let ofRows, above.page == line.page else { return nil }
        return line.middle - above.middle < ofRows
    }

    /// The lines that stand nearer each other than a distance.
    private static func groups(_ lines: [Line], _ distance: Int) -> [[Line]] {
        var groups: [[Line]] = []
        for line in lines {
            if let above = groups.last?.last, above.page == line.page,
                line.middle - above.middle < distance
            {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }
        return groups
    }

    /// Whether groups of lines may be rows: none has cells on two lines, begins in the middle of a name, or ends there.
    private static func areRows(_ groups: [[Line]]) -> Bool {
        groups.enumerated().allSatisfy { place, group in
            let names = group.map(\.name).filter { !$0.isEmpty }
            return group.count(where: \.isOfCells) <= 1
                && (place == 0 || group.first?.goesOn == false)
                && (names.last.map { !NameEnding.isOpen($0) } ?? false)
        }
    }
}
