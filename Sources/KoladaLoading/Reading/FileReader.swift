internal import Kolada
internal import KoladaSource
internal import Snapshots
internal import SystemPackage

/// Gives the slices of a file one after the other, and proves at its end that it is whole.
///
/// A class, since a file that is being read cannot be copied and closures must share it.
final class FileReader {
    private let path: FilePath
    private let sha256: [UInt8]
    private var file: ValueFile?
    /// Slices that have been read, the next one last.
    private var ready: [SliceBatch] = []
    /// What was met, once the end has been reached.
    private(set) var tally: ReadingTally?

    init(
        _ path: FilePath, order: ValueFile.Order, indicators: Set<KoladaIndicatorID>?,
        sha256: [UInt8]
    ) throws(KoladaReadError) {
        self.path = path
        self.sha256 = sha256
        file = try ValueFile(path, order: order, indicators: indicators)
    }

    /// The next slice; nil at the end.
    /// - Throws: `KoladaReadError` where the file cannot be read, or is no longer the one it was.
    func next() throws(KoladaReadError) -> SliceBatch? {
        while true {
            if let slice = ready.popLast() { return slice }
            guard tally == nil else { return nil }
            if let slices = try file?.next() {
                ready = slices.reversed()
            } else {
                tally = try finish()
            }
        }
    }

    private func finish() throws(KoladaReadError) -> ReadingTally {
        guard let file = file.take() else {
            throw .file(SnapshotError(.library, path: path.string))
        }
        let report = try file.finish()
        guard report.sha256 == sha256 else {
            throw .file(SnapshotError(.changed, path: path.string))
        }
        return report.tally
    }
}
