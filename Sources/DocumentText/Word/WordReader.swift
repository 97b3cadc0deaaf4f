internal import Workbook

/// Reads a DOCX (ECMA-376): paragraphs as lines, rows of tables as lines with tabs.
///
/// Headers, footers, footnotes and comments are parts of their own and are not read.
enum WordReader {
    /// What was read.
    struct Document {
        /// The lines.
        var lines: [PrintedLine]
        /// Whether somebody's changes wait to be accepted.
        var hasTrackedChanges: Bool
    }

    /// Reads a document.
    static func read(_ path: String, _ limits: DocumentLimits) throws(DocumentFault) -> Document {
        let handler = WordHandler(limits)
        do {
            try read(path, limits, handler)
        } catch {
            throw handler.fault ?? DocumentFault(error)
        }
        if let fault = handler.fault { throw fault }
        switch handler.root {
        case .document: break
        case .workbook: throw .otherKind("XLSX")
        case .other, nil: throw .otherKind("ZIP")
        }
        return Document(
            lines: handler.lines, hasTrackedChanges: handler.hasTrackedChanges)
    }

    private static func read(
        _ path: String, _ limits: DocumentLimits, _ handler: WordHandler
    ) throws(WorkbookError) {
        var bounds = WorkbookLimits()
        bounds.partBytes = limits.partBytes
        bounds.depth = limits.depth
        let archive = try ZipArchive(path: path, limits: bounds)
        let relations = try Relationships(Relationships.root, archive, limits: bounds)
        guard let main = relations.target(ofType: "/officeDocument") else {
            throw WorkbookError(.missingPart, part: Relationships.root)
        }
        try XMLReader.read(
            main, of: archive, limit: limits.partBytes, depth: limits.depth, handler)
    }
}
