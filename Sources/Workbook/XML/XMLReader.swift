internal import CExpat

/// What follows the elements of an XML part as they come.
///
/// Names are without their namespace: writers choose prefixes freely.
package protocol XMLHandler: AnyObject {
    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError)
    /// An element ends.
    func end(_ name: XMLName) throws(WorkbookError)
    /// Text comes, in pieces of any size.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError)
    /// Whether nothing more is wanted.
    var isDone: Bool { get }
}

/// Reads a part of an archive as XML, with expat, which resolves nothing outside the part.
package enum XMLReader {
    /// Reads a part from its start to its end, or until the handler is done.
    ///
    /// - Throws: ``WorkbookError`` with the line inside the part.
    package static func read(
        _ part: String, of archive: borrowing ZipArchive, limit: Int, depth: Int,
        _ handler: any XMLHandler
    ) throws(WorkbookError) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: XMLName.separator)) else {
            throw WorkbookError(.damaged, part: part, detail: "expat: no memory")
        }
        defer { XML_ParserFree(parser) }
        let following = Following(handler, parser: parser, depth: depth)
        XML_SetUserData(parser, Unmanaged.passUnretained(following).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                Following.of(data)?.start(name, attributes)
            }, { data, name in Following.of(data)?.end(name) })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            Following.of(data)?.text(text, Int(count))
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            Following.of(data)?.fail(WorkbookError(.documentType))
        }
        try archive.read(part, limit: limit) { chunk throws(WorkbookError) in
            try following.parse(chunk, part: part, isFinal: false)
        }
        if !handler.isDone {
            let end = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
            _ = try following.parse(end, part: part, isFinal: true)
        }
    }
}

/// Carries events from expat's C functions to a handler, and its error back.
private final class Following {
    private let handler: any XMLHandler
    private let parser: XML_Parser
    private let deepest: Int
    private var depth = 0
    private var failure: WorkbookError?

    init(_ handler: any XMLHandler, parser: XML_Parser, depth: Int) {
        self.handler = handler
        self.parser = parser
        deepest = depth
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> Following? {
        data.map { Unmanaged<Following>.fromOpaque($0).takeUnretainedValue() }
    }

    func parse(
        _ chunk: UnsafeBufferPointer<UInt8>, part: String, isFinal: Bool
    ) throws(WorkbookError) -> Bool {
        let status = chunk.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, CInt($0.count), isFinal ? 1 : 0)
        }
        let line = Int(XML_GetCurrentLineNumber(parser))
        if var failure {
            failure.part = part
            failure.line = failure.line ?? line
            throw failure
        }
        if handler.isDone { return false }
        guard status == XML_STATUS_OK else {
            let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
            throw WorkbookError(.damaged, part: part, line: line, detail: words ?? "")
        }
        return true
    }

    func start(
        _ name: UnsafePointer<XML_Char>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        depth += 1
        guard depth <= deepest else { return fail(WorkbookError(.tooDeep)) }
        guard let name, let attributes else { return }
        run { () throws(WorkbookError) in
            try handler.start(XMLName(name), XMLAttributes(attributes))
        }
    }

    func end(_ name: UnsafePointer<XML_Char>?) {
        depth -= 1
        guard let name else { return }
        run { () throws(WorkbookError) in try handler.end(XMLName(name)) }
    }

    func text(_ text: UnsafePointer<XML_Char>?, _ count: Int) {
        guard let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
            run { () throws(WorkbookError) in
                try handler.text(UnsafeBufferPointer(start: bytes, count: count))
            }
        }
    }

    func fail(_ error: WorkbookError) {
        failure = failure ?? error
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func run(_ body: () throws(WorkbookError) -> Void) {
        guard failure == nil, !handler.isDone else { return }
        do {
            try body()
        } catch {
            return fail(error)
        }
        if handler.isDone { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
    }
}
