public import ArgumentParser
public import Diagnostics

extension CommandConfiguration {
    /// Describes a command of a tool in the language of help texts.
    ///
    /// The command knows its tool's name, so that it can be parsed without the others beside it; see
    /// ``ErrorBoundary``.
    ///
    /// - Parameters:
    ///   - tool: the tool it belongs to, directly.
    ///   - name: its name.
    ///   - abstract: what it does, in a sentence.
    ///   - discussion: examples first, then what they do not show.
    ///   - subcommands: the commands below it.
    ///   - aliases: other names, Swedish ones among them.
    /// - Returns: the configuration.
    public static func command(
        of tool: Tool, _ name: String, abstract: Text, discussion: Text,
        subcommands: [any ParsableCommand.Type] = [], aliases: [String] = []
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name, _superCommandName: tool.name, abstract: abstract.helpText,
            discussion: discussion.helpText, version: Tool.version, subcommands: subcommands,
            aliases: aliases)
    }
}
