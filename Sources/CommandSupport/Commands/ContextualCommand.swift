public import ArgumentParser
public import Diagnostics

/// A command of one of our tools: it gets its surroundings handed, and returns its status.
///
/// ```swift
/// struct Groups: ContextualCommand {
///     static let configuration = CommandConfiguration(
///         commandName: "groups", abstract: Text(sv: "…", en: "…").helpText, aliases: ["grupper"])
///     @OptionGroup var global: GlobalOptions
///     func run(_ context: CommandContext) async throws -> ExitStatus { … }
/// }
/// ```
public protocol ContextualCommand: AsyncParsableCommand {
    /// The flags that every command has.
    var global: GlobalOptions { get }

    /// Does the work.
    ///
    /// - Parameter context: the surroundings.
    /// - Throws: Anything; the error boundary explains it, a `Failure` and every other
    ///   `DiagnosticConvertible` in its own words.
    /// - Returns: the status to exit with; `negative` is an answer, not a failure.
    mutating func run(_ context: CommandContext) async throws -> ExitStatus
}
