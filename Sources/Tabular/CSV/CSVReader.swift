/// Reads delimited text record by record, in memory that does not grow with the file.
///
/// ```swift
/// var reader = CSVReader(file: file, encoding: .utf8, dialect: .semicolon)
/// while try reader.next() {
///     guard reader.problem == nil else { continue }
///     let code = reader.string(at: 0)
///     let value = reader.number(at: 1, format: .swedish)
/// }
/// ```
///
/// The rules are those of RFC 4180, read strictly: a quoted field begins and ends with a quote,
/// holds doubled quotes only, and nothing stands beside it. Lines end with CR LF, LF or CR; the
/// last one may lack its end. What breaks the rules is given as a record with a ``problem``.
/// The number of fields is the caller's to judge, and so are blank lines, which are records
/// without fields. A first line such as `sep=;` is skipped if it names the delimiter in use.
public struct CSVReader: ~Copyable {
    /// How fields are set apart.
    public let dialect: CSVDialect
    /// The greatest size of a record in bytes of UTF-8, its line end not counted.
    public let maximumRecordSize: Int

    /// The physical line on which the record begins, counted from 1; 0 before the first record.
    public private(set) var line = 0
    /// The physical line on which the record ends; above ``line`` if quotes hold a line end.
    public private(set) var endLine = 0
    /// What is wrong with the record as CSV, or nil.
    public private(set) var problem: RecordProblem?
    /// Whether a line end closes the record; a last record without one may be cut off.
    public private(set) var isTerminated = false
    /// Whether the file began with a line such as `sep=;`, which is no record.
    public private(set) var hasSeparatorLine = false

    /// The number of fields of the record; 0 for a blank line.
    public private(set) var fieldCount = 0
    /// The first byte of the record, and where its fields lie from there.
    ///
    /// Both are valid until the next call of ``next()``. They are kept beside the values that own
    /// the memory so that access to fields can be inlined into other modules.
    @usableFromInline private(set) var record: UnsafePointer<UInt8>
    @usableFromInline private(set) var fieldRanges: UnsafePointer<FieldRange>

    private var text: TextBuffer
    private var fields = FieldList()
    private var scanner: CSVScanner
    private var recordLength = 0
    private var nextLine = 1
    private var isAtStart = true
    /// Whether a LF that comes next belongs to the CR read last.
    private var mayBeginWithLF = false
    /// Whether the rest of an overlong line is still to be passed over.
    private var isInsideOverlongLine = false

    /// The size up to which records are read if the caller says nothing: 1 MiB.
    public static let defaultMaximumRecordSize = 1 << 20

    /// Starts reading a file from where it stands, normally its start.
    ///
    /// - Parameters:
    ///   - file: the file; the reader closes it in the end.
    ///   - encoding: the encoding of the file's bytes; a byte order mark is dropped.
    ///   - dialect: how fields are set apart.
    ///   - maximumRecordSize: the greatest size of a record in bytes of UTF-8.
    public init(
        file: consuming InputFile, encoding: TextEncoding, dialect: CSVDialect,
        maximumRecordSize: Int = defaultMaximumRecordSize
    ) {
        self.init(
            .file(file), encoding, dialect, maximumRecordSize: maximumRecordSize,
            chunkSize: 256 * 1024)
    }

    /// Starts reading a stream from where it stands.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - encoding: the encoding of its bytes; a byte order mark is dropped.
    ///   - dialect: how fields are set apart.
    ///   - maximumRecordSize: the greatest size of a record in bytes of UTF-8.
    public init(
        stream: consuming InputStream, encoding: TextEncoding = .utf8, dialect: CSVDialect,
        maximumRecordSize: Int = defaultMaximumRecordSize
    ) {
        self.init(
            .stream(stream), encoding, dialect, maximumRecordSize: maximumRecordSize,
            chunkSize: 64 * 1024)
    }

    /// Starts reading bytes that are in memory already.
    ///
    /// - Parameters:
    ///   - bytes: all of the text.
    ///   - encoding: the encoding of the bytes; a byte order mark is dropped.
    ///   - dialect: how fields are set apart.
    ///   - maximumRecordSize: the greatest size of a record in bytes of UTF-8.
    public init(
        bytes: [UInt8], encoding: TextEncoding = .utf8, dialect: CSVDialect,
        maximumRecordSize: Int = defaultMaximumRecordSize
    ) {
        self.init(
            .memory(MemoryBytes(bytes)), encoding, dialect, maximumRecordSize: maximumRecordSize,
            chunkSize: 64 * 1024)
    }

    init(
        _ source: consuming ByteSource, _ encoding: TextEncoding, _ dialect: CSVDialect,
        maximumRecordSize: Int, chunkSize: Int
    ) {
        self.dialect = dialect
        self.maximumRecordSize = max(1, min(maximumRecordSize, 1 << 30))
        text = TextBuffer(source, encoding: encoding, chunkSize: chunkSize)
        scanner = CSVScanner(dialect)
        record = UnsafePointer(text.unread)
        fieldRanges = UnsafePointer(fields.memory)
    }

    /// Reads the next record; fields of the one before are gone.
    ///
    /// - Returns: false at the end of the file.
    /// - Throws: ``TabularError`` when the file cannot be read any further, with the physical line;
    ///   also when the file was written to since it was opened.
    public mutating func next() throws(TabularError) -> Bool {
        do throws(TabularError) {
            let hasRecord = try readRecord()
            showRecord()
            return hasRecord
        } catch {
            fields.removeAll()
            showRecord()
            var located = error
            if located.line == nil, located.byteOffset != nil, located.code != .cannotRead {
                located.line = nextLine + PhysicalLines.count(text.unread, text.available)
            }
            throw located
        }
    }

