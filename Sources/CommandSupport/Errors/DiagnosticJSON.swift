internal import Diagnostics
internal import Reporting

/// Renders diagnostics for programs: one JSON object on one line.
enum DiagnosticJSON {
    /// Returns `{"diagnostics":[…],"exit_status":65}` and a newline; every diagnostic is in it.
    ///
    /// `exit_status` is null while the command goes on, as after a warning.
    static func render(
        _ diagnostics: [Diagnostic], status: ExitStatus?, language: Language
    ) -> String {
        var json = JSONWriter(.compact)
        json.object { json in
            json.key("diagnostics")
            json.array { json in
                for diagnostic in diagnostics { write(diagnostic, language, to: &json) }
            }
            json.member("exit_status", status.map { Int($0.rawValue) })
        }
        json.endLine()
        return json.takeText()
    }

    private static func write(
        _ diagnostic: Diagnostic, _ language: Language, to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("severity", diagnostic.severity.rawValue)
            json.member("code", diagnostic.code)
            json.member("message", diagnostic.message[language])
            json.member("location", diagnostic.location?.description)
            if case .file(let path, let line, let column) = diagnostic.location {
                json.member("file", path)
                json.member("line", line)
                json.member("column", column)
            }
            json.member("hint", diagnostic.hint?[language])
            json.key("notes")
            json.array { json in
                for note in diagnostic.notes { json.string(note[language]) }
            }
        }
    }
}
