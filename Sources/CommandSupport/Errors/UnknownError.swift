internal import Diagnostics

/// An error that nobody has explained: a fault of ours.
enum UnknownError {
    static let hint = Text(
        sv: "det är ett fel i programmet: rapportera det med kommandot och hela meddelandet, "
            + "gärna med --verbose",
        en: "this is a fault in the program: report it with the command and the whole message, "
            + "preferably with --verbose")

    static func failure(_ error: any Error) -> Failure {
        let words = String(describing: error)
        return Failure(
            .software, code: "program.fault",
            Text(sv: "oväntat fel: \(words)", en: "unexpected error: \(words)"), hint: hint)
    }
}
