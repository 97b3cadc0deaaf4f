internal import ArgumentParser

/// Where the parsing of a command line begins.
enum CommandEntry {
    /// The command that is named first, if it can be parsed by itself, with the arguments after its
    /// name; else the root with all of them.
    ///
    /// The parser would otherwise build the whole tree, and look for requests that only the root
    /// answers, on every call; that takes longer than the query does.
    static func find(
        in root: any ParsableCommand.Type, _ arguments: [String]
    ) -> (command: any ParsableCommand.Type, arguments: [String]) {
        let named = root.configuration.subcommands.first { command in
            command.configuration._superCommandName == root.configuration.commandName
                && arguments.first.map(names(of: command).contains) == true
        }
        return named.map { ($0, Array(arguments.dropFirst())) } ?? (root, arguments)
    }

    /// The name of a command and its other names.
    static func names(of command: any ParsableCommand.Type) -> [String] {
        let configuration = command.configuration
        return [configuration.commandName].compactMap(\.self) + configuration.aliases
    }
}
