public import Diagnostics
internal import Synchronization

/// What a command wants done with its messages, and at its end, whatever it ends by.
final class CommandEpilogue: Sendable {
    typealias Teller = @Sendable ([Diagnostic], ExitStatus?) -> Void

    private struct State {
        var teller: Teller?
        var endings: [@Sendable (ExitStatus) -> Void] = []
    }

    private let state = Mutex(State())

    /// Who is told messages in place of standard error, if anybody is.
    var teller: Teller? {
        get { state.withLock { $0.teller } }
        set { state.withLock { $0.teller = newValue } }
    }

    func add(_ ending: @escaping @Sendable (ExitStatus) -> Void) {
        state.withLock { $0.endings.append(ending) }
    }

    /// Does what was asked for, once.
    func end(_ status: ExitStatus) {
        let endings = state.withLock { state in
            defer { state.endings = [] }
            return state.endings
        }
        for ending in endings { ending(status) }
    }
}

extension CommandContext {
    /// Tells messages to somebody in place of standard error, also the one that ends the command;
    /// with the status, if they end it.
    public func tellMessages(
        to teller: @escaping @Sendable (_ messages: [Diagnostic], _ status: ExitStatus?) -> Void
    ) {
        printer.epilogue.teller = teller
    }

    /// Does something when the command has ended, by an error or a signal too, with the status that
    /// the program exits with.
    public func atEnd(_ ending: @escaping @Sendable (ExitStatus) -> Void) {
        printer.epilogue.add(ending)
    }

    /// Writes a line of a log to standard error, as it is.
    public func writeLogLine(_ line: String) {
        printer.write(line)
    }
}
