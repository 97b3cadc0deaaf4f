internal import Diagnostics
internal import Reporting

/// Reads the settings file: `key = value` lines, `#` comments, blank lines.
enum SettingsFile {
    /// The keys that a file may hold.
    static let keys = ["municipality", "group", "language", "csv_dialect", "database"]

    /// Reads a file's text and collects all of its faults.
    static func parse(_ bytes: [UInt8], path: String) throws(Failure) -> Settings {
        var reader = Reader(path: path)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            reader.read(line, number: index + 1)
        }
        guard reader.problems.isEmpty else { throw Failure(.configuration, reader.problems) }
        return reader.settings
    }

    private struct Reader {
        let path: String
        var settings = Settings()
        var problems: [Diagnostic] = []
        var lineOfKey: [String: Int] = [:]

        mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
            guard let line = String(validating: bytes, as: UTF8.self) else {
                report(
                    "settings.encoding", number,
                    Text(sv: "raden är inte UTF-8", en: "the line is not UTF-8"),
                    Text(sv: "spara filen som UTF-8", en: "save the file as UTF-8"))
                return
            }
            let text = trimmed(line[...])
            guard !text.isEmpty, !text.hasPrefix("#") else { return }
            guard let equals = text.firstIndex(of: "=") else {
                report(
                    "settings.syntax", number,
                    Text(
                        sv: "raden är inte \"nyckel = värde\"",
                        en: "the line is not \"key = value\""),
                    Text(
                        sv: "skriv till exempel: municipality = Nacka",
                        en: "write for example: municipality = Nacka"))
                return
            }
            let key = String(trimmed(text[..<equals]))
            let value = String(trimmed(text[text.index(after: equals)...]))
            if accepts(key, value, number) { store(key, value, number) }
        }

        private mutating func accepts(_ key: String, _ value: String, _ number: Int) -> Bool {
            guard keys.contains(key) else {
                report(
                    "settings.unknown-key", number,
                    Text(sv: "okänd nyckel \"\(key)\"", en: "unknown key \"\(key)\""),
                    choice(key, among: keys))
                return false
            }
            if let first = lineOfKey[key] {
                report(
                    "settings.duplicate-key", number,
                    Text(
                        sv: "\"\(key)\" står redan på rad \(first)",
                        en: "\"\(key)\" stands on line \(first) already"),
                    Text(sv: "ta bort en av raderna", en: "remove one of the lines"))
                return false
            }
            lineOfKey[key] = number
            guard !value.isEmpty else {
                report(
                    "settings.empty-value", number,
                    Text(sv: "\"\(key)\" saknar värde", en: "\"\(key)\" has no value"),
                    Text(
                        sv: "skriv ett värde efter = eller ta bort raden",
                        en: "write a value after = or remove the line"))
                return false
            }
            return true
        }

        private mutating func store(_ key: String, _ value: String, _ number: Int) {
            let place = SourceLocation.file(path: path, line: number)
            switch key {
            case "municipality": settings.municipality = .init(value, at: place)
            case "group": settings.group = .init(value, at: place)
            case "database": settings.database = .init(value, at: place)
            case "language":
                settings.language = parsed(key, value, number).map { .init($0, at: place) }
            default:
                settings.csvDialect = parsed(key, value, number).map { .init($0, at: place) }
            }
        }

        /// The case of an enumeration that a value names; reports a value that names none.
        private mutating func parsed<Value>(
            _ key: String, _ value: String, _ number: Int
        ) -> Value? where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
            if let found = Value(rawValue: value) { return found }
            report(
                "settings.invalid-value", number,
                Text(
                    sv: "\"\(value)\" är inget värde för \"\(key)\"",
                    en: "\"\(value)\" is no value for \"\(key)\""),
                choice(value, among: Value.allCases.map(\.rawValue)))
            return nil
        }

        private func choice(_ word: String, among allowed: [String]) -> Text {
            let all = allowed.joined(separator: ", ")
            guard let nearest = Suggestion.nearest(to: word, among: allowed, limit: 1).first else {
                return Text(sv: "välj bland: \(all)", en: "choose one of: \(all)")
            }
            return Text(
                sv: "menade du \"\(nearest)\"? Välj bland: \(all)",
                en: "did you mean \"\(nearest)\"? Choose one of: \(all)")
        }

        private mutating func report(_ code: String, _ number: Int, _ text: Text, _ hint: Text) {
            problems.append(
                Diagnostic(
                    .error, code: code, text, at: .file(path: path, line: number), hint: hint))
        }

        private func trimmed(_ text: Substring) -> Substring {
            var text = text.drop { $0.isWhitespace }
            while text.last?.isWhitespace == true { text.removeLast() }
            return text
        }
    }
}
