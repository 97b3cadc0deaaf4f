internal import Diagnostics
public import Kolada
internal import Snapshots
public import SystemPackage

/// A file of values: the bulk file or an answer of the API, plain or compressed by gzip.
///
/// Slices are read with `while let slices = try file.next()`. No slice may be made lasting before
/// ``finish()`` has returned: only then is it known that the file is whole, and that no later row
/// belongs to a slice that has been given.
public struct ValueFile: ~Copyable {
    /// What is known about the order of the rows.
    public enum Order: Sendable, Hashable {
        /// The rows of an indicator stand together, as in Kolada's own files; otherwise reading ends
        /// with the code `notGrouped`, and must begin anew with ``any``.
        case grouped
        /// Rows may lie anywhere. The file is read once to count, then once for every so many rows.
        case any
    }

    /// What a whole reading has met.
    public struct Report: Sendable, Hashable {
        /// What was met, in numbers, and the first rejects.
        public var tally: ReadingTally
        /// The SHA-256 of the file's own bytes, 32 bytes.
        public var sha256: [UInt8]
        /// The size of the file in bytes.
        public var size: Int
    }

    /// How many rows are held at a time where they lie anywhere; one takes 16 bytes.
    public static let rowsAtATime = 4_000_000

    private let path: FilePath
    private let question: SliceCollector.Question
    private let indicators: Set<KoladaIndicatorID>?
    /// The indicators of each reading to come, where rows lie anywhere; nil before they are counted.
    private var parts: [Set<KoladaIndicatorID>]?
    private let order: Order
    private let rowsAtATime: Int
    private var pass: FilePass
    private var isOver = false
    private var tally = ReadingTally()
    private var sha256: [UInt8] = []
    private var size = 0

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - order: What is known about the order of its rows.
    ///   - question: What the rows are an answer to.
    ///   - indicators: The indicators that are wanted; nil for all.
    ///   - rowsAtATime: How many rows are held at a time where they lie anywhere.
    /// - Throws: `KoladaReadError` where it cannot be read.
    public init(
        _ path: FilePath, order: Order = .grouped, question: SliceCollector.Question = .state,
        indicators: Set<KoladaIndicatorID>? = nil, rowsAtATime: Int = Self.rowsAtATime
    ) throws(KoladaReadError) {
        self.path = path
        self.order = order
        self.question = question
        self.indicators = indicators
        self.rowsAtATime = max(rowsAtATime, 1)
        pass = try FilePass(
            path,
            SliceCollector(
                order: order == .grouped ? .grouped : .counting, question: question,
                indicators: indicators))
    }

    /// Reads on until there are slices.
    /// - Returns: some slices, each complete; nil at the end of the file.
    /// - Throws: `KoladaReadError` where the file cannot be read or is not in the form it should have.
    public mutating func next() throws(KoladaReadError) -> [SliceBatch]? {
        while !isOver {
            let slices = try pass.advance()
            if pass.isOver { try turn() }
            if !slices.isEmpty { return slices }
        }
        return nil
    }

    /// Ends the reading of a file that has been read to its end.
    /// - Throws: `KoladaReadError` where there is more to read, which then is read and dropped first.
    public consuming func finish() throws(KoladaReadError) -> Report {
        while try next() != nil {}
        return Report(tally: tally, sha256: sha256, size: size)
    }

    /// Goes from one reading of the file to the next.
    private mutating func turn() throws(KoladaReadError) {
        let (read, digest) = try pass.finish()
        guard sha256.isEmpty || sha256 == digest else {
            throw .file(SnapshotError(.changed, path: path.string))
        }
        sha256 = digest
        size = pass.size
        if order == .grouped {
            tally = read.tally
            isOver = true
            return
        }
        if parts == nil {
            parts = Self.parts(of: read.counts, atMost: rowsAtATime)
            tally = read.tally
        } else {
            tally = tally.joined(withPart: read.tally)
        }
        guard let part = parts?.popLast() else {
            isOver = true
            return
        }
        pass = try FilePass(
            path,
            SliceCollector(
                order: .scattered(maximumRows: .max), question: question, indicators: part))
    }

    /// Divides indicators so that each part has at most so many rows, or is one indicator; the first
    /// part is the last in the list.
    private static func parts(
        of counts: [KoladaIndicatorID: Int], atMost limit: Int
    ) -> [Set<KoladaIndicatorID>] {
        var parts: [Set<KoladaIndicatorID>] = []
        var part: Set<KoladaIndicatorID> = []
        var rows = 0
        for (indicator, count) in counts.sorted(by: { $0.key < $1.key }) {
            if !part.isEmpty, rows + count > limit {
                parts.append(part)
                part = []
                rows = 0
            }
            part.insert(indicator)
            rows += count
        }
        if !part.isEmpty { parts.append(part) }
        return parts.reversed()
    }
}
