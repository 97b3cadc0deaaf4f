package import Diagnostics
package import Yams

/// Parses the YAML of a specification into nodes, with syntax errors as diagnostics.
package enum SpecText {
    /// Parses a text that must hold one document.
    package static func compose(_ yaml: String, path: String) -> Result<Node, Diagnostic> {
        do {
            if let node = try Yams.compose(yaml: yaml) { return .success(node) }
            return .failure(
                Diagnostic(
                    .error, code: "spec.empty",
                    Text(sv: "specifikationen är tom", en: "the specification is empty"),
                    at: .file(path: path)))
        } catch let error as YamlError {
            return .failure(diagnostic(for: error, path: path))
        } catch {
            return .failure(syntax("\(error)", path: path, mark: nil))
        }
    }

    private static func diagnostic(for error: YamlError, path: String) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return syntax(problem, path: path, mark: mark)
        case .reader(let problem, _, _, _):
            return syntax(problem, path: path, mark: nil)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "”\($0)”" }.joined(separator: ", ")
            let english = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
            return Diagnostic(
                .error, code: "spec.duplicate-key",
                Text(
                    sv: "nyckeln \(keys) står två gånger i samma tabell",
                    en: "the key \(english) stands twice in the same mapping"),
                at: .file(path: path, line: context.mark.line, column: context.mark.column))
        default:
            return syntax("\(error)", path: path, mark: nil)
        }
    }

    private static func syntax(_ problem: String, path: String, mark: Mark?) -> Diagnostic {
        Diagnostic(
            .error, code: "spec.syntax",
            Text(sv: "ogiltig YAML: \(problem)", en: "invalid YAML: \(problem)"),
            at: .file(path: path, line: mark?.line, column: mark?.column),
            hint: Text(
                sv:
                    "Sätt citattecken kring text som innehåller : # { [ eller börjar med - eller %.",
                en: "Put quotes around text that contains : # { [ or begins with - or %."))
    }
}
