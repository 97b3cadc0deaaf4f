/// What a program left behind.
public struct CommandResult: Sendable {
    /// The exit status; 128 + the signal's number where a signal ended it, as a shell says it.
    public let status: Int32
    /// What it wrote to standard output, byte for byte.
    public let outputBytes: [UInt8]
    /// What it wrote to standard error.
    public let errors: String

    /// Standard output as text; bytes that are no UTF-8 become U+FFFD.
    public var output: String { String(decoding: outputBytes, as: UTF8.self) }
}

extension CommandResult: CustomStringConvertible {
    /// All of it, for a failing test.
    public var description: String {
        "status \(status)\n--- output\n\(output)\n--- errors\n\(errors)"
    }
}
