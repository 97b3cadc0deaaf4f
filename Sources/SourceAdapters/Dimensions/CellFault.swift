package import Diagnostics
import Tabular

/// Why a cell cannot be read: what a ``Reject`` says besides its place.
package struct CellFault: Error, Sendable, Hashable {
    /// The stable code.
    package var code: String
    /// What happened.
    package var message: Text
    /// What to do about it.
    package var hint: Text?

    package init(_ code: String, _ message: Text, hint: Text? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// A hint that names what was probably meant; `nil` without candidates.
    static func meant(_ candidates: [String]) -> Text? {
        guard !candidates.isEmpty else { return nil }
        return Text(
            sv: "Menades \(candidates.joined(separator: " eller "))?",
            en: "Was \(candidates.joined(separator: " or ")) meant?")
    }

    /// A hint for words that went wrong on their way, letter by letter; `nil` where none did.
    static func garbled(_ text: String) -> Text? {
        if CellText.looksDoubleEncoded(text) { return doubleEncoded }
        guard let letter = text.unicodeScalars.first(where: { isLookalike($0) }) else {
            return nil
        }
        let code = String(letter.value, radix: 16, uppercase: true)
        return Text(
            sv: "”\(letter)” (U+0\(code)) är en kyrillisk eller grekisk bokstav: skriv om ordet.",
            en: "\"\(letter)\" (U+0\(code)) is a Cyrillic or Greek letter: type the word again.")
    }

    /// The hint for text in which å has become Ã¥.
    static let doubleEncoded = Text(
        sv: "Texten är kodad två gånger (å har blivit Ã¥): hämta filen igen från sitt ursprung.",
        en: "The text was encoded twice (å became Ã¥): fetch the file from its origin again.")

    private static func isLookalike(_ scalar: Unicode.Scalar) -> Bool {
        (0x370...0x52F).contains(scalar.value)
    }
}
