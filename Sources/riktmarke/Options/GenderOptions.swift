internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Indicators

/// Which gender is asked for.
struct GenderOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Kön: T (totalt), K (kvinnor) eller M (män).",
            en: "Gender: T (total), K (women) or M (men)."
        ).help(valueName: "gender"), completion: .list(["T", "K", "M"]))
    var gender = "T"

    /// The gender.
    /// - Throws: `Failure` with status 64 that names what is accepted.
    func chosen() throws(Failure) -> Gender { try GenderArgument.read(gender) }
}
