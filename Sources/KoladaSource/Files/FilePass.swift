internal import Diagnostics
internal import Kolada
internal import Snapshots
internal import SystemPackage

/// One reading of a file of values from its start to its end.
struct FilePass: ~Copyable {
    /// The size of the file in bytes.
    let size: Int
    /// Whether the end of the file has been reached.
    private(set) var isOver = false

    private let path: FilePath
    private var stream: SourceStream?
    /// The parser of a bulk file, or that of an answer, once the first bytes tell which it is.
    private var bulk: BulkFileParser?
    private var page: DataPageParser?
    private var collector: SliceCollector
    private let buffer = PieceBuffer()

    init(_ path: FilePath, _ collector: SliceCollector) throws(KoladaReadError) {
        let stream: SourceStream
        do throws(SnapshotError) {
            stream = try SourceStream(path)
        } catch {
            throw .file(error)
        }
        size = stream.size
        self.path = path
        self.stream = consume stream
        self.collector = collector
    }

    /// Reads a piece of the file and gives the slices that it completes.
    mutating func advance() throws(KoladaReadError) -> [SliceBatch] {
        let count: Int
        do throws(SnapshotError) {
            count = try stream?.read(into: buffer.memory) ?? 0
        } catch {
            throw .file(error)
        }
        do throws(KoladaFormatError) {
            let bytes = UnsafeRawBufferPointer(rebasing: buffer.memory[..<count])
            if count == 0 {
                try endText()
                isOver = true
                return collector.finish()
            }
            try parse(bytes)
            return collector.takeReady()
        } catch {
            throw .format(error.locating(.file(path: path.string)))
        }
    }

    /// Ends the reading: what was gathered besides slices, and the SHA-256 of the file.
    mutating func finish() throws(KoladaReadError) -> (SliceCollector, [UInt8]) {
        do throws(SnapshotError) {
            guard let stream = stream.take() else {
                throw SnapshotError(.library, path: path.string)
            }
            return (collector, try stream.finish())
        } catch {
            throw .file(error)
        }
    }

    private mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(KoladaFormatError) {
        if bulk == nil, page == nil {
            // A document of JSON begins with a brace, perhaps behind a byte order mark and blanks.
            let first = bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
            if first == 0x7B || first == 0x5B {
                page = DataPageParser()
            } else {
                bulk = BulkFileParser()
            }
        }
        try bulk?.read(bytes, into: &collector)
        try page?.read(bytes, into: &collector)
    }

    private mutating func endText() throws(KoladaFormatError) {
        if bulk == nil, page == nil {
            throw KoladaFormatError(.wrongHeader, byteOffset: 0, line: 1)
        }
        try bulk?.finish(into: &collector)
        _ = try page?.finish(into: &collector)
    }
}
