/// The end of a PDF, by which a file that was cut off is known.
///
/// A reader of PDF makes what it can of such a file, and what it cannot is missing without a word.
enum PDFEnd {
    /// In how many bytes of the end the mark must stand (ISO 32000-1, H.3, says 1,024; some writers add
    /// more).
    static let length = 4_096

    /// Whether the last bytes of a file hold the mark of its end.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        bytes.firstRange(of: Array("%%EOF".utf8)) != nil
    }
}
