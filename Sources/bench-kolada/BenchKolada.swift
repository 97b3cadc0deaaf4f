internal import Glibc
internal import Kolada

/// Times the parsers over a file: `bench-kolada csv|json FILE [RUNS]`.
@main
enum BenchKolada {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, ["csv", "json"].contains(arguments[1]) else {
            print("usage: bench-kolada csv|json FILE [RUNS]")
            exit(64)
        }
        let runs = arguments.count > 3 ? Int(arguments[3]) ?? 3 : 3
        for _ in 0..<runs {
            do throws(KoladaFormatError) {
                let run = try Run(path: arguments[2], isCSV: arguments[1] == "csv")
                print(run.line)
            } catch {
                print("\(error)")
                exit(65)
            }
        }
    }
}

/// One reading of a file from the page cache.
private struct Run {
    var bytes = 0
    var slices = 0
    var seconds = 0.0
    var digest: UInt8 = 0
    var tally = ReadingTally()

    init(path: String, isCSV: Bool) throws(KoladaFormatError) {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        defer { buffer.deallocate() }
        var collector = SliceCollector(order: .grouped)
        var bulk = BulkFileParser()
        var page = DataPageParser()
        let clock = ContinuousClock()
        let start = clock.now
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
        if isCSV { try bulk.finish(into: &collector) } else { _ = try page.finish(into: &collector) }
        take(collector.finish())
        let spent = clock.now - start
        seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
        tally = collector.tally
    }

    private mutating func take(_ batches: [SliceBatch]) {
        slices += batches.count
        for batch in batches { digest ^= batch.digest.bytes[0] }
    }

    var line: String {
        let rate = Int(Double(bytes) / 1e6 / seconds)
        let milliseconds = Int(seconds * 1000)
        return "\(bytes) bytes, \(tally.rows) rows, \(slices) slices in \(milliseconds) ms: "
            + "\(rate) MB/s (\(tally.rowsWithoutValue) without value, "
            + "\(tally.rejectedRows) rejected, digest \(digest))"
    }
}
