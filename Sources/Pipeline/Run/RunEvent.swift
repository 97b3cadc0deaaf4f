public import Warehouse

/// Something that happened in a run, for a log or a line of progress.
///
/// No event holds a figure or the text of a cell; an address holds no secret, see `ServiceAddress`.
public enum RunEvent: Sendable {
    /// The run was opened in the ledger.
    case runBegan(run: Int32, sources: [String], isDryRun: Bool)
    /// Reference data is in place; so many members are new or changed.
    case referenceLoaded(changed: Int64, seconds: Double)
    /// A source is begun with.
    case sourceBegan(source: String)
    /// What a service is asked, and since which day; nil for everything that holds.
    case fetchBegan(
        source: String, service: String, requests: Int, indicators: Int, units: Int,
        changedSince: String?, reason: String)
    /// A request was answered; `done` of `total` first pages have been.
    case requestAnswered(
        source: String, url: String, attempt: Int, bytes: Int, done: Int, total: Int, retries: Int)
    /// A request will be made again after so many seconds.
    case requestRetried(source: String, url: String, attempt: Int, reason: String, pause: Double)
    /// A request was given up.
    case requestFailed(source: String, url: String, attempt: Int, reason: String)
    /// The fetch is over.
    case fetchEnded(
        source: String, snapshot: String, answers: Int, retries: Int, bytes: Int64,
        notFetched: Int, seconds: Double)
    /// So many rows of a source have come by.
    case progress(source: String, rows: Int64)
    /// A transaction of slices is committed.
    case slicesCommitted(
        source: String, load: Int32, slices: Int, held: Int, counts: LoadCounts,
        seconds: Double)
    /// A bulk load is committed and has left places to be computed; a second session may help.
    case placesLeft
    /// A stage of a source is over.
    case stageEnded(source: String, stage: LoadOutcome.Stage)
    /// A source is done with, whatever became of it.
    case sourceEnded(LoadOutcome)
}

/// Hears what happens in a run, from whatever thread it happens on.
public struct RunObserver: Sendable {
    /// Nobody.
    public static let nobody = RunObserver { _ in }

    /// Takes an event; returns soon, since the work waits for it.
    public let hear: @Sendable (RunEvent) -> Void

    /// Lets somebody hear.
    public init(_ hear: @escaping @Sendable (RunEvent) -> Void) {
        self.hear = hear
    }
}
