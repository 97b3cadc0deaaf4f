internal import Diagnostics
internal import Reporting

/// Shows diagnostics on standard error, for people or for programs.
struct DiagnosticPrinter: Sendable {
    let tool: Tool
    let style: TerminalStyle
    let isJSON: Bool
    let write: @Sendable (String) -> Void
    let epilogue = CommandEpilogue()

    /// Shows messages while the command goes on.
    func report(_ diagnostics: [Diagnostic]) {
        show(diagnostics, status: nil)
    }

    /// Shows why a command ends.
    func report(_ failure: Failure) {
        show(failure.diagnostics, status: failure.exitStatus)
    }

    private func show(_ diagnostics: [Diagnostic], status: ExitStatus?) {
        guard !diagnostics.isEmpty else { return }
        if let teller = epilogue.teller { return teller(diagnostics, status) }
        write(
            isJSON
                ? DiagnosticJSON.render(diagnostics, status: status, language: style.language)
                : DiagnosticRenderer(name: tool.name, style: style).render(diagnostics))
    }
}
