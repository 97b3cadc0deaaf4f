/// Which dialect a file is read in, or why none can be told.
public struct DialectDetection: Sendable, Hashable {
    /// The dialect, or nil when the sample fits none or more than one: it must then be declared.
    public let dialect: CSVDialect?
    /// What the choice rests on, or why there is none.
    public let reason: DialectReason
    /// What each dialect that was tried makes of the sample; empty unless dialects were tried.
    public let candidates: [DialectCandidate]

    /// The number of records of the sample that are looked at.
    public static let recordLimit = 200

    /// Tells the dialect of a text from its first records.
    ///
    /// A delimiter is chosen only if it is the only one that occurs outside quotes, or the only one
    /// that gives every record the same number of fields.
    ///
    /// - Parameters:
    ///   - text: the beginning of the file as UTF-8.
    ///   - isComplete: whether this is all of the file; if not, the last record is left out.
    public init(sample text: [UInt8], isComplete: Bool) {
        let separatorLine = text.withUnsafeBufferPointer { SeparatorLine($0) }
        if let separatorLine {
            self.init(CSVDialect(delimiter: separatorLine.delimiter), .separatorLine)
            return
        }
        let all = CSVDialect.candidates.map {
            DialectCandidate($0, sample: text, isComplete: isComplete)
        }
        let present = all.filter { $0.greatestFieldCount > 1 }
        let consistent = present.filter(\.isConsistent)
        if present.isEmpty {
            self.init(nil, .noDelimiter, all)
        } else if let only = present.first, present.count == 1 {
            self.init(only.dialect, .onlyDelimiter, all)
        } else if let only = consistent.first, consistent.count == 1 {
            self.init(only.dialect, .onlyConsistent, all)
        } else {
            self.init(nil, consistent.isEmpty ? .noneConsistent : .ambiguous, all)
        }
    }

    /// Tells the dialect of a file that has been inspected, unless it is declared.
    ///
    /// - Parameters:
    ///   - inspection: what the first pass over the file found.
    ///   - encoding: the encoding of the file.
    ///   - declared: the dialect named for the source, or nil to detect it.
    /// - Returns: the dialect if there is one, and the reason.
    /// - Throws: ``TabularError`` when the sample is not text in that encoding.
    public static func resolve(
        _ inspection: FileInspection, encoding: TextEncoding, declared: CSVDialect? = nil
    ) throws(TabularError) -> DialectDetection {
        if let declared { return DialectDetection(declared, .declared) }
        var transcoder = Transcoder(from: encoding)
        var text: [UInt8] = []
        try transcoder.append(inspection.sample.span, to: &text)
        return DialectDetection(sample: text, isComplete: inspection.sampleIsComplete)
    }

    private init(
        _ dialect: CSVDialect?, _ reason: DialectReason, _ candidates: [DialectCandidate] = []
    ) {
        self.dialect = dialect
        self.reason = reason
        self.candidates = candidates
    }
}

/// What the choice of a dialect rests on, or why there is none.
public enum DialectReason: String, Sendable, Hashable, CaseIterable {
    /// The source declares it.
    case declared
    /// The first line is of the kind `sep=;`.
    case separatorLine = "separator-line"
    /// No other delimiter occurs outside quotes.
    case onlyDelimiter = "only-delimiter"
    /// No other delimiter gives every record the same number of fields.
    case onlyConsistent = "only-consistent"
    /// More than one delimiter gives every record the same number of fields.
    case ambiguous
    /// More than one delimiter occurs, and none gives every record the same number of fields.
    case noneConsistent = "none-consistent"
    /// No delimiter occurs at all: one column, or a delimiter that is not tried.
    case noDelimiter = "no-delimiter"

    /// Whether the reason comes with a dialect.
    public var isDecided: Bool {
        switch self {
        case .declared, .separatorLine, .onlyDelimiter, .onlyConsistent: true
        case .ambiguous, .noneConsistent, .noDelimiter: false
        }
    }
}

/// What one dialect makes of the first records of a file.
public struct DialectCandidate: Sendable, Hashable {
    /// The dialect that was tried.
    public let dialect: CSVDialect
    /// The number of records looked at, blank lines not counted.
    public private(set) var recordCount = 0
    /// The number of records whose quoting is broken in this dialect.
    public private(set) var brokenCount = 0
    /// The smallest number of fields in a whole record; 0 if there is none.
    public private(set) var smallestFieldCount = 0
    /// The greatest number of fields in a whole record.
    public private(set) var greatestFieldCount = 0

    /// Whether every record has the same number of fields, more than one, and none is broken.
    public var isConsistent: Bool {
        brokenCount == 0 && greatestFieldCount > 1 && smallestFieldCount == greatestFieldCount
    }

    init(_ dialect: CSVDialect, sample: [UInt8], isComplete: Bool) {
        self.dialect = dialect
        var reader = CSVReader(bytes: sample, dialect: dialect)
        while recordCount < DialectDetection.recordLimit {
            // The sample is UTF-8 already; were it not, what lies before the bad byte must do.
            guard let hasRecord = try? reader.next(), hasRecord else { break }
            if reader.isBlankLine { continue }
            if !isComplete, !reader.isTerminated { break }
            recordCount += 1
            guard reader.problem == nil else {
                brokenCount += 1
                continue
            }
            let count = reader.fieldCount
            smallestFieldCount = smallestFieldCount == 0 ? count : min(smallestFieldCount, count)
            greatestFieldCount = max(greatestFieldCount, count)
        }
    }
}
