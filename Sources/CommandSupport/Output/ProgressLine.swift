internal import Glibc
internal import Reporting
internal import Synchronization

/// One line on standard error that tells how far the work has come.
///
/// It appears only on a terminal that can write over a line, and neither under `--quiet` nor in
/// continuous integration (`CI`). It changes at most ten times a second and is cleared at the end.
public final class ProgressLine: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant?
        var isVisible = false
    }

    private let isEnabled: Bool
    private let width: Int
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    /// Creates a line on a terminal; nothing is shown yet.
    public convenience init(_ terminal: Terminal, environment: Environment, isQuiet: Bool) {
        self.init(
            terminal, environment: environment, isQuiet: isQuiet,
            write: { StandardError.write($0) }, now: { ContinuousClock.now })
    }

    init(
        _ terminal: Terminal, environment: Environment, isQuiet: Bool,
        write: @escaping @Sendable (String) -> Void,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        isEnabled = terminal.canRewriteLine && !isQuiet && environment["CI"] == nil
        width = max(20, terminal.width ?? 80)
        self.write = write
        self.now = now
    }

    deinit {
        clear()
    }

    /// Shows a text in place of the last one; too soon after it, nothing happens.
    ///
    /// The text is only made when it will be shown.
    public func show(_ text: @autoclosure () -> String) {
        guard isEnabled else { return }
        let due = state.withLock { state in
            let now = now()
            if let last = state.lastShown, last.duration(to: now) < .milliseconds(100) {
                return false
            }
            state.lastShown = now
            state.isVisible = true
            return true
        }
        guard due else { return }
        write("\r" + Fitting.shorten(Escaping.visible(text()), to: width - 1) + "\u{1B}[K")
    }

    /// Removes the line, so that something else can be written.
    public func clear() {
        let wasVisible = state.withLock { state in
            defer { state.isVisible = false }
            return state.isVisible
        }
        if wasVisible { write("\r\u{1B}[K") }
    }
}
