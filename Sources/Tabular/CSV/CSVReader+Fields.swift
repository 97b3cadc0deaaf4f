extension CSVReader {
    /// Whether the line of the record holds nothing at all.
    public var isBlankLine: Bool { fieldCount == 0 }

    /// Whether no field holds anything but blanks; so also for `;;;`, as spreadsheets leave behind.
    public var isEmpty: Bool {
        for index in 0..<fieldCount {
            let isBlank = withField(index) { CellText.isBlank($0) }
            guard isBlank == true else { return false }
        }
        return true
    }

    /// Lends the bytes of one field: UTF-8, without the quotes around it.
    ///
    /// - Parameters:
    ///   - index: the field, counted from 0.
    ///   - body: gets the bytes, which are valid during the call only.
    /// - Returns: what `body` returns, or nil if the record has no such field.
    /// - Throws: what `body` throws.
    @inlinable
    public func withField<Value, Failure: Error>(
        _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        guard index >= 0, index < fieldCount else { return nil }
        let field = fieldRanges[index]
        let bytes = UnsafeBufferPointer(
            start: record + field.start, count: field.end - field.start)
        return try body(bytes.span)
    }

    /// Copies one field into a string.
    ///
    /// - Parameter index: the field, counted from 0.
    /// - Returns: nil if the record has no such field.
    public func string(at index: Int) -> String? {
        withField(index) { (bytes) in
            bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Whether one field was written in quotes; false if the record has no such field.
    ///
    /// A quoted empty field and an unquoted one may mean different things, such as an empty text
    /// and no text.
    @inlinable
    public func isQuoted(at index: Int) -> Bool {
        guard index >= 0, index < fieldCount else { return false }
        return fieldRanges[index].isQuoted
    }

    /// Reads one field as a number.
    ///
    /// - Parameters:
    ///   - index: the field, counted from 0.
    ///   - format: how numbers are written in the source.
    /// - Returns: nil if the record has no such field.
    public func number(at index: Int, format: NumberFormat) -> NumberResult? {
        withField(index) { NumberCell.parse($0, format: format) }
    }
}
