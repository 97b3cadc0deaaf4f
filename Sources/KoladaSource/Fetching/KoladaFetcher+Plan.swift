public import Kolada

extension KoladaFetcher {
    /// How many rows of a batch are held at most: 25 indicators, 312 units, a century, three genders.
    static let rowsOfABatch = 2_500_000

    /// Fetches everything that is planned and hands it over batch by batch, in the plan's order
    /// whatever the order of the answers.
    ///
    /// What cannot be fetched is handed over as a batch with a fault; the others go on. After an answer
    /// that concerns all (410, 401, 403, a full disk) nothing more is asked for.
    ///
    /// - Parameters:
    ///   - plan: What is fetched.
    ///   - take: Takes a batch; what it throws ends the fetch.
    /// - Throws: `CancellationError`, or what `take` throws.
    public func run(
        _ plan: FetchPlan, _ take: (FetchedBatch) async throws -> Void
    ) async throws {
        let width = max(1, settings.concurrency)
        try await withThrowingTaskGroup(of: (Int, FetchedBatch).self) { group in
            var next = 0  // the first batch that is not begun
            var awaited = 0  // the first batch that is not handed over
            var waiting: [Int: FetchedBatch] = [:]
            func begin() {
                let index = next
                let batch = plan.batches[index]
                let question = plan.scope.question
                group.addTask { (index, try await self.fetch(batch, question)) }
                next += 1
            }
            while next < min(width, plan.batches.count) { begin() }
            while let (index, batch) = try await group.next() {
                waiting[index] = batch
                while let ready = waiting.removeValue(forKey: awaited) {
                    try await take(ready)
                    awaited += 1
                }
                // A slow batch holds back those behind it, and with them how much memory is used.
                while next < plan.batches.count, next < awaited + 2 * width,
                    next - awaited - waiting.count < width
                {
                    begin()
                }
            }
        }
    }

    /// Fetches one batch.
    @concurrent
    func fetch(
        _ batch: FetchBatch, _ question: SliceCollector.Question
    ) async throws(CancellationError) -> FetchedBatch {
        var collector = SliceCollector(
            order: .scattered(maximumRows: Self.rowsOfABatch), question: question)
        var result = FetchedBatch(
            indicators: batch.indicators, slices: [], fault: nil, tally: ReadingTally(), paths: [],
            bytes: 0)
        // A row has one byte for its page; those beyond are named by their batch alone.
        var pages = 0
        do throws(FetchStop) {
            for path in batch.paths {
                let effort = try await self.pages(
                    from: path,
                    { bytes throws(KoladaFormatError) in try Self.rows(bytes, question) },
                    take: { page, path throws(KoladaFormatError.Code) in
                        pages += 1
                        try collector.absorb(
                            page, page: pages > 255 ? 0 : UInt8(pages), path: path)
                    })
                result.paths += effort.paths
                result.bytes += effort.bytes
            }
            result.slices = collector.finish()
            result.tally = collector.tally
        } catch {
            switch error {
            case .fault(let fault): result.fault = fault
            case .cancelled: throw CancellationError()
            }
        }
        return result
    }

    /// Reads the rows of one answer into a collector of their own.
    private static func rows(
        _ bytes: [UInt8], _ question: SliceCollector.Question
    ) throws(KoladaFormatError) -> (SliceCollector, PageFacts) {
        var collector = SliceCollector(
            order: .scattered(maximumRows: rowsOfABatch), question: question)
        let facts = try bytes.withUnsafeBytes { memory in
            Result { () throws(KoladaFormatError) in
                var parser = DataPageParser()
                try parser.read(memory, into: &collector)
                return try parser.finish(into: &collector)
            }
        }.get()
        return (collector, facts)
    }
}
