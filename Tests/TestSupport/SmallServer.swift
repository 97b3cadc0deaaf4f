internal import Dispatch
internal import Glibc
internal import Synchronization

/// A server of HTTP on the loopback that says exactly the bytes it is told, then hangs up.
public final class SmallServer: Sendable {
    /// What is said to one request.
    public struct Reply: Sendable {
        /// The bytes.
        public var bytes: [UInt8]
        /// How long it waits before it says anything, in milliseconds.
        public var delay: UInt32 = 0

        /// Says bytes after a while.
        public init(bytes: [UInt8], delay: UInt32 = 0) {
            self.bytes = bytes
            self.delay = delay
        }

        /// A whole answer.
        public static func answer(
            _ body: String, status: String = "200 OK", headers: [String] = []
        ) -> Reply {
            var lines = [
                "HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close",
            ]
            lines += headers
            return Reply(bytes: Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
        }

        /// The same, broken off behind so many bytes of its end.
        public func cut(_ count: Int) -> Reply {
            Reply(bytes: Array(bytes.dropLast(count)), delay: delay)
        }
    }

    private struct State {
        var requests: [String] = []
        var isOver = false
    }

    /// The port it listens on.
    public let port: UInt16
    private let socket: CInt
    private let state = Mutex(State())

    /// Listens; `reply` gets the target of each request and how many came before it.
    public init(_ reply: @escaping @Sendable (_ target: String, _ before: Int) -> Reply) throws {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(socket, generic, length) == 0 && listen(socket, 16) == 0
                    && getsockname(socket, generic, &length) == 0
            }
        }
        guard isBound else { throw TestFailure("cannot listen: \(errno)") }
        self.socket = socket
        port = UInt16(bigEndian: address.sin_port)
        DispatchQueue(label: "small-server").async { [self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0, !state.withLock({ $0.isOver }) else { return }
                DispatchQueue(label: "small-server.connection").async { [self] in
                    serve(connection, reply)
                }
            }
        }
    }

    /// The heads of the requests, in order.
    public var requests: [String] { state.withLock { $0.requests } }

    /// Stops listening, once: the number of a closed descriptor is soon somebody else's.
    public func stop() {
        let wasOver = state.withLock { state in
            defer { state.isOver = true }
            return state.isOver
        }
        guard !wasOver else { return }
        shutdown(socket, CInt(SHUT_RDWR))
        close(socket)
    }

    private func serve(
        _ connection: CInt, _ reply: @Sendable (String, Int) -> Reply
    ) {
        defer { close(connection) }
        var head: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while !head.ends(with: "\r\n\r\n".utf8) {
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { return }
            head += piece[..<count]
        }
        let text = String(decoding: head, as: UTF8.self)
        let before = state.withLock { state in
            state.requests.append(text)
            return state.requests.count - 1
        }
        let target = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let said = reply(target, before)
        if said.delay > 0 { usleep(said.delay * 1000) }
        var sent = 0
        while sent < said.bytes.count {
            let count = said.bytes.withUnsafeBytes { bytes in
                send(
                    connection, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
                    CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}

extension Array where Element == UInt8 {
    fileprivate func ends(with suffix: some Collection<UInt8>) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
