internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// Where the key of pseudonyms lies; the key itself is never an argument, nor a variable.
struct CaseOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Filen med nyckeln för ärendedatas pseudonymer.",
            en: "The file of the key for the pseudonyms of case data."
        ).help(valueName: "file"), completion: .file())
    var caseKeyFile: String?

    /// The path: the option, else the environment; `nil` where neither names one.
    func keyPath(_ environment: Environment) -> String? {
        caseKeyFile ?? environment["RIKTMARKE_CASE_KEY_FILE"]
    }
}
