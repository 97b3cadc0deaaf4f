/// Gathers a ``FileInspection`` from chunks of a file.
struct FileInspector {
    private var inspection = FileInspection()
    private var validator = UTF8Validator()
    private var offset = 0
    private var sequenceStart = 0
    private var lastCarriageReturn = -10
    private var lastNUL = -10

    /// Looks at the next bytes of the file.
    mutating func add(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard let bytes = chunk.baseAddress else { return }
        let room = FileInspection.sampleSize - inspection.sample.count
        if room > 0 { inspection.sample.append(contentsOf: chunk.prefix(room)) }
        var index = 0
        while index < chunk.count {
            if !validator.isInsideSequence, index + ByteWords.width <= chunk.count,
                ByteWords.isPlain(bytes + index)
            {
                index += ByteWords.width
                continue
            }
            look(at: bytes[index], offset + index)
            index += 1
        }
        offset += chunk.count
    }

    /// Gives the result when the file has ended.
    consuming func finish() -> FileInspection {
        if validator.isInsideSequence {
            inspection.endsInsideCharacter = true
            noteBadSequence(sequenceStart)
        }
        inspection.byteCount = offset
        inspection.byteOrderMark = ByteOrderMark(inspection.sample)
        inspection.signature = FileSignature(beginning: inspection.sample)
        return inspection
    }

    private mutating func look(at byte: UInt8, _ place: Int) {
        if byte < 0x20 {
            lookAtControl(byte, place)
        } else if (0x80..<0xA0).contains(byte) {
            lookAtHighControl(byte, place)
        }
        var step = advance(byte, place)
        if case .badSequence = step {
            noteBadSequence(sequenceStart)
            step = advance(byte, place)
        }
        switch step {
        case .completed: inspection.multibyteCount += 1
        case .badByte, .badSequence: noteBadSequence(place)
        case .ascii, .inside: break
        }
    }

    private mutating func advance(_ byte: UInt8, _ place: Int) -> UTF8Validator.Step {
        if !validator.isInsideSequence { sequenceStart = place }
        return validator.step(byte)
    }

    private mutating func lookAtControl(_ byte: UInt8, _ place: Int) {
        switch byte {
        case 0x00:
            inspection.firstNULOffset = inspection.firstNULOffset ?? place
            if place.isMultiple(of: 2) {
                inspection.evenNULCount += 1
            } else {
                inspection.oddNULCount += 1
            }
            lastNUL = place
        case 0x0A:
            // In UTF-16 a NUL lies between the two; it belongs to either of them.
            let follows =
                lastCarriageReturn == place - 1
                || (lastCarriageReturn == place - 2 && lastNUL == place - 1)
            if follows {
                inspection.lineEndings.cr -= 1
                inspection.lineEndings.crlf += 1
            } else {
                inspection.lineEndings.lf += 1
            }
        case 0x0D:
            inspection.lineEndings.cr += 1
            lastCarriageReturn = place
        default:
            break
        }
    }

    private mutating func lookAtHighControl(_ byte: UInt8, _ place: Int) {
        inspection.firstHighControlOffset = inspection.firstHighControlOffset ?? place
        if inspection.firstUndefinedOffset == nil, Windows1252.isUndefined(byte) {
            inspection.firstUndefinedOffset = place
            inspection.firstUndefinedLine = inspection.lineEndings.count + 1
        }
    }

    private mutating func noteBadSequence(_ place: Int) {
        inspection.badSequenceCount += 1
        if inspection.firstBadOffset == nil {
            inspection.firstBadOffset = place
            inspection.firstBadLine = inspection.lineEndings.count + 1
        }
    }
}

extension InputFile {
    /// Reads the file once from start to end, in chunks of 1 MiB, and rewinds it.
    ///
    /// - Parameter onBytes: gets every chunk in order, so that the caller can hash what is
    ///   inspected without reading it again.
    /// - Returns: what the bytes are like.
    /// - Throws: ``TabularError`` when the file cannot be read, or is written to meanwhile.
    public mutating func inspect(
        onBytes: (Span<UInt8>) -> Void = { _ in }
    ) throws(TabularError) -> FileInspection {
        rewind()
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
        defer { chunk.deallocate() }
        var inspector = FileInspector()
        while true {
            let count = try read(into: UnsafeMutableRawBufferPointer(chunk))
            guard count > 0 else { break }
            let bytes = UnsafeBufferPointer(rebasing: chunk[..<count])
            inspector.add(bytes)
            onBytes(bytes.span)
        }
        try checkUnchanged()
        rewind()
        return inspector.finish()
    }
}

extension FileInspection {
    /// Inspects bytes that are in memory already.
    public init(of bytes: [UInt8]) {
        var inspector = FileInspector()
        bytes.withUnsafeBufferPointer { inspector.add($0) }
        self = inspector.finish()
    }
}
