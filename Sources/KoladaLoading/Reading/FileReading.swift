internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import SystemPackage

/// Reads the slices of a file on whatever thread, while another one loads them.
struct FileReading: Sendable {
    /// What is handed over.
    enum Part: Sendable {
        /// The next slice.
        case slice(Slice)
        /// The end, once the file is proved to be whole; what was met in it.
        case end(ReadingTally)
    }

    let path: FilePath
    /// The indicators that are wanted; nil for all.
    let indicators: Set<KoladaIndicatorID>?
    /// The file as the ledger describes it; its bytes must still be those when its end is reached.
    let file: SliceFile
    let making: SliceMaking

    /// Reads the file to its end.
    /// - Throws: `KoladaReadError`, and what `hand` throws.
    func read(_ order: ValueFile.Order, hand: (Part) async throws -> Void) async throws {
        let files = BatchFiles(file)
        let reader = try reader(order)
        while let batch = try reader.next() {
            if let slice = making.slice(batch, from: files) { try await hand(.slice(slice)) }
        }
        if let tally = reader.tally { try await hand(.end(tally)) }
    }

    /// Proves that the file is whole before any of it is made lasting, by reading it to its end.
    /// - Throws: `KoladaReadError` where it is not.
    func prove(_ order: ValueFile.Order) throws(KoladaReadError) {
        // In any order, nothing is given before the end has been seen.
        guard order == .grouped else { return }
        let reader = try reader(order)
        while try reader.next() != nil {}
    }

    private func reader(_ order: ValueFile.Order) throws(KoladaReadError) -> FileReader {
        try FileReader(path, order: order, indicators: indicators, sha256: file.sha256)
    }
}
