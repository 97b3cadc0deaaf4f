internal import Diagnostics
internal import Tabular

/// The columns of a table that a method reads.
enum StatsColumns {
    /// Where the columns are that a method needs.
    /// - Throws: `Failure` with status 65, naming each that is not there.
    static func places(
        of names: [String], in header: [String], _ table: String
    ) throws(Failure) -> [Int] {
        let missing = names.filter { !header.contains($0) }
        guard missing.isEmpty else {
            let near = Suggestion.nearest(
                to: missing[0], among: header.filter { !names.contains($0) })
            let have = header.joined(separator: ", ")
            throw Failure(
                .data, code: "stats.missing-column",
                Text(
                    sv: "kolumner saknas: \(missing.joined(separator: ", "))",
                    en: "columns are missing: \(missing.joined(separator: ", "))"),
                at: .file(path: table, line: 1),
                hint: near.first.map {
                    Text(
                        sv: "ska \"\($0)\" heta \"\(missing[0])\"?",
                        en: "should \"\($0)\" be named \"\(missing[0])\"?")
                } ?? Text(sv: "tabellen har: \(have)", en: "the table has: \(have)"))
        }
        return names.compactMap { header.firstIndex(of: $0) }
    }

    /// Refuses columns that are there already: a result must not stand beside its namesake.
    static func checkFree(_ added: [String], in header: [String], _ table: String) throws(Failure) {
        guard let taken = added.first(where: header.contains) else { return }
        throw Failure(
            .data, code: "stats.column-exists",
            Text(
                sv: "tabellen har redan en kolumn \"\(taken)\", som metoden skulle lägga till",
                en: "the table has a column \"\(taken)\" already, which the method would add"),
            at: .file(path: table, line: 1),
            hint: Text(sv: "byt namn på kolumnen", en: "rename the column"))
    }

    /// Refuses two columns of one name.
    static func checkUnique(_ header: [String], _ table: String) throws(Failure) {
        var seen: Set<String> = []
        guard let twice = header.first(where: { !seen.insert($0).inserted }) else { return }
        throw Failure(
            .data, code: "stats.duplicate-column",
            Text(
                sv: "två kolumner heter \"\(twice)\"", en: "two columns are named \"\(twice)\""),
            at: .file(path: table, line: 1),
            hint: Text(sv: "byt namn på den ena", en: "rename one of them"))
    }

    /// The dialect of a table, by what stands most often in its first line outside quotes.
    static func dialect(of head: [UInt8]) -> Tabular.CSVDialect {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
        if line.starts(with: "sep=".utf8), let delimiter = line.dropFirst(4).first {
            return CSVDialect(delimiter: delimiter)
        }
        for byte in line {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let found = [Tabular.CSVDialect.comma, .semicolon, .tab, .pipe].max { left, right in
            counts[left.delimiter, default: 0] < counts[right.delimiter, default: 0]
        }
        guard let found, counts[found.delimiter, default: 0] > 0 else { return .comma }
        return found
    }

    /// A name without the blanks around it.
    static func trimmed(_ name: String) -> String {
        var rest = name[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
