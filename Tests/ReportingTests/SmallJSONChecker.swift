/// Checks a text against the grammar of RFC 8259, written apart from the writer.
struct SmallJSONChecker {
    private var rest: Substring.UnicodeScalarView

    /// Whether the whole text is one JSON value.
    static func isValid(_ text: String) -> Bool {
        var checker = SmallJSONChecker(rest: Substring(text).unicodeScalars)
        guard checker.value() else { return false }
        checker.space()
        return checker.rest.isEmpty
    }

    private mutating func space() {
        while let first = rest.first, " \t\r\n".unicodeScalars.contains(first) {
            rest.removeFirst()
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func value() -> Bool {
        space()
        switch rest.first {
        case "{": return list("{", "}") { $0.member() }
        case "[": return list("[", "]") { $0.value() }
        case "\"": return string()
        case "t": return word("true")
        case "f": return word("false")
        case "n": return word("null")
        default: return number()
        }
    }

    private mutating func list(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ item: (inout Self) -> Bool
    ) -> Bool {
        guard take(open) else { return false }
        space()
        if take(close) { return true }
        repeat {
            guard item(&self) else { return false }
            space()
        } while take(",")
        return take(close)
    }

    private mutating func member() -> Bool {
        space()
        guard string() else { return false }
        space()
        return take(":") && value()
    }

    private mutating func word(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { take($0) }
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let scalar = rest.popFirst() {
            if scalar == "\"" { return true }
            guard scalar.value >= 0x20 else { return false }
            guard scalar == "\\" else { continue }
            guard let escape = rest.popFirst() else { return false }
            if escape == "u" {
                for _ in 0..<4 {
                    guard rest.popFirst()?.properties.isASCIIHexDigit == true else { return false }
                }
            } else if !"\"\\/bfnrt".unicodeScalars.contains(escape) {
                return false
            }
        }
        return false
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") { guard digits() else { return false } }
        if take(".") { return digits() }
        return true
    }

    private mutating func digits() -> Bool {
        var count = 0
        while let first = rest.first, "0"..."9" ~= first {
            rest.removeFirst()
            count += 1
        }
        return count > 0
    }
}
