/// Turns text that arrives in chunks, cut anywhere, into UTF-8.
///
/// A byte order mark at the start is dropped. Nothing is ever replaced: bytes that the encoding
/// does not allow end the conversion with an error that names their offset.
public struct Transcoder: Sendable {
    /// The encoding of the bytes that go in.
    public let encoding: TextEncoding

    /// The offset in the file of the next byte to come.
    private(set) var offset = 0
    /// Whether the place for a byte order mark lies behind.
    var isPastMark = false
    var validator = UTF8Validator()
    /// The bytes of a UTF-8 sequence whose rest lies in the next chunk, the first one lowest.
    var heldBytes: UInt32 = 0
    /// The first byte of a UTF-16 unit whose second byte lies in the next chunk.
    var halfUnit: UInt8?
    /// The first half of a surrogate pair whose second half has not come yet.
    var highSurrogate: UInt16?

    /// Makes a converter at the start of a file.
    public init(from encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Converts the next bytes of the file.
    ///
    /// - Parameters:
    ///   - chunk: the bytes that follow those of the last call.
    ///   - output: gets the UTF-8 appended; up to the offending byte if there is one.
    /// - Throws: ``TabularError`` with the byte's offset from the start of the file.
    public mutating func append(
        _ chunk: Span<UInt8>, to output: inout [UInt8]
    ) throws(TabularError) {
        var failure: TabularError?
        let capacity = chunk.count * encoding.growth + Self.slack
        output.append(addingCapacity: capacity) { memory in
            chunk.withUnsafeBufferPointer { input in
                let result = convert(input, to: memory)
                failure = result.failure
                return result.written
            }
        }
        if let failure { throw failure }
    }

    /// Tells that the file has ended.
    ///
    /// - Throws: ``TabularError`` with code `truncatedCharacter` when a character is incomplete.
    public func finish() throws(TabularError) {
        if let failure = endFailure { throw failure }
    }

    /// The error of ending here, or nil when the last character is complete.
    var endFailure: TabularError? {
        if validator.isInsideSequence {
            return TabularError(.truncatedCharacter, byteOffset: offset - validator.seen)
        }
        guard halfUnit != nil || highSurrogate != nil else { return nil }
        let pending = (halfUnit == nil ? 0 : 1) + (highSurrogate == nil ? 0 : 2)
        return TabularError(.truncatedCharacter, byteOffset: offset - pending)
    }

    /// What ``convert(_:to:)`` did.
    struct Conversion {
        /// The number of bytes of UTF-8 written.
        var written: Int
        /// Why it stopped, if it did.
        var failure: TabularError?
    }

    /// Room for what a chunk completes that an earlier chunk began.
    static let slack = 8

    /// Converts one chunk into memory with room for `growth` times as many bytes, and ``slack``.
    ///
    /// Only whole characters are written, so what is written is UTF-8 by itself.
    mutating func convert(
        _ input: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
    ) -> Conversion {
        guard let bytes = input.baseAddress, !input.isEmpty else { return Conversion(written: 0) }
        let conversion =
            switch encoding {
            case .utf8: validateUTF8(bytes, input.count, to: output)
            case .utf16LittleEndian, .utf16BigEndian: decodeUTF16(input, to: output)
            case .latin1: decodeSingleBytes(input, to: output, isWindows: false)
            case .windows1252: decodeSingleBytes(input, to: output, isWindows: true)
            }
        offset += input.count
        return conversion
    }
}

extension [UInt8] {
    /// Grows the array by what `body` writes into fresh memory of at least the given size.
    fileprivate mutating func append(
        addingCapacity capacity: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int
    ) {
        let addition = [UInt8](unsafeUninitializedCapacity: capacity) { memory, count in
            guard let base = memory.baseAddress else { return }
            count = body(base)
        }
        append(contentsOf: addition)
    }
}
