import Diagnostics
import Tabular

/// Reads the figures of one file, a batch at a time, in memory that does not grow with the file.
///
/// ```swift
/// var reader = try OutcomeReader(path: path, spec: spec, dimensions: dimensions)
/// var batch = ObservationBatch()
/// while try reader.read(into: &batch) { use(batch) }
/// ```
public struct OutcomeReader: ~Copyable {
    /// What is known about the file.
    public let inspection: SourceInspection
    /// What has been read so far, counted.
    public private(set) var counts = ReadingCounts()

    private var reader: CSVReader
    private var rows: RowReader
    private let digest: PassingDigest
    private let content: FileIdentity
    private let minRows: Int
    private var rowsToSkip: Int
    private var isEnded = false

    /// Opens a file and prepares to read its figures.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - spec: How it is read.
    ///   - dimensions: What its cells are resolved against.
    ///   - identity: The bytes that it must hold; `nil` takes the file as it is.
    /// - Throws: `SourceError` when it cannot be read, has other bytes, or lacks columns it needs.
    public init(
        path: String, spec: OutcomesSpec, dimensions: DimensionIndex,
        expecting identity: FileIdentity? = nil
    ) throws(SourceError) {
        let file = try SourceFile(path: path, spec: spec)
        if let identity, !identity.hasSameContent(as: file.inspection.identity) {
            throw Self.fileChanged(path)
        }
        try self.init(file, dimensions: dimensions)
    }

    /// Prepares to read the figures of a file that has been inspected.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - dimensions: What its cells are resolved against.
    /// - Throws: `SourceError` when the specification names what the dimensions do not have.
    public init(
        _ file: consuming SourceFile, dimensions: DimensionIndex
    ) throws(SourceError) {
        let spec = file.spec
        var header = file.header
        let known = header.warnings.count
        let plan = try ReadingPlan(spec: spec, header: &header, dimensions: dimensions)
        var inspection = file.inspection
        inspection.columns = header.columns
        inspection.diagnostics += header.warnings[known...]
        self.inspection = inspection
        rows = RowReader(
            plan: plan, dimensions: dimensions, columns: header.columns,
            path: inspection.identity.path, numbers: spec.format.numbers,
            missing: MissingCodes(spec.missing), words: spec.words, shares: dimensions.shareKeys)
        minRows = spec.minRows
        rowsToSkip = spec.format.skipRows
        digest = file.digest
        content = file.content
        reader = file.reader
    }

    /// Reads the next part of the file.
    ///
    /// The last part is handed over only after the bytes that were read have proved to be those
    /// that were inspected.
    ///
    /// - Parameter batch: Is emptied and filled.
    /// - Returns: Whether anything was read; false at the end of the file.
    /// - Throws: `SourceError` when the file cannot be read any further, has changed since it was
    ///   inspected, or has fewer rows than the specification asks for.
    public mutating func read(into batch: inout ObservationBatch) throws(SourceError) -> Bool {
        batch.removeAll()
        guard !isEnded else { return false }
        do {
            while !batch.isFull {
                guard try reader.next() else {
                    isEnded = true
                    break
                }
                if rowsToSkip > 0, !reader.isEmpty {
                    rowsToSkip -= 1
                } else {
                    rows.read(reader, into: &batch)
                }
            }
        } catch {
            throw SourceError(error, path: inspection.identity.path)
        }
        counts.add(batch.counts)
        if isEnded { try checkEnd() }
        return batch.counts != ReadingCounts()
    }

    private func checkEnd() throws(SourceError) {
        let path = inspection.identity.path
        let read = try digest.finish(path: path)
        guard read.hasSameContent(as: content) else { throw Self.fileChanged(path) }
        guard counts.rows >= minRows else {
            throw SourceError(
                .data, code: "source.too-few-rows",
                Text(
                    sv: "filen har \(counts.rows) rader, källan kräver minst \(minRows)",
                    en: "the file has \(counts.rows) rows, the source asks for \(minRows)"),
                at: .file(path: path),
                hint: Text(
                    sv: "Hämta filen igen, eller ändra ”checks: min_rows:”.",
                    en: "Fetch the file again, or change \"checks: min_rows:\"."))
        }
    }

    private static func fileChanged(_ path: String) -> SourceError {
        SourceError(
            .data, code: "source.file-changed",
            Text(
                sv: "filen har ändrats sedan den granskades",
                en: "the file has changed since it was inspected"),
            at: .file(path: path),
            hint: Text(
                sv: "Kör igen när ingen skriver till filen.",
                en: "Run again when nobody writes to the file."))
    }
}
