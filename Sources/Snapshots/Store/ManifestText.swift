/// The written form of a manifest: lines of fields set apart by tabs.
///
///     riktmarke-snapshot  1
///     fact      service   https://api.kolada.se/v3/
///     answer    1792814400.125  1  200  accepted  1312  ba78…15ad  kpi?per_page=5000  reason
///     finished  1792814401.5
///
/// A backslash, a tab and a line feed within a field are written `\\`, `\t` and `\n`.
enum ManifestText {
    static let magic = "riktmarke-snapshot\t1\n"

    static func fact(_ name: String, _ value: String) -> String { line(["fact", name, value]) }

    static func answer(_ answer: SnapshotAnswer) -> String {
        line([
            "answer", String(answer.time), String(answer.attempt), String(answer.status),
            answer.verdict.rawValue, String(answer.size),
            answer.sha256.isEmpty ? "-" : answer.sha256, answer.path, answer.reason,
        ])
    }

    static func finished(_ time: Double) -> String { line(["finished", String(time)]) }

    /// Reads a manifest; nil where it has another form.
    ///
    /// A last line without its end is left out: whoever wrote it was ended.
    static func read(_ text: String, name: String) -> SnapshotManifest? {
        guard text.hasPrefix(magic) else { return nil }
        var manifest = SnapshotManifest(name: name, facts: [:])
        var lines = text.dropFirst(magic.count).split(
            separator: "\n", omittingEmptySubsequences: false)
        lines.removeLast()
        for line in lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(plain)
            switch (fields.first, fields.count) {
            case ("fact", 3): manifest.facts[fields[1]] = fields[2]
            case ("answer", 9):
                guard let answer = answer(fields) else { return nil }
                manifest.answers.append(answer)
            case ("finished", 2):
                guard let time = Double(fields[1]) else { return nil }
                manifest.finished = time
            default: return nil
            }
        }
        return manifest
    }

    private static func answer(_ fields: [String]) -> SnapshotAnswer? {
        guard let time = Double(fields[1]), let attempt = Int(fields[2]),
            let status = Int(fields[3]), let verdict = SnapshotAnswer.Verdict(rawValue: fields[4]),
            let size = Int(fields[5])
        else { return nil }
        return SnapshotAnswer(
            path: fields[7], time: time, attempt: attempt, status: status, verdict: verdict,
            size: size, sha256: fields[6] == "-" ? "" : fields[6], reason: fields[8])
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(escaped).joined(separator: "\t") + "\n"
    }

    private static func escaped(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 == 0x5C || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D })
        else { return field }
        var text = ""
        for scalar in field.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\t": text += "\\t"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func plain(_ field: Substring) -> String {
        guard field.contains("\\") else { return String(field) }
        var text = ""
        var rest = field
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.popFirst() else {
                text.append(character)
                continue
            }
            switch next {
            case "t": text += "\t"
            case "n": text += "\n"
            case "r": text += "\r"
            default: text.append(next)
            }
        }
        return text
    }
}
