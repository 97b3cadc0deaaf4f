public import Diagnostics
public import Reporting

/// Renders diagnostics for people, all in one layout.
///
/// ```
/// etl/nacka.yml:14:9: fel: okänd nyckel "periodd" [spec.unknown-key]
///   gör så här: menade du "period"?
///   nycklar här: column, period, type
/// ```
public struct DiagnosticRenderer: Sendable {
    /// At most this many diagnostics are shown in one go.
    public static let limit = 20

    /// The name that stands where a message has no place.
    public let name: String
    /// What the stream can show.
    public let style: TerminalStyle

    /// Creates a renderer for a program's messages.
    public init(name: String, style: TerminalStyle) {
        self.name = name
        self.style = style
    }

    /// Returns the messages, a line or more each; what is beyond the limit is counted.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        var lines = diagnostics.prefix(Self.limit).flatMap(lines)
        let hidden = diagnostics.count - Self.limit
        if hidden > 0 {
            let rest = Text(sv: "… och \(hidden) till", en: "… and \(hidden) more")
            lines.append(rest[style.language])
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(_ diagnostic: Diagnostic) -> [String] {
        let place = Escaping.visible(diagnostic.location?.description ?? name)
        let word = diagnostic.severity.word[style.language]
        let message = Escaping.visible(diagnostic.message[style.language])
        let code = diagnostic.code.isEmpty ? "" : " [\(Escaping.visible(diagnostic.code))]"
        // The place must stay in one piece, or editors cannot jump to it: its spaces do not break.
        let unbroken = place.replacing(" ", with: Self.glue)
        var first = Fitting.wrap(
            "\(unbroken): \(word): \(message)\(code)", width: style.textWidth, indent: "  ")
        first[0] = first[0].replacing(Self.glue, with: " ")
        if let ink = diagnostic.severity.ink {
            // The severity stands on the first line, unless the place alone fills it.
            let marker = ": \(word): "
            if let range = first[0].range(of: marker, after: place) {
                first[0].replaceSubrange(range, with: ": \(ink.on(word + ":", style)) ")
            }
        }
        var lines = first
        if let hint = diagnostic.hint {
            let label = Text(sv: "gör så här: ", en: "hint: ")[style.language]
            lines += indented(label + hint[style.language])
        }
        return lines + diagnostic.notes.flatMap { indented($0[style.language]) }
    }

    private func indented(_ text: String) -> [String] {
        // Space at the start of a note is part of it: a caret stands below its place.
        let visible = Escaping.visible(text)
        let margin = "  " + String(visible.prefix { $0 == " " })
        let width = max(20, style.textWidth - margin.count)
        return Fitting.wrap(visible, width: width).enumerated().map { index, line in
            margin + (index == 0 ? "" : "  ") + line
        }
    }

    /// Stands for a space that must not break; no escaped text holds it.
    private static let glue = "\u{1}"
}

extension Diagnostic.Severity {
    /// The severity in words.
    public var word: Text {
        switch self {
        case .note: Text(sv: "anm", en: "note")
        case .warning: Text(sv: "varning", en: "warning")
        case .error: Text(sv: "fel", en: "error")
        }
    }

    var ink: Ink? {
        switch self {
        case .note: nil
        case .warning: .doubtful
        case .error: .bad
        }
    }
}

extension String {
    /// Finds a text behind a prefix that the string begins with.
    fileprivate func range(of text: String, after prefix: String) -> Range<Index>? {
        guard hasPrefix(prefix) else { return nil }
        let rest = self[index(startIndex, offsetBy: prefix.count)...]
        guard rest.hasPrefix(text) else { return nil }
        return rest.startIndex..<index(rest.startIndex, offsetBy: text.count)
    }
}
