/// The exit statuses of both tools, after BSD's `sysexits.h`.
///
/// Status 1 is a negative answer to a question, not a failure.
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
    /// Done; also when the reader of standard output went away.
    case ok = 0
    /// A check found problems, a search found nothing.
    case negative = 1
    /// Wrong flags or arguments.
    case usage = 64
    /// Source data is invalid, or rejects are above their threshold.
    case data = 65
    /// A file or folder that should be read is missing.
    case noInput = 66
    /// No server can be reached.
    case unavailable = 69
    /// A fault of ours.
    case software = 70
    /// An output file cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed.
    case inputOutput = 74
    /// Another run holds the lock, or the server asks to try again.
    case tryAgain = 75
    /// The database or the file system refused access.
    case permission = 77
    /// A specification or setting is invalid, or the schema does not fit the program.
    case configuration = 78
    /// Interrupted by SIGINT after a clean rollback.
    case interrupted = 130
    /// Ended by SIGTERM after a clean rollback.
    case terminated = 143

    /// What the status means, for the manual.
    public var meaning: Text {
        switch self {
        case .ok: Text(sv: "klart", en: "done")
        case .negative:
            Text(
                sv: "nekande svar: en kontroll fann fel, en sökning fann inget",
                en: "negative answer: a check found problems, a search found nothing")
        case .usage: Text(sv: "fel flaggor eller argument", en: "wrong flags or arguments")
        case .data:
            Text(
                sv: "indata är ogiltiga eller för många rader avvisades",
                en: "source data is invalid or too many rows were rejected")
        case .noInput: Text(sv: "en fil eller mapp saknas", en: "a file or folder is missing")
        case .unavailable: Text(sv: "ingen server svarar", en: "no server can be reached")
        case .software: Text(sv: "ett fel i programmet", en: "a fault in the program")
        case .cannotCreate:
            Text(sv: "utfilen kan inte skapas", en: "an output file cannot be created")
        case .inputOutput:
            Text(sv: "läsning eller skrivning misslyckades", en: "reading or writing failed")
        case .tryAgain:
            Text(
                sv: "försök igen: en annan körning pågår", en: "try again: another run is under way"
            )
        case .permission: Text(sv: "åtkomst nekad", en: "access denied")
        case .configuration:
            Text(
                sv: "en specifikation eller inställning är ogiltig",
                en: "a specification or setting is invalid")
        case .interrupted: Text(sv: "avbruten (SIGINT)", en: "interrupted (SIGINT)")
        case .terminated: Text(sv: "avslutad (SIGTERM)", en: "terminated (SIGTERM)")
        }
    }
}
