internal import KoladaSource
internal import Synchronization

/// Keeps the last good answer to each path, for a snapshot that can only begin later: what will be
/// asked for follows from the catalogue.
final class RememberingTransport: KoladaTransport {
    struct Kept: Sendable {
        var path: String
        var time: Double
        var body: [UInt8]
    }

    private let transport: any KoladaTransport
    private let clock: FetchClock
    private let kept = Mutex<[String: Kept]>([:])

    init(_ transport: any KoladaTransport, clock: FetchClock) {
        self.transport = transport
        self.clock = clock
    }

    /// The answers, by path.
    var answers: [Kept] {
        kept.withLock { $0.values.sorted { $0.path < $1.path } }
    }

    func get(_ path: String) async throws(TransportFault) -> KoladaAnswer {
        let answer = try await transport.get(path)
        if answer.status == 200 {
            let one = Kept(path: path, time: clock.wallClock(), body: answer.body)
            kept.withLock { $0[path] = one }
        }
        return answer
    }
}
