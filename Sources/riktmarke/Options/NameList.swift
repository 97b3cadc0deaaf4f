/// Reads lists of names or codes from the command line.
enum NameList {
    /// The names in options that may be repeated and hold several, parted by commas.
    static func names(_ values: [String]) -> [String] {
        values.flatMap { value in
            value.split(separator: ",").map { part in
                let part = part.drop { $0.isWhitespace }
                return String(part.reversed().drop { $0.isWhitespace }.reversed())
            }
        }
        .filter { !$0.isEmpty }
    }
}
