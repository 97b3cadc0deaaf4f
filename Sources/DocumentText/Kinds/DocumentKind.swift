internal import Tabular

/// What a report is written in.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
    /// Plain text.
    case text
    /// PDF.
    case pdf
    /// HTML.
    case html
    /// A text document of Word or LibreOffice in Office Open XML.
    case docx

    /// What the end of a file's name says of its kind; nil when it says nothing.
    public init?(name path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "txt", "text", "md": self = .text
        case "pdf": self = .pdf
        case "html", "htm", "xhtml": self = .html
        case "docx": self = .docx
        default: return nil
        }
    }

    /// The ends of names by which a folder's reports are known, without the dot.
    public static let extensions = ["txt", "pdf", "html", "htm", "docx"]
}

/// What the first bytes of a file say that it is.
enum BytesKind: Equatable {
    case text
    case pdf
    case html
    /// A ZIP archive, of which its parts must tell more.
    case archive
    /// Something else, by its name for people.
    case other(String)

    /// How many bytes of a file are looked at.
    static let length = 1024

    /// Recognises a kind by the beginning of a file.
    init(_ bytes: [UInt8]) {
        switch FileSignature(beginning: bytes) {
        case .zipArchive: self = .archive
        case .compoundFile: self = .other(".doc/.xls, or locked by a password")
        case .pdf: self = .pdf
        case .gzip: self = .other("gzip")
        case .html: self = .html
        case nil: self = Self.markup(bytes)
        }
    }

    private static func markup(_ bytes: [UInt8]) -> BytesKind {
        let text = String(decoding: bytes.prefix(length), as: UTF8.self).lowercased()
        var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if rest.hasPrefix("{\\rtf") { return .other("RTF") }
        if rest.hasPrefix("%pdf-") { return .pdf }
        let isXML = rest.hasPrefix("<?xml")
        // What may stand before the first element.
        while rest.hasPrefix("<?") || rest.hasPrefix("<!--") {
            let mark = rest.hasPrefix("<?") ? ">" : "-->"
            guard let end = rest.firstRange(of: mark) else { break }
            rest = rest[end.upperBound...].drop { $0.isWhitespace }
        }
        if rest.hasPrefix("<!doctype html") { return .html }
        guard rest.first == "<" else { return isXML ? .other("XML") : .text }
        if rest.hasPrefix("<!doctype") || rest.hasPrefix("<!entity") { return .other("XML") }
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber }
        if elements.contains(String(name)) { return .html }
        return isXML ? .other("XML") : .text
    }

    /// The elements with which a page, or a piece of one, begins.
    private static let elements: Set<String> = [
        "html", "head", "body", "title", "meta", "link", "style", "script", "table", "thead",
        "tbody", "tr", "div", "section", "article", "main", "p", "h1", "h2", "h3", "ul", "ol",
        "span", "center", "font", "b", "a",
    ]
}
