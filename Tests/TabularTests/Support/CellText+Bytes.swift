import Tabular

/// The same questions about an array, since `#expect` cannot look at a span.
extension CellText {
    static func trimmedRange(_ cell: [UInt8]) -> Range<Int> { trimmedRange(cell.span) }
    static func isBlank(_ cell: [UInt8]) -> Bool { isBlank(cell.span) }
    static func trimmed(_ cell: [UInt8]) -> String { trimmed(cell.span) }
    static func firstReplacement(_ cell: [UInt8]) -> Int? { firstReplacement(cell.span) }
    static func looksDoubleEncoded(_ cell: [UInt8]) -> Bool { looksDoubleEncoded(cell.span) }
    static func firstControl(_ cell: [UInt8], allowsLineEnds: Bool = false) -> Int? {
        firstControl(cell.span, allowsLineEnds: allowsLineEnds)
    }
}
