internal import Postgres
internal import SourceAdapters

extension CopyBinaryWriter {
    /// Writes a number as it was read; NULL for none.
    mutating func write(_ quantity: Quantity) throws(PostgresError) {
        if quantity.isPresent {
            try writeNumeric(units: quantity.units, scale: quantity.scale)
        } else {
            try writeNull()
        }
    }
}

/// Text of a source as the server can keep it.
enum StorableText {
    /// The text; a NUL byte becomes U+FFFD.
    static func of(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }
}
