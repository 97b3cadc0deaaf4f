/// Colours and weights by what they mean; they never carry a meaning alone.
public enum Ink: String, Sendable, Hashable {
    /// Headings and the row asked about.
    case strong = "1"
    /// Less important text.
    case muted = "2"
    /// Good news.
    case good = "32"
    /// Something to be careful with.
    case doubtful = "33"
    /// Bad news and errors.
    case bad = "31"

    /// Returns the text in this ink if the style uses colour, else as it is.
    ///
    /// The text must have passed `Escaping.visible(_:)`.
    public func on(_ text: String, _ style: TerminalStyle) -> String {
        style.usesColor && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The ink of a cell's tone; none for a plain one.
    init?(_ tone: Cell.Tone) {
        switch tone {
        case .plain: return nil
        case .good: self = .good
        case .bad: self = .bad
        case .doubtful: self = .doubtful
        case .muted: self = .muted
        }
    }
}
