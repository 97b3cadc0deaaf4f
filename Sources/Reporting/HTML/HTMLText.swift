/// Writes text into HTML so that none of it can become markup.
enum HTMLText {
    /// The text with every character escaped that means something to HTML, in elements and in
    /// quoted attributes; characters that act instead of showing are written out.
    static func escaped(_ text: String) -> String {
        let visible = Escaping.visible(text)
        guard visible.utf8.contains(where: isSpecial) else { return visible }
        var result = ""
        result.reserveCapacity(visible.utf8.count + 16)
        for scalar in visible.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A name that can stand as an `id` and in a link: letters a–z, digits and hyphens.
    static func anchor(_ name: String) -> String {
        let plain = name.lowercased().unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "0"..."9": Character(scalar)
            default: "-"
            }
        }
        return "s-" + String(plain)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
