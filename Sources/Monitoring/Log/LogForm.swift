/// How events are written to standard error.
public enum LogForm: String, Sendable, Hashable, CaseIterable {
    /// One JSON object a line.
    case json
    /// One readable line an event.
    case text
    /// Not at all; messages are written for people.
    case none

    /// Chooses the form: what was asked for; else JSON where nobody watches a source being fetched.
    ///
    /// Runs of files alone keep their readable messages everywhere, as cron mails them.
    ///
    /// - Parameters:
    ///   - asked: the flag or the environment variable, if either was given.
    ///   - isTerminal: whether standard error goes to a terminal.
    ///   - fetches: whether any source of the run is fetched, or loaded by slices.
    /// - Returns: the form.
    public static func chosen(asked: LogForm?, isTerminal: Bool, fetches: Bool) -> LogForm {
        asked ?? (fetches && !isTerminal ? .json : .none)
    }
}
