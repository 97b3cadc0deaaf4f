/// Lets only so many in at a time: all tests run at once, and a server has only so many seats.
public actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Makes a turnstile.
    /// - Parameter seats: how many may be in at a time.
    public init(seats: Int) {
        free = seats
    }

    /// Runs a body when there is a seat.
    /// - Throws: what the body throws.
    public func pass<R: Sendable>(_ body: @Sendable () async throws -> R) async throws -> R {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
