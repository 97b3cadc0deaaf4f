/// A value made by the first who asks; everybody else waits for it, and for its failure.
actor Once<Value: Sendable> {
    private let make: @Sendable () async throws -> Value
    private var task: Task<Value, any Error>?

    init(_ make: @escaping @Sendable () async throws -> Value) {
        self.make = make
    }

    /// The value, made now if nobody has asked before.
    func value() async throws -> Value {
        if let task { return try await task.value }
        let task = Task { [make] in try await make() }
        self.task = task
        return try await task.value
    }
}
