/// Brings headings to a form in which wraps, hyphenation and look-alike letters make no difference.
enum HeadingKey {
    /// The folded text without blanks and hyphens, tertials as `t1`.
    static func key(_ text: some StringProtocol) -> String {
        var key = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let tertial = FollowUp.tertial(word) {
                key += "t\(tertial.number)"
                continue
            }
            for scalar in LookAlike.latinised(word).unicodeScalars {
                let folded = FlowText.fold(scalar)
                if folded == "-" || BlankScalar.isBlank(folded) { continue }
                key.unicodeScalars.append(folded)
            }
        }
        return key
    }

    /// Joins the lines of a wrapped name; a hyphen at the end of a line is undone before a word.
    static func joined(_ parts: [String]) -> String {
        var name = ""
        for part in parts {
            let next = collapsed(part)
            guard !next.isEmpty else { continue }
            if name.hasSuffix("-"), next.first?.isLowercase == true,
                !["och", "eller", "samt"].contains(next.split(separator: " ").first ?? "")
            {
                name.removeLast()
                name += next
            } else {
                name += (name.isEmpty ? "" : " ") + next
            }
        }
        return name
    }

    /// The text with every run of blanks made one space.
    static func collapsed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: { $0.unicodeScalars.allSatisfy(BlankScalar.isBlank) })
            .joined(separator: " ")
    }

    /// A name without what reports put before it: bullets, `(N)`, `Utvecklingsindikator:`.
    static func bareName(_ text: String) -> String {
        var name = Substring(collapsed(text))
        var goesOn = true
        while goesOn {
            goesOn = false
            for prefix in ["•", "_", "- ", "– ", "(N)", "Utvecklingsindikator:"]
            where name.hasPrefix(prefix) {
                name = name.dropFirst(prefix.count).drop { $0 == " " }
                goesOn = true
            }
        }
        return String(name)
    }
}
