public import Diagnostics

/// Why no chart could be drawn.
public enum ChartError: DiagnosticConvertible, Sendable, Hashable {
    /// gnuplot is not on this machine.
    case programMissing
    /// gnuplot ran and failed; `reason` is the last line it said.
    case failed(reason: String)
    /// The place for the drawings cannot be used; `reason` is the operating system's.
    case noPlace(reason: String)

    /// The message, with the package to install.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .programMissing:
            [
                Diagnostic(
                    .error, code: "chart.program-missing",
                    Text(
                        sv: "gnuplot, som ritar diagrammen, finns inte på datorn",
                        en: "gnuplot, which draws the charts, is not on this machine"),
                    hint: Text(
                        sv: "installera det: apt-get install gnuplot-nox",
                        en: "install it: apt-get install gnuplot-nox"))
            ]
        case .failed(let reason):
            [
                Diagnostic(
                    .error, code: "chart.failed",
                    Text(
                        sv: "gnuplot kunde inte rita diagrammet: \(reason)",
                        en: "gnuplot could not draw the chart: \(reason)"),
                    hint: Text(
                        sv: "pröva gnuplot 5.4 eller senare: gnuplot --version",
                        en: "try gnuplot 5.4 or later: gnuplot --version"))
            ]
        case .noPlace(let reason):
            [
                Diagnostic(
                    .error, code: "chart.no-place",
                    Text(
                        sv: "det finns ingen plats för tillfälliga filer: \(reason)",
                        en: "there is no place for temporary files: \(reason)"),
                    hint: Text(
                        sv: "ange en mapp som du får skriva i med TMPDIR",
                        en: "name a folder that you may write to by TMPDIR"))
            ]
        }
    }

    /// The status to exit with.
    public var exitStatus: ExitStatus {
        switch self {
        case .programMissing: .unavailable
        case .failed: .software
        case .noPlace: .cannotCreate
        }
    }
}