    private mutating func showRecord() {
        record = UnsafePointer(text.unread)
        fieldRanges = UnsafePointer(fields.memory)
        fieldCount = fields.count
    }

    private mutating func readRecord() throws(TabularError) -> Bool {
        text.position += recordLength
        recordLength = 0
        problem = nil
        fields.removeAll()
        if isInsideOverlongLine { try passOverLine() }
        if mayBeginWithLF { try passOverLF() }
        if isAtStart {
            isAtStart = false
            try passOverSeparatorLine()
        }
        guard try hasByte() else { return false }
        line = nextLine
        while true {
            let window = min(text.available, maximumRecordSize + 1)
            let outcome = scanner.scan(
                text.unread, to: window,
                isFinal: text.isFinal && window == text.available && window <= maximumRecordSize,
                into: &fields)
            switch outcome {
            case .record(let next):
                accept(next)
                return true
            case .broken(let problem):
                try reject(problem)
                return true
            case .incomplete(let openQuote):
                if window > maximumRecordSize {
                    let quoteLine = openQuote.map { line + PhysicalLines.count(text.unread, $0) }
                    try reject(.tooLong(limit: maximumRecordSize, quoteOpenedAtLine: quoteLine))
                    return true
                }
                if text.isFinal, let openQuote {
                    let quoteLine = line + PhysicalLines.count(text.unread, openQuote)
                    try reject(
                        .unclosedQuote(field: fields.count - 1, openedAtLine: quoteLine))
                    return true
                }
                try text.fill()
            }
        }
    }

    /// Takes the record as the scanner found it.
    private mutating func accept(_ length: Int) {
        recordLength = length
        isTerminated = scanner.isTerminated
        mayBeginWithLF = scanner.endsWithCarriageReturn
        let lineEnds =
            scanner.hasQuotedLineEnd
            ? PhysicalLines.count(text.unread, length) : (isTerminated ? 1 : 0)
        nextLine = line + lineEnds
        endLine = isTerminated ? nextLine - 1 : nextLine
        if let field = scanner.fieldWithNUL { problem = .nulByte(field: field) }
        if scanner.hasDoubledQuotes { undoubleQuotes(below: fields.count) }
        // A line without a byte is a record without fields; a quoted empty field is one field.
        if fields.count == 1, fields.last.start == fields.last.end, !fields.last.isQuoted {
            fields.removeAll()
        }
    }

    /// Gives the first physical line of a broken record, and goes on behind it.
    private mutating func reject(_ reason: RecordProblem) throws(TabularError) {
        problem = reason
        var lineEnd = PhysicalLines.firstEnd(text.unread, 0..<text.available)
        while lineEnd == nil, !text.isFinal, text.available <= maximumRecordSize {
            let searched = text.available
            try text.fill()
            lineEnd = PhysicalLines.firstEnd(text.unread, searched..<text.available)
        }
        let contentEnd = min(lineEnd ?? text.available, maximumRecordSize)
        while fields.count > 1, fields.last.start > contentEnd { fields.removeLast() }
        if fields.count == 0 { fields.append(FieldRange(start: 0, end: 0)) }
        // The field to blame is given as it stands in the file, its quote included.
        let start = min(fields.last.start - (fields.last.isQuoted ? 1 : 0), contentEnd)
        fields.last = FieldRange(start: start, end: contentEnd)
        undoubleQuotes(below: fields.count - 1)

        endLine = line
        nextLine = line + 1
        isTerminated = lineEnd != nil
        guard let lineEnd else {
            recordLength = text.available
            isInsideOverlongLine = !text.isFinal
            return
        }
        recordLength = lineEnd + 1
        mayBeginWithLF = text.unread[lineEnd] == 0x0D
    }

    /// Makes doubled quotes single, in place; values only become shorter.
    private mutating func undoubleQuotes(below count: Int) {
        let bytes = text.unread
        let quote = dialect.quote ?? 0
        for number in 0..<count where fields[number].hasDoubledQuotes {
            let field = fields[number]
            var target = field.start
            var index = field.start
            while index < field.end {
                bytes[target] = bytes[index]
                index += bytes[index] == quote ? 2 : 1
                target += 1
            }
            fields[number].end = target
            fields[number].hasDoubledQuotes = false
        }
    }

    private mutating func hasByte() throws(TabularError) -> Bool {
        while text.available == 0 {
            guard !text.isFinal else { return false }
            try text.fill()
        }
        return true
    }

    private mutating func passOverLF() throws(TabularError) {
        mayBeginWithLF = false
        if try hasByte(), text.unread[0] == 0x0A { text.position += 1 }
    }

    private mutating func passOverLine() throws(TabularError) {
        isInsideOverlongLine = false
        while try hasByte() {
            if let end = PhysicalLines.firstEnd(text.unread, 0..<text.available) {
                mayBeginWithLF = text.unread[end] == 0x0D
                text.position += end + 1
                return
            }
            text.position += text.available
        }
    }

    private mutating func passOverSeparatorLine() throws(TabularError) {
        while text.available < SeparatorLine.maximumLength, !text.isFinal { try text.fill() }
        let head = UnsafeBufferPointer(start: text.unread, count: text.available)
        guard let found = SeparatorLine(head) else { return }
        guard found.delimiter == dialect.delimiter else {
            throw TabularError(
                .contradictsSeparatorLine, line: 1,
                detail: "found \(CSVDialect(delimiter: found.delimiter).delimiterName), "
                    + "expected \(dialect.delimiterName)")
        }
        hasSeparatorLine = true
        text.position += found.length
        nextLine = 2
    }
}
