/// Reads lists of names or codes from the command line.
enum NameList {
    /// The names in options that may be repeated and hold several, parted by commas.
    static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }
            .map { String(Substring(trimmed($0))) }
            .filter { !$0.isEmpty }
    }

    private static func trimmed(_ part: Substring.UTF8View) -> Substring.UTF8View {
        var part = part.drop { $0 == 0x20 }
        while part.last == 0x20 { part.removeLast() }
        return part
    }
}
