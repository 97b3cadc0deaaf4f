internal import Indicators

/// A page of a catalogue: what it lists and what stands around it.
public struct CataloguePage<Entry: Sendable>: Sendable {
    /// The entries, in the order of the answer.
    public var entries: [Entry]
    /// What the answer says besides.
    public var facts: PageFacts
}

/// Reads answers of the catalogue, version 2 or 3, from bytes that are all there.
public enum CatalogueParser {
    /// Reads indicators.
    /// - Throws: `KoladaFormatError` where the text is not what the API says.
    public static func indicators(
        _ bytes: [UInt8]
    ) throws(KoladaFormatError) -> CataloguePage<CatalogueIndicator> {
        try read(bytes, CatalogueIndicator.init)
    }

    /// Reads units.
    /// - Throws: `KoladaFormatError` where the text is not what the API says.
    public static func units(
        _ bytes: [UInt8]
    ) throws(KoladaFormatError) -> CataloguePage<CatalogueUnit> {
        try read(bytes, CatalogueUnit.init)
    }

    /// Reads groups of units or of indicators.
    /// - Throws: `KoladaFormatError` where the text is not what the API says.
    public static func groups(
        _ bytes: [UInt8]
    ) throws(KoladaFormatError) -> CataloguePage<CatalogueGroup> {
        try read(bytes, CatalogueGroup.init)
    }

    private static func read<Entry>(
        _ bytes: [UInt8], _ make: (CatalogueObject) throws(JSONStop) -> Entry
    ) throws(KoladaFormatError) -> CataloguePage<Entry> {
        let padded = bytes + Array(repeating: 0, count: ByteWindow.padding)
        var page = CataloguePage<Entry>(entries: [], facts: PageFacts())
        var fault: KoladaFormatError?
        padded.withUnsafeBufferPointer { memory in
            guard let base = memory.baseAddress else { return }
            var cursor = JSONCursor(place: base, end: base + bytes.count, isFinal: true)
            var envelope = EnvelopeReader()
            do throws(JSONStop) {
                try readEnvelope(&cursor, &envelope, &page, make)
                if let code = envelope.fault {
                    fault = KoladaFormatError(
                        code, byteOffset: cursor.place - base, path: "$",
                        detail: envelope.facts.complaint ?? "")
                }
                page.facts = envelope.facts
            } catch {
                if case .malformed(let code) = error {
                    fault = KoladaFormatError(
                        code, byteOffset: cursor.place - base,
                        path: "$.values[\(page.entries.count)]")
                }
            }
        }
        if let fault { throw fault }
        return page
    }

    private static func readEnvelope<Entry>(
        _ cursor: inout JSONCursor, _ envelope: inout EnvelopeReader,
        _ page: inout CataloguePage<Entry>, _ make: (CatalogueObject) throws(JSONStop) -> Entry
    ) throws(JSONStop) {
        if cursor.place.pointee == 0xEF, cursor.place[1] == 0xBB, cursor.place[2] == 0xBF {
            cursor.place += 3
        }
        try cursor.take(0x7B)
        if cursor.next() == 0x7D {
            cursor.place += 1
        } else {
            repeat {
                guard try envelope.readMember(&cursor) == .values else { continue }
                if cursor.next() == 0x5D {
                    cursor.place += 1
                    continue
                }
                repeat {
                    page.entries.append(try make(try CatalogueObject(&cursor)))
                    envelope.facts.valueCount += 1
                } while try cursor.goesOn(until: 0x5D)
            } while try cursor.goesOn(until: 0x7D)
        }
        guard cursor.next() == 0, cursor.place >= cursor.end else {
            throw cursor.stop(.trailingText)
        }
    }
}
