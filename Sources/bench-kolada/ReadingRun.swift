internal import Glibc
internal import Kolada
internal import KoladaSource
internal import SystemPackage

/// One reading of a file from the page cache.
struct ReadingRun {
    let path: String
    private var bytes = 0
    private var slices = 0
    private var seconds = 0.0
    private var processorSeconds = 0.0
    private let processorStart = Self.processorTime()
    /// Uses every digest, so that none is left out.
    private var mark: UInt8 = 0
    private var tally = ReadingTally()

    init(path: String) {
        self.path = path
    }

    /// Reads plain text by its parser alone.
    mutating func readPlain(isCSV: Bool) throws(KoladaFormatError) {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { buffer.deallocate() }
        var collector = SliceCollector(order: .grouped)
        var bulk = BulkFileParser()
        var page = DataPageParser()
        let start = ContinuousClock.now
        while true {
            let count = read(file, buffer.baseAddress, buffer.count)
            guard count > 0 else { break }
            bytes += count
            let chunk = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            if isCSV {
                try bulk.read(chunk, into: &collector)
            } else {
                try page.read(chunk, into: &collector)
            }
            take(collector.takeReady())
        }
        if isCSV {
            try bulk.finish(into: &collector)
        } else {
            _ = try page.finish(into: &collector)
        }
        take(collector.finish())
        end(start, collector.tally)
    }

    /// Reads a file as a load does.
    mutating func readFile(_ order: ValueFile.Order) throws(KoladaReadError) {
        let start = ContinuousClock.now
        var file = try ValueFile(FilePath(path), order: order)
        while let slices = try file.next() { take(slices) }
        let report = try file.finish()
        bytes = report.size
        end(start, report.tally)
    }

    private mutating func take(_ batches: [SliceBatch]) {
        slices += batches.count
        for batch in batches { mark ^= batch.digest.bytes[0] }
    }

    private mutating func end(_ start: ContinuousClock.Instant, _ tally: ReadingTally) {
        let spent = ContinuousClock.now - start
        seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
        processorSeconds = Self.processorTime() - processorStart
        self.tally = tally
    }

    /// The processor time that this process has used, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The result in a line.
    var line: String {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let facts: [(Int, String)] = [
            (bytes, "bytes"), (tally.rows, "rows"), (slices, "slices"),
            (Int(seconds * 1000), "ms"), (Int(Double(bytes) / 1e6 / seconds), "MB/s"),
            (Int(Double(bytes) / 1e6 / processorSeconds), "MB/s of processor time"),
            (Int(usage.ru_maxrss) / 1024, "MiB at most"), (tally.rowsWithoutValue, "without value"),
            (tally.rejectedRows, "rejected"), (Int(mark), "mark"),
        ]
        return facts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
