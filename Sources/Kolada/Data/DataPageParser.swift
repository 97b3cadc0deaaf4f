/// Reads values in the shape of the API's answers, version 2 or 3, from bytes that come in pieces.
///
/// The members of an object may come in any order, unknown ones are passed over, and no more of the
/// text is held than one object.
public struct DataPageParser: ~Copyable {
    /// The longest object that is accepted, in bytes; Kolada's have some hundred.
    public static let longestObject = 1 << 20

    private enum Stage {
        case start, members, firstValue, laterValues, afterMember, over
    }

    private var window = ByteWindow()
    private var stage = Stage.start
    private var envelope = EnvelopeReader()
    private var element = DataElementReader()
    private var isFinal = false

    /// Starts before the first byte.
    public init() {}

    /// Reads the next bytes.
    /// - Throws: `KoladaFormatError` where the text is not what the API says.
    public mutating func read(
        _ bytes: UnsafeRawBufferPointer, into collector: inout SliceCollector
    ) throws(KoladaFormatError) {
        window.append(bytes)
        try advance(&collector)
    }

    /// Ends the text.
    /// - Returns: what the answer says besides its values.
    /// - Throws: `KoladaFormatError` where the text is cut off, has no values, or another number of
    ///   them than it says.
    public mutating func finish(
        into collector: inout SliceCollector
    ) throws(KoladaFormatError) -> PageFacts {
        isFinal = true
        try advance(&collector)
        guard stage == .over else { throw error(.cutOff, at: window.offset) }
        if let fault = envelope.fault {
            throw error(fault, at: window.offset, detail: envelope.facts.complaint ?? "")
        }
        return envelope.facts
    }

    private mutating func advance(
        _ collector: inout SliceCollector
    ) throws(KoladaFormatError) {
        var cursor = JSONCursor(place: window.first, end: window.end, isFinal: isFinal)
        let base = cursor.place
        let offset = window.offset
        var sound = base  // everything before it has been understood
        do throws(JSONStop) {
            while try step(&cursor, &collector, base: base, offset: offset) {
                sound = cursor.place
            }
        } catch {
            switch error {
            case .incomplete:
                window.drop(through: sound)
                guard window.count <= Self.longestObject else {
                    throw self.error(.tooLong, at: window.offset)
                }
                return
            case .malformed(let code):
                throw self.error(code, at: offset + (cursor.place - base))
            }
        }
        window.drop(through: cursor.place)
    }

    /// Reads one member of the envelope or one value; false when nothing is left.
    @inline(__always)
    private mutating func step(
        _ cursor: inout JSONCursor, _ collector: inout SliceCollector,
        base: UnsafePointer<UInt8>, offset: Int
    ) throws(JSONStop) -> Bool {
        switch stage {
        case .laterValues:
            if try cursor.goesOn(until: 0x5D) {
                try readValue(&cursor, &collector, base: base, offset: offset)
            } else {
                stage = .afterMember
            }
        case .firstValue:
            if cursor.next() == 0x5D {
                cursor.place += 1
                stage = .afterMember
            } else {
                try readValue(&cursor, &collector, base: base, offset: offset)
                stage = .laterValues
            }
        case .start:
            // A byte order mark has no meaning here, but files have it.
            if cursor.place.pointee == 0xEF, cursor.place[1] == 0xBB, cursor.place[2] == 0xBF {
                cursor.place += 3
            }
            try cursor.take(0x7B)
            if cursor.next() == 0x7D {
                cursor.place += 1
                stage = .over
            } else {
                if cursor.place >= cursor.end { throw cursor.stop(.cutOff) }
                stage = .members
            }
        case .members:
            switch try envelope.readMember(&cursor) {
            case .values: stage = .firstValue
            case .other: stage = .afterMember
            }
        case .afterMember:
            stage = try cursor.goesOn(until: 0x7D) ? .members : .over
        case .over:
            if cursor.next() != 0 || cursor.place < cursor.end {
                throw cursor.stop(.trailingText)
            }
            return false
        }
        return true
    }

    @inline(__always)
    private mutating func readValue(
        _ cursor: inout JSONCursor, _ collector: inout SliceCollector,
        base: UnsafePointer<UInt8>, offset: Int
    ) throws(JSONStop) {
        element.index = envelope.facts.valueCount
        element.byteOffset = offset + (cursor.place - base)
        try element.read(&cursor)
        do throws(KoladaFormatError.Code) {
            try element.hand(to: &collector)
        } catch {
            throw .malformed(error)
        }
        envelope.facts.valueCount += 1
    }

    private func error(
        _ code: KoladaFormatError.Code, at offset: Int, detail: String = ""
    ) -> KoladaFormatError {
        let path =
            switch stage {
            case .firstValue, .laterValues: element.path(atValue: envelope.facts.valueCount)
            default: "$"
            }
        return KoladaFormatError(code, byteOffset: offset, path: path, detail: detail)
    }
}
