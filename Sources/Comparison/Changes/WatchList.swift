public import Diagnostics
public import Indicators

/// The indicators that somebody watches: a file with one code a line.
///
/// `#` begins a comment, to the end of the line; empty lines are skipped.
public struct WatchList: Sendable, Hashable {
    /// A code and the line it stands on, from 1.
    public struct Entry: Sendable, Hashable {
        /// The code.
        public var code: IndicatorCode
        /// The line.
        public var line: Int
    }

    /// The entries in the order of the file.
    public private(set) var entries: [Entry] = []
    private let path: String

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - text: the text of the file; a byte order mark is passed over.
    ///   - path: the file, for messages.
    /// - Throws: `Failure` with status 78 and every line that holds something else than a code, or
    ///   when there is no code at all.
    public init(_ text: String, path: String) throws(Failure) {
        self.path = path
        var faults: [Diagnostic] = []
        let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let word = String(line.prefix { $0 != "#" }).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            guard !word.isEmpty else { continue }
            if let code = IndicatorCode(word) {
                entries.append(Entry(code: code, line: index + 1))
            } else {
                faults.append(Self.unreadable(word, path: path, line: index + 1))
            }
        }
        guard faults.isEmpty else { throw Failure(.configuration, faults) }
        guard !entries.isEmpty else {
            throw Failure(
                .configuration, code: "watch.empty",
                Text(sv: "bevakningslistan är tom", en: "the watch list is empty"),
                at: .file(path: path),
                hint: Text(
                    sv: "skriv ett nyckeltals kod per rad, till exempel U33461",
                    en: "write one indicator's code a line, such as U33461"))
        }
    }

    /// The indicators that the list names, each once.
    ///
    /// - Throws: `Failure` with status 78 and every code that no indicator has, with those it may
    ///   have been meant for.
    public func indicators(among known: [Indicator]) throws(Failure) -> [Indicator] {
        let byCode = Dictionary(known.map { ($0.code, $0) }) { first, _ in first }
        var found: [Indicator] = []
        var faults: [Diagnostic] = []
        for entry in entries {
            guard let indicator = byCode[entry.code] else {
                faults.append(unknown(entry, among: known))
                continue
            }
            if !found.contains(where: { $0.key == indicator.key }) { found.append(indicator) }
        }
        guard faults.isEmpty else { throw Failure(.configuration, faults) }
        return found
    }

    private static func unreadable(_ word: String, path: String, line: Int) -> Diagnostic {
        Diagnostic(
            .error, code: "watch.unreadable",
            Text(
                sv: "\"\(word)\" är ingen nyckeltalskod", en: "\"\(word)\" is no indicator code"),
            at: .file(path: path, line: line),
            hint: Text(
                sv: "skriv bara koden på raden; det som följer efter # läses inte",
                en: "write only the code on the line; what follows # is not read"))
    }

    private func unknown(_ entry: Entry, among known: [Indicator]) -> Diagnostic {
        let near = Suggestion.nearest(
            to: entry.code.description, among: known.map(\.code.description))
        return Diagnostic(
            .error, code: "watch.unknown-indicator",
            Text(
                sv: "inget nyckeltal har koden \(entry.code)",
                en: "no indicator has the code \(entry.code)"),
            at: .file(path: path, line: entry.line),
            hint: near.isEmpty
                ? Text(
                    sv: "sök med \"riktmarke indicators ORD\", eller sätt # framför raden",
                    en: "search with \"riktmarke indicators WORD\", or put # before the line")
                : Text(
                    sv: "menade du \(near.joined(separator: ", "))?",
                    en: "did you mean \(near.joined(separator: ", "))?"))
    }
}
