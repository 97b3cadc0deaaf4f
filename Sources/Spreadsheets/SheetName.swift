/// Names of sheets, which spreadsheets are particular about.
struct SheetNames {
    private var taken: Set<String> = ["history"]  // Excel keeps it for itself

    /// A name like the one wanted: at most 31 characters, none of `[]:*?/\`, and not taken before
    /// in whatever case.
    mutating func name(_ wanted: String) -> String {
        let allowed = String(SheetText.harmless(wanted).map { "[]:*?/\\'".contains($0) ? "-" : $0 })
        let base = allowed.isEmpty ? "-" : allowed
        var name = Self.shortened(base, to: 31)
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " (\(number))"
            name = Self.shortened(base, to: 31 - suffix.count) + suffix
            number += 1
        }
        return name
    }

    /// Spreadsheets count UTF-16 code units.
    private static func shortened(_ text: String, to length: Int) -> String {
        var result = ""
        var used = 0
        for character in text {
            used += character.utf16.count
            if used > length { break }
            result.append(character)
        }
        return result
    }
}
