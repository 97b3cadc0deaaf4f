import FoundationEssentials

/// Writes one Swift file that holds the text of every SQL file named on the command line.
///
/// Usage: `embed-sql ROOT OUTPUT FILE…`; a file's name in the list is its path below ROOT without
/// the ending; the list is in the order of the names.
@main
enum EmbedSQL {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            throw EmbeddingError(description: "usage: embed-sql ROOT OUTPUT FILE…")
        }
        let root = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
        var files: [(name: String, text: String)] = []
        for path in arguments.dropFirst(3) {
            guard path.hasPrefix(root) else {
                throw EmbeddingError(description: "\(path) does not lie below \(root)")
            }
            let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            let name = String(path.dropFirst(root.count).dropLast(".sql".count))
            files.append((name, try literal(text, path: path)))
        }
        var source = "extension SQLText {\n"
        source += "    static let embedded: [(name: String, text: String)] = [\n"
        for file in files.sorted(by: { $0.name < $1.name }) {
            source += "        (\"\(file.name)\", \(file.text)),\n"
        }
        source += "    ]\n}\n"
        try source.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
    }

    /// A raw multi-line literal whose delimiter does not occur in the text.
    private static func literal(_ text: String, path: String) throws -> String {
        for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" {
            throw EmbeddingError(
                description: "\(path): control character U+\(String(scalar.value, radix: 16)); "
                    + "SQL files hold printable text and line feeds only")
        }
        var fence = "#"
        while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
        return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
    }
}

/// A file that cannot be embedded, with the reason.
struct EmbeddingError: Error, CustomStringConvertible {
    let description: String
}
