/// Finds the fields of one record in memory; holds no state between records and does no reading.
struct CSVScanner {
    /// How the scan of a record ended.
    enum Outcome {
        /// The record is complete; the offset behind its line end.
        case record(next: Int)
        /// The bytes end before the record does.
        case incomplete(openQuoteAt: Int?)
        /// The quoting is broken in the field scanned last.
        case broken(RecordProblem)
    }

    private let delimiter: UInt8
    private let quote: UInt8
    private let hasQuote: Bool
    private let delimiterPattern: UInt64
    private let quotePattern: UInt64

    /// Whether the record's line end is a lone CR at the very end of the bytes, so that a LF that
    /// comes next still belongs to it.
    private(set) var endsWithCarriageReturn = false
    /// Whether a line end closed the record, rather than the end of the file.
    private(set) var isTerminated = false
    /// Whether a line end lies within quotes, so that the record has several physical lines.
    private(set) var hasQuotedLineEnd = false
    /// Whether any field holds doubled quotes that stand for single ones.
    private(set) var hasDoubledQuotes = false
    /// The first field that holds a NUL byte.
    private(set) var fieldWithNUL: Int?

    init(_ dialect: CSVDialect) {
        delimiter = dialect.delimiter
        hasQuote = dialect.quote != nil
        // Without a quote character the delimiter stands in: it is tested for first, so the quote
        // never matches, and the inner loop needs no extra test.
        quote = dialect.quote ?? dialect.delimiter
        delimiterPattern = ByteWords.pattern(delimiter)
        quotePattern = ByteWords.pattern(quote)
    }

    /// Scans the record that begins at the first byte.
    ///
    /// - Parameters:
    ///   - bytes: the record and what follows it; all offsets count from here.
    ///   - end: the offset behind the last byte that may be looked at; above 0.
    ///   - isFinal: whether the file ends at `end`.
    ///   - fields: gets the record's fields; emptied first. If the record does not come out
    ///     whole, the last field is the one that was being scanned.
    /// - Returns: how it ended.
    mutating func scan(
        _ bytes: UnsafePointer<UInt8>, to end: Int, isFinal: Bool,
        into fields: inout FieldList
    ) -> Outcome {
        fields.removeAll()
        endsWithCarriageReturn = false
        isTerminated = false
        hasQuotedLineEnd = false
        hasDoubledQuotes = false
        fieldWithNUL = nil
        // Copies, so that writing fields need not make the loop read them anew.
        let (delimiter, quote, hasQuote) = (delimiter, quote, hasQuote)
        let (delimiterPattern, quotePattern) = (delimiterPattern, quotePattern)
        var index = 0
        fields: while true {
            if hasQuote, index < end, bytes[index] == quote {
                switch scanQuoted(bytes, &index, end, isFinal, &fields) {
                case .delimiter: continue fields
                case .ended(let outcome): return outcome
                }
            }
            let fieldStart = index
            while true {
                Self.pass(bytes, &index, end, delimiterPattern, quotePattern)
                guard index < end else {
                    fields.append(FieldRange(start: fieldStart, end: index))
                    return isFinal ? .record(next: index) : .incomplete(openQuoteAt: nil)
                }
                let byte = bytes[index]
                if byte == delimiter {
                    fields.append(FieldRange(start: fieldStart, end: index))
                    index += 1
                    continue fields
                }
                if byte == 0x0A || byte == 0x0D {
                    fields.append(FieldRange(start: fieldStart, end: index))
                    return lineEnd(bytes, index, end)
                }
                if byte == quote {
                    fields.append(FieldRange(start: fieldStart, end: index))
                    return .broken(.quoteInUnquotedField(field: fields.count - 1))
                }
                if byte == 0 { noteNUL(in: fields.count) }
                index += 1
            }
        }
    }

    private enum Ending {
        case delimiter
        case ended(Outcome)
    }

    private mutating func scanQuoted(
        _ bytes: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int, _ isFinal: Bool,
        _ fields: inout FieldList
    ) -> Ending {
        let opening = index
        var hasDoubled = false
        index += 1
        while true {
            while true {
                Self.pass(bytes, &index, end, quotePattern, quotePattern)
                guard index < end else { break }
                let byte = bytes[index]
                if byte == quote { break }
                if byte == 0x0A || byte == 0x0D { hasQuotedLineEnd = true }
                if byte == 0 { noteNUL(in: fields.count) }
                index += 1
            }
            guard index < end else {
                fields.append(FieldRange(start: opening, end: end))
                return .ended(.incomplete(openQuoteAt: opening))
            }
            if index + 1 < end, bytes[index + 1] == quote {
                hasDoubled = true
                hasDoubledQuotes = true
                index += 2
                continue
            }
            break
        }
        let field = FieldRange(
            start: opening + 1, end: index, isQuoted: true, hasDoubledQuotes: hasDoubled)
        index += 1
        guard index < end else {
            // The quote may be the first of two.
            guard isFinal else {
                fields.append(FieldRange(start: opening, end: end))
                return .ended(.incomplete(openQuoteAt: opening))
            }
            fields.append(field)
            return .ended(.record(next: index))
        }
        if bytes[index] == delimiter {
            fields.append(field)
            index += 1
            return .delimiter
        }
        if bytes[index] == 0x0A || bytes[index] == 0x0D {
            fields.append(field)
            return .ended(lineEnd(bytes, index, end))
        }
        fields.append(FieldRange(start: opening, end: index))
        return .ended(.broken(.textAfterClosingQuote(field: fields.count - 1)))
    }

    @inline(__always)
    private mutating func lineEnd(
        _ bytes: UnsafePointer<UInt8>, _ index: Int, _ end: Int
    ) -> Outcome {
        isTerminated = true
        guard bytes[index] == 0x0D else { return .record(next: index + 1) }
        guard index + 1 < end else {
            endsWithCarriageReturn = true
            return .record(next: index + 1)
        }
        return .record(next: bytes[index + 1] == 0x0A ? index + 2 : index + 1)
    }

    /// Moves past bytes that are neither of two given ones nor control characters, mostly; what it
    /// stops at may be any byte.
    @inline(__always)
    private static func pass(
        _ bytes: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int, _ first: UInt64,
        _ second: UInt64
    ) {
        while index + ByteWords.width <= end {
            let place = ByteWords.candidate(bytes + index, first, second)
            index += place
            if place < ByteWords.width { return }
        }
    }

    private mutating func noteNUL(in field: Int) {
        if fieldWithNUL == nil { fieldWithNUL = field }
    }
}
