public import Diagnostics
internal import Indicators

/// What a document says, read as its manifest declares it.
public struct ReportReading: Sendable {
    /// The document.
    public let document: ReportDocument
    /// The manifest.
    public let manifest: ReportManifest
    /// The tables, in the order of the manifest.
    public private(set) var tables: [ReadTable] = []
    /// The figures, in the order of the document; none when the document does not fit.
    public private(set) var figures: [Figure] = []
    /// What becomes of each figure when the document is loaded, in the order of ``figures``.
    ///
    /// Names are asked of the warehouse only then, so that a figure may still be a reject.
    public private(set) var standings: [FigureStanding] = []
    /// The rows that can be parted into cells in several ways; the others go on without them.
    public private(set) var rejects: [Diagnostic] = []
    /// Where document and manifest part; nothing is loaded unless this is empty.
    public private(set) var misfits: [Diagnostic] = []
    /// Where the ignored numbers stand, with the reason.
    private(set) var ignored: [(range: Range<Int>, reason: String)] = []
    /// Where the figures of the running text stand.
    private(set) var told: [Range<Int>] = []
    /// The line on which the document's own text begins.
    private(set) var firstLine = 1
    /// The running text.
    let flow: FlowText

    /// Whether the document fits its manifest.
    public var fits: Bool { misfits.isEmpty }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - manifest: What is expected of it.
    public init(_ document: ReportDocument, manifest: ReportManifest) {
        self.document = document
        self.manifest = manifest
        let reader = TableReader(document, municipalities: Array(manifest.municipalities.keys))
        flow = reader.flow
        if let begins = manifest.begins {
            if let index = reader.index(after: begins, from: 0) {
                firstLine = index
            } else {
                misfits.append(Misfit.anchor(begins, document.path))
            }
        }
        readTables(reader)
        readNarrative()
        for anchor in manifest.anchors where reader.index(after: anchor, from: 0) == nil {
            misfits.append(Misfit.anchor(anchor, document.path))
        }
        figures.sort { $0.line < $1.line }
        if !misfits.isEmpty { figures = [] }
        standings =
            FigureSplit(
                figures,
                kinds: Dictionary(tables.map { ($0.rule.id, $0.rule.kind) }) { first, _ in first }
            ).standings
    }

    private mutating func readTables(_ reader: TableReader) {
        var start = firstLine - 1
        for rule in manifest.tables {
            var from = start
            if let after = rule.after {
                guard
                    let index = reader.index(after: after, from: start)
                        ?? reader.index(after: after, from: firstLine - 1)
                else {
                    misfits.append(Misfit.noAnchor(rule, after, document.path))
                    continue
                }
                // A heading may stand on the anchor's own line.
                from = rule.kind == .amounts ? index : max(index - 1, 0)
            }
            guard let table = reader.read(rule, from: from) else {
                misfits.append(Misfit.noTable(rule, from + 1, document.path))
                continue
            }
            start = table.lines.upperBound
            if let rows = rule.rows, table.rowCount != rows {
                misfits.append(Misfit.rows(rule, rows, table, document.path))
            }
            if table.isBlank { misfits.append(Misfit.blank(rule, table, document.path)) }
            if let row = table.surplusRow {
                misfits.append(Misfit.surplusRow(rule, row, document.path))
            }
            tables.append(table)
            misfits += table.rejects.filter(RowReject.stopsDocument)
            rejects += table.rejects.filter { !RowReject.stopsDocument($0) }
            let builder = FigureBuilder(manifest: manifest, table: table, path: document.path)
            for row in table.rows {
                switch builder.figures(row) {
                case .success(let made): figures += made
                case .failure(let diagnostic): misfits.append(diagnostic)
                }
            }
        }
    }

    private mutating func readNarrative() {
        let reader = NarrativeReader(flow: flow)
        for rule in manifest.narrative {
            var hits = reader.hits(rule.find, unit: rule.unit)
            hits.removeAll { $0.line < firstLine }
            if let line = rule.line { hits = hits.filter { $0.line == line } }
            guard hits.count == rule.times else {
                misfits.append(Misfit.words(rule, hits.map(\.line), document.path))
                continue
            }
            for hit in hits {
                if let continuation = hit.continuation {
                    misfits.append(Misfit.continued(rule, hit, continuation, document.path))
                    continue
                }
                guard hit.hasUnit || !rule.wantsUnit else {
                    misfits.append(Misfit.unit(rule, hit, document.path))
                    continue
                }
                told.append(hit.range)
                figures.append(FigureBuilder.figure(rule, hit, manifest))
            }
        }
        for (find, reason) in manifest.ignore {
            ignored += reader.hits(find, unit: nil).map { ($0.range, reason) }
        }
    }
}

extension NarrativeRule {
    /// Whether the unit must be printed after the number: for money and shares, unless the pattern's
    /// own words follow at once.
    var wantsUnit: Bool {
        guard unit.kronor != nil || unit == .percent || unit == .percentagePoints else {
            return false
        }
        guard let place = find.firstRange(of: "{}") else { return true }
        return BlankScalar.trimmed(find[place.upperBound...]).isEmpty
    }
}
