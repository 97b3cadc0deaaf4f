internal import Dispatch
internal import Glibc
internal import LocalServer
internal import Synchronization
internal import SystemPackage

/// Stands on a Unix socket between a program and its PostgreSQL server, and hangs up in place of
/// handing on the answer to one COMMIT, as a network that fails at the worst moment.
///
/// Messages are told apart as PostgreSQL's protocol 3.0 writes them (its manual, chapter 55.7): the
/// first of a session is a length and a body, every other one a letter, a length and a body.
public final class CommitThief: Sendable {
    private struct State {
        var commits = 0
        var hasStolen = false
    }

    private let state = Mutex(State())
    private let listener: CInt
    private let server: String
    private let target: Int?
    private let folder: TemporaryFolder
    private let address: ClusterAddress

    /// Listens before a server.
    ///
    /// - Parameters:
    ///   - scratch: the cluster whose server it is.
    ///   - number: which COMMIT loses its answer, from 1; nil for none.
    /// - Throws: ``TestFailure`` where it cannot listen.
    public init(before scratch: ScratchCluster, stealing number: Int? = nil) throws {
        folder = try TemporaryFolder("thief")
        var address = scratch.cluster.address
        server = address.socket.string
        address.socketFolder = folder.path
        self.address = address
        target = number
        listener = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        guard Self.withAddress(address.socket.string, { bind(listener, $0, $1) }) == 0,
            listen(listener, 16) == 0
        else { throw TestFailure("cannot listen on \(address.socket): \(errno)") }
        DispatchQueue(label: "thief").async { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                join(client)
            }
        }
    }

    /// How to reach a database of the cluster through it.
    public func conninfo(database: String) -> String { address.conninfo(database: database) }

    /// How many times COMMIT was sent.
    public var commits: Int { state.withLock { $0.commits } }

    /// Whether an answer was lost.
    public var hasStolen: Bool { state.withLock { $0.hasStolen } }

    /// Stops listening.
    public func stop() async throws {
        shutdown(listener, CInt(SHUT_RDWR))
        close(listener)
        try await folder.remove()
    }

    /// Joins a client with the server, a thread for each direction.
    private func join(_ client: CInt) {
        let upstream = Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        guard Self.withAddress(server, { connect(upstream, $0, $1) }) == 0 else {
            close(upstream)
            close(client)
            return
        }
        let isStealing = Flag()
        let open = DispatchGroup()
        DispatchQueue(label: "thief.out").async(group: open) { [self] in
            var reader = MessageReader()
            Self.pump(from: client, to: upstream) { bytes in
                for _ in 0..<reader.commits(in: bytes) {
                    let number = state.withLock { state in
                        state.commits += 1
                        return state.commits
                    }
                    if number == target { isStealing.raise() }
                }
                return true
            }
        }
        DispatchQueue(label: "thief.in").async(group: open) { [self] in
            Self.pump(from: upstream, to: client) { _ in
                guard isStealing.isRaised else { return true }
                // The server has committed: these bytes say so, and nobody gets them.
                state.withLock { $0.hasStolen = true }
                return false
            }
        }
        open.notify(queue: DispatchQueue(label: "thief.end")) {
            close(client)
            close(upstream)
        }
    }

    /// Hands bytes on until one side hangs up or `mayPass` refuses, and hangs up on both.
    private static func pump(
        from source: CInt, to sink: CInt, mayPass: (UnsafeRawBufferPointer) -> Bool
    ) {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(source, &piece, piece.count, 0)
            guard count > 0 else { break }
            let isSent = piece.withUnsafeBytes { bytes in
                let bytes = UnsafeRawBufferPointer(rebasing: bytes[..<count])
                guard mayPass(bytes) else { return false }
                var sent = 0
                while sent < count {
                    let now = send(
                        sink, bytes.baseAddress.map { $0 + sent }, count - sent,
                        CInt(MSG_NOSIGNAL))
                    guard now > 0 else { return false }
                    sent += now
                }
                return true
            }
            guard isSent else { break }
        }
        shutdown(source, CInt(SHUT_RDWR))
        shutdown(sink, CInt(SHUT_RDWR))
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let size = MemoryLayout<sockaddr_un>.size
        return withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard path.utf8.count < place.count else { return -1 }
            place.copyBytes(from: path.utf8)
            return 0
        } == 0
            ? withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    body($0, socklen_t(size))
                }
            } : -1
    }
}

/// Finds the queries `COMMIT` in what a client says, however the bytes are cut.
private struct MessageReader {
    private var head: [UInt8] = []
    /// What is left of the message's body.
    private var rest = 0
    private var body: [UInt8] = []
    private var isFirst = true
    private static let commit = Array("QCOMMIT\0".utf8)

    mutating func commits(in bytes: UnsafeRawBufferPointer) -> Int {
        var found = 0
        var index = 0
        while index < bytes.count {
            if rest == 0 {
                head.append(bytes[index])
                index += 1
                let length = isFirst ? 4 : 5
                guard head.count == length else { continue }
                // The length counts itself.
                rest = head.suffix(4).reduce(0) { $0 << 8 | Int($1) } - 4
                body = isFirst ? [] : [head[0]]
                isFirst = false
                head = []
            } else {
                let count = min(rest, bytes.count - index)
                if body.count < Self.commit.count {
                    let wanted = min(count, Self.commit.count - body.count + 1)
                    body += bytes[index..<index + wanted]
                }
                index += count
                rest -= count
                if rest == 0, body == Self.commit { found += 1 }
            }
        }
        return found
    }
}

/// A mark that one thread makes and another sees.
private final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }

    func raise() { value.store(true, ordering: .releasing) }
}
