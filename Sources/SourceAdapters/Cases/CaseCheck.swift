public import Diagnostics

/// Checks a file of case data without a database and without the key of pseudonyms.
public enum CaseCheck {
    /// How many rows that cannot be read are told of one by one.
    static let mostTold = 50

    /// What is wrong with the rows of a file; nothing of their text.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - spec: what its columns mean.
    /// - Returns: a warning for each of the first rows that cannot be read, and one for how many more.
    /// - Throws: `SourceError` when it holds a personal identity number, cannot be read, or lacks columns.
    public static func diagnostics(
        of path: String, _ spec: CasesSpec
    ) throws(SourceError) -> [Diagnostic] {
        // The pseudonyms are thrown away with the file, so any key does.
        guard let key = CaseKey([UInt8](repeating: 0, count: CaseKey.size)) else { return [] }
        let rejects = try CaseFile(path: path, spec: spec, key: key).rejects
        var told = rejects.prefix(mostTold).map { reject in
            Diagnostic(
                .warning, code: reject.reason.rawValue, reject.reason.text,
                at: .file(
                    path: path, line: reject.line,
                    column: reject.column > 0 ? reject.column : nil))
        }
        if rejects.count > mostTold {
            let more = rejects.count - mostTold
            told.append(
                Diagnostic(
                    .warning, code: "cases.more-rejects",
                    Text(
                        sv: "\(more) rader till kan inte läsas",
                        en: "\(more) more rows cannot be read"), at: .file(path: path)))
        }
        return told
    }
}
