internal import Diagnostics

/// A way of writing CSV.
public enum CSVDialect: String, Sendable, Hashable, CaseIterable {
    /// RFC 4180: comma, decimal point, the English column keys as header, UTF-8 without BOM.
    ///
    /// Lines end with CRLF, as the RFC says. Text is written exactly as it is.
    case rfc
    /// What a Swedish Excel opens with a double click: UTF-8 with BOM, semicolon, decimal comma,
    /// Swedish headers, CRLF.
    ///
    /// A text cell that a spreadsheet would take for a formula gets an apostrophe in front.
    case excelSwedish = "excel-sv"

    /// The byte between two cells.
    var separator: UInt8 {
        switch self {
        case .rfc: UInt8(ascii: ",")
        case .excelSwedish: UInt8(ascii: ";")
        }
    }

    /// The byte between whole part and decimals.
    var decimalSeparator: UInt8 {
        switch self {
        case .rfc: UInt8(ascii: ".")
        case .excelSwedish: UInt8(ascii: ",")
        }
    }

    /// Whether the file begins with a byte order mark, which tells Excel that it is UTF-8.
    var writesByteOrderMark: Bool { self == .excelSwedish }

    /// Whether text that looks like a formula is made harmless.
    var neutralisesFormulas: Bool { self == .excelSwedish }

    /// The header of a column in this dialect.
    public func header(_ column: ReportTable.Column) -> String {
        switch self {
        case .rfc: column.key
        case .excelSwedish: column.heading(.sv)
        }
    }
}
