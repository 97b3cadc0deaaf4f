internal import CLibXML
internal import Glibc

/// Reads HTML with libxml2, which closes what pages leave open and resolves nothing outside the page.
enum HTMLReader {
    /// Reads a page: blocks as lines, rows of tables as lines with tabs.
    ///
    /// - Parameters:
    ///   - utf8: The page, as UTF-8 whatever it says of itself.
    ///   - limits: How much of it is believed.
    /// - Returns: the lines.
    /// - Throws: ``DocumentFault`` with `documentType`, `tooDeep`, `tooWide` or `outOfBounds`.
    static func lines(
        _ utf8: [UInt8], _ limits: DocumentLimits
    ) throws(DocumentFault) -> [PrintedLine] {
        guard !declaresEntities(utf8) else { throw .documentType }
        let following = HTMLFollowing(HTMLHandler(limits), limits)
        var functions = htmlSAXHandler()
        functions.startElement = { data, name, attributes in
            HTMLFollowing.of(data)?.start(name, attributes)
        }
        functions.endElement = { data, name in HTMLFollowing.of(data)?.end(name) }
        functions.characters = { data, text, count in HTMLFollowing.of(data)?.text(text, count) }
        functions.ignorableWhitespace = functions.characters
        guard let parser = htmlNewParserCtxt(), let ours = parser.pointee.sax else {
            throw .damaged(detail: "libxml2: no memory")
        }
        defer { htmlFreeParserCtxt(parser) }
        ours.pointee = functions
        parser.pointee.userData = Unmanaged.passUnretained(following).toOpaque()
        following.parser = parser
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        utf8.withUnsafeBytes { bytes in
            let page = bytes.assumingMemoryBound(to: CChar.self)
            // The bytes are UTF-8 by now, whatever the page declares. There is no tree: our functions
            // make none.
            let tree = htmlCtxtReadMemory(
                parser, page.baseAddress, CInt(page.count), nil, "UTF-8",
                CInt(bitPattern: options))
            if let tree { xmlFreeDoc(tree) }
        }
        return try withExtendedLifetime(following) { () throws(DocumentFault) in
            try following.finish()
        }
    }

    /// Whether the page declares entities, as attacks do and pages never.
    private static func declaresEntities(_ utf8: [UInt8]) -> Bool {
        let word = Array("<!entity".utf8)
        var place = 0
        while place + word.count <= utf8.count {
            guard utf8[place] == word[0] else {
                place += 1
                continue
            }
            // Letters to lower case; what else changes is no letter of the word.
            let isWord = word.indices.allSatisfy { utf8[place + $0] | 0x20 == word[$0] | 0x20 }
            if isWord { return true }
            place += 1
        }
        return false
    }
}

/// Carries events from libxml2's C functions to the handler, and its fault back.
private final class HTMLFollowing {
    var parser: htmlParserCtxtPtr?
    private var handler: HTMLHandler
    private let limits: DocumentLimits
    private var depth = 0
    private var elements = 0
    private var fault: DocumentFault?

    init(_ handler: HTMLHandler, _ limits: DocumentLimits) {
        self.handler = handler
        self.limits = limits
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> HTMLFollowing? {
        data.map { Unmanaged<HTMLFollowing>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(
        _ name: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        depth += 1
        elements += 1
        guard depth <= limits.depth, elements <= limits.elements else { return stop(.tooDeep) }
        guard let name else { return }
        run { (handler: inout HTMLHandler) throws(DocumentFault) in
            try handler.start(HTMLName(name), HTMLAttributes(attributes))
        }
    }

    func end(_ name: UnsafePointer<xmlChar>?) {
        depth -= 1
        guard let name else { return }
        run { (handler: inout HTMLHandler) throws(DocumentFault) in
            try handler.end(HTMLName(name))
        }
    }

    func text(_ text: UnsafePointer<xmlChar>?, _ count: CInt) {
        guard let text else { return }
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        run { (handler: inout HTMLHandler) throws(DocumentFault) in try handler.text(bytes) }
    }

    func finish() throws(DocumentFault) -> [PrintedLine] {
        if let fault { throw fault }
        return try handler.finish()
    }

    private func run(_ body: (inout HTMLHandler) throws(DocumentFault) -> Void) {
        guard fault == nil else { return }
        do throws(DocumentFault) {
            try body(&handler)
        } catch {
            stop(error)
        }
    }

    private func stop(_ reason: DocumentFault) {
        fault = fault ?? reason
        if let parser { xmlStopParser(parser) }
    }
}

/// The name of an element; valid while its event lasts.
struct HTMLName {
    private let name: UnsafePointer<UInt8>

    init(_ name: UnsafePointer<UInt8>) {
        self.name = name
    }

    /// The name in small letters, as libxml2 gives known ones.
    var text: String { String(cString: name) }
}

/// The attributes of an element; valid while its event lasts.
struct HTMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    init(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        self.list = list
    }

    /// The value of an attribute; empty where it has none, nil where it is not given.
    subscript(name: String) -> String? {
        guard let list else { return nil }
        var index = 0
        while let key = list[index] {
            if String(cString: key).lowercased() == name {
                return list[index + 1].map { String(cString: $0) } ?? ""
            }
            index += 2
        }
        return nil
    }

    /// The value of an attribute as a whole number from 0.
    func number(_ name: String) -> Int? {
        self[name].flatMap { Int($0.filter { $0 != " " }) }.flatMap { $0 < 0 ? nil : $0 }
    }
}
