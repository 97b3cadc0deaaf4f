internal import Cases
internal import Diagnostics
internal import Glibc

/// Ids of persons in the case system, as a file or standard input lists them.
enum PersonList {
    /// Reads one id a line; blank lines are passed over.
    ///
    /// - Parameter path: the file, or `-` for standard input.
    /// - Returns: the ids in the order of the file, one at least.
    /// - Throws: `Failure`, which holds no id.
    static func read(_ path: String) throws(Failure) -> [String] {
        // A descriptor of its own, so that closing it leaves standard input as it is.
        let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re")
        guard let file else {
            throw Failure(
                .noInput, code: "cases.no-persons",
                Text(sv: "filen med id kan inte läsas", en: "the file of ids cannot be read"),
                at: .file(path: path))
        }
        defer { fclose(file) }
        var ids: [String] = []
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        var number = 0
        while true {
            let length = getline(&line, &capacity, file)
            guard length >= 0, let line else { break }
            number += 1
            let bytes = UnsafeBufferPointer(start: line, count: length)
                .map { UInt8(bitPattern: $0) }
            let id = trimmed(String(decoding: bytes, as: UTF8.self))
            guard !id.isEmpty else { continue }
            guard !PersonalNumber.isFound(in: id) else { throw numberFound(path, number) }
            ids.append(id)
        }
        guard !ids.isEmpty else {
            throw Failure(
                .usage, code: "cases.no-persons",
                Text(sv: "listan har inget id", en: "the list holds no id"),
                at: .file(path: path))
        }
        return ids
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let blanks = start.reversed().prefix { $0.isWhitespace }.count
        return String(start.dropLast(blanks))
    }

    private static func numberFound(_ path: String, _ line: Int) -> Failure {
        Failure(
            .data, code: "cases.personal-number",
            Text(
                sv: "ett fullständigt personnummer: ärendedata har ärendesystemets egna id",
                en: "a full personal identity number: case data have the case system's own ids"),
            at: .file(path: path, line: line))
    }
}
