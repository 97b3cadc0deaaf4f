internal import Glibc
internal import SystemPackage

/// The server's main process, as its note `postmaster.pid` and /proc tell of it.
struct Postmaster: Sendable {
    /// Whether a server runs on a data directory.
    enum State: Sendable, Equatable {
        /// No note: the last server ended in order, or never was.
        case none
        /// A server lives; `ready` once it takes connections.
        case running(process: Int32, ready: Bool)
        /// A note of a server that is no more, though its number may be somebody else's by now.
        case stale(process: Int32)
    }

    /// The data directory, without symbolic links.
    let data: FilePath

    /// The file in which a server notes its process number, socket and state.
    var note: FilePath { data.appending("postmaster.pid") }

    /// Whether the note says that connections are taken.
    var noteSaysReady: Bool { SmallFile.read(note).map { Self.isReady($0) } ?? false }

    /// Line 8 is "starting", "stopping", "ready" or "standby".
    private static func isReady(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count > 7 && lines[7].hasPrefix("ready")
    }

    /// Looks whether the server lives.
    func state() -> State {
        guard let text = SmallFile.read(note) else { return .none }
        guard let first = text.split(separator: "\n").first,
            let process = Int32(first.filter { $0 != " " }), process > 0
        else { return .none }
        let ready = Self.isReady(text)
        guard ProcessTable.life(of: process) == .alive else { return .stale(process: process) }
        let isServer =
            if let place = ProcessTable.workingFolder(of: process) {
                place == data
            } else {
                ProcessTable.name(of: process) == "postgres"
            }
        return isServer ? .running(process: process, ready: ready) : .stale(process: process)
    }
}
