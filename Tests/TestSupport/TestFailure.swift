/// Why a test cannot go on; shown as it is.
public struct TestFailure: Error, Sendable, CustomStringConvertible {
    /// What happened, with all that helps to understand it.
    public let description: String

    /// Creates a failure.
    public init(_ description: String) {
        self.description = description
    }
}
