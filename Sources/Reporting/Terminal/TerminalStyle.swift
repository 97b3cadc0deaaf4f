public import Diagnostics

/// What a terminal, or a file read as text, can show.
///
/// The caller decides (`CommandSupport.Terminal` does, from the environment); renderers obey.
public struct TerminalStyle: Sendable, Hashable {
    /// The language of headers, wordings and numbers.
    public var language: Language
    /// The width that a table must fit into; `nil` lets it be as wide as it wants.
    ///
    /// Text that wraps, such as notes, then wraps at 80.
    public var width: Int?
    /// Whether text cells may be shortened with `…` to fit, or the table be shown row by row.
    ///
    /// Without it they break into lines, and a table that does not fit even so is wider than the width.
    public var shortensText: Bool
    /// Whether colour and bold type may be used.
    public var usesColor: Bool

    /// Creates a style; widths below 20 are taken as 20.
    public init(
        language: Language, width: Int? = nil, shortensText: Bool = true, usesColor: Bool = false
    ) {
        self.language = language
        self.width = width.map { max(20, $0) }
        self.shortensText = shortensText
        self.usesColor = usesColor
    }

    /// The width at which running text wraps.
    public var textWidth: Int { width ?? 80 }
}
