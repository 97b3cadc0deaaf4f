public import Diagnostics

/// Why no workbook could be made.
public enum SpreadsheetError: DiagnosticConvertible, Sendable, Hashable {
    /// The library that writes workbooks is not on this machine, or is not the one we know.
    ///
    /// `library` is the file that was looked for, `reason` what the loader says.
    case libraryMissing(library: String, reason: String)
    /// The library could not write; `reason` is its own word or the operating system's.
    case cannotWrite(reason: String)

    /// The message, with the package to install.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .libraryMissing(let library, let reason):
            [
                Diagnostic(
                    .error, code: "xlsx.library-missing",
                    Text(
                        sv: "biblioteket som skriver Excelfiler (\(library)) kan inte läsas in",
                        en: "the library that writes Excel files (\(library)) cannot be loaded"),
                    hint: Text(
                        sv: "installera det: apt-get install libxlsxwriter-dev; eller ta "
                            + "--format csv --csv-dialect excel-sv, som inte behöver det",
                        en: "install it: apt-get install libxlsxwriter-dev; or take "
                            + "--format csv --csv-dialect excel-sv, which does not need it"),
                    notes: [Text(verbatim: reason)])
            ]
        case .cannotWrite(let reason):
            [
                Diagnostic(
                    .error, code: "xlsx.cannot-write",
                    Text(
                        sv: "Excelfilen kunde inte skrivas: \(reason)",
                        en: "the Excel file could not be written: \(reason)"),
                    hint: Text(
                        sv: "se till att det finns plats i mappen för tillfälliga filer (TMPDIR)",
                        en: "make sure that there is room in the folder for temporary files "
                            + "(TMPDIR)"))
            ]
        }
    }

    /// The status to exit with.
    public var exitStatus: ExitStatus {
        switch self {
        case .libraryMissing: .unavailable
        case .cannotWrite: .inputOutput
        }
    }
}
