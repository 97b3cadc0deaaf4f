internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Glibc

/// Adds municipalities to one of the user's own groups, which is created if need be.
struct GroupAddCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Text(
                sv: "Lägg till kommuner i en egen grupp.", en: "Add municipalities to an own group."
            ).helpText)
    }

    @Argument(help: Text(sv: "Gruppens kod.", en: "Code of the group.").help(valueName: "group"))
    var group: String
    @Argument(
        help: Text(sv: "Kommuner, kod eller namn.", en: "Municipalities, code or name.")
            .help(valueName: "municipality"))
    var municipalities: [String]
    @Option(
        help: Text(sv: "Gruppens namn.", en: "Name of the group.").help(valueName: "text"))
    var name: String?
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await OwnGroup(code: group, context: context).change(
            name: name, to: municipalities, replacing: false)
    }
}

/// Replaces the members of one of the user's own groups.
struct GroupSaveCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "save",
            abstract: Text(
                sv: "Spara en egen grupp, med medlemmar från kommandoraden eller standard in.",
                en: "Save an own group, with members from the command line or standard input."
            ).helpText,
            discussion: Text(
                sv: """
                    Utan kommuner på raden läses standard in: en kommun per rad, eller CSV med \
                    kolumnen neighbour_code eller municipality_code.
                    """,
                en: """
                    Without municipalities on the line, standard input is read: one a line, or CSV \
                    with the column neighbour_code or municipality_code.
                    """
            ).helpText)
    }

    @Argument(help: Text(sv: "Gruppens kod.", en: "Code of the group.").help(valueName: "group"))
    var group: String
    @Argument(
        help: Text(sv: "Kommuner, kod eller namn.", en: "Municipalities, code or name.")
            .help(valueName: "municipality"))
    var municipalities: [String] = []
    @Option(
        help: Text(sv: "Gruppens namn.", en: "Name of the group.").help(valueName: "text"))
    var name: String?
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        let members = try municipalities.isEmpty ? MemberList.read() : municipalities
        return try await OwnGroup(code: group, context: context).change(
            name: name, to: members, replacing: true)
    }
}

/// Removes municipalities from one of the user's own groups, or the whole group.
struct GroupRemoveCommand: ContextualCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove",
            abstract: Text(
                sv: "Ta bort kommuner ur en egen grupp, eller hela gruppen.",
                en: "Remove municipalities from an own group, or the whole group."
            ).helpText,
            discussion: Text(
                sv: "Historiken finns kvar: en borttagen medlem stängs, den glöms inte.",
                en: "History is kept: a removed member is closed, not forgotten."
            ).helpText)
    }

    @Argument(help: Text(sv: "Gruppens kod.", en: "Code of the group.").help(valueName: "group"))
    var group: String
    @Argument(
        help: Text(sv: "Kommuner; utan namn hela gruppen.", en: "Municipalities; without, all.")
            .help(valueName: "municipality"))
    var municipalities: [String] = []
    @OptionGroup var global: GlobalOptions

    mutating func run(_ context: CommandContext) async throws -> ExitStatus {
        try await OwnGroup(code: group, context: context).remove(municipalities)
    }
}

/// Reads members from standard input.
enum MemberList {
    /// One name or code a line, or the column of codes of a CSV written by `riktmarke`.
    /// - Throws: `Failure` with status 64 for the neighbours of several municipalities.
    static func read() throws(Failure) -> [String] {
        var lines: [String] = []
        while let line = readLine() { lines.append(line) }
        return try members(of: lines)
    }

    static func members(of lines: [String]) throws(Failure) -> [String] {
        let rows = lines.map { $0.filter { $0 != "\r" && $0 != "\u{FEFF}" } }
            .filter { !$0.allSatisfy(\.isWhitespace) }
        guard let head = rows.first else { return [] }
        let columns = head.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        func cells(_ name: String) -> [String]? {
            guard let place = columns.firstIndex(of: name) else { return nil }
            return rows.dropFirst().compactMap { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                return cells.indices.contains(place) ? String(cells[place]) : nil
            }
        }
        guard let neighbours = cells("neighbour_code") else {
            return cells("municipality_code") ?? rows
        }
        // Everybody's neighbours together are no group: `similar --all` has a list for each.
        let whose = Set(cells("municipality_code") ?? [])
        guard whose.count < 2 else {
            throw Failure(
                .usage, code: "group.several",
                Text(
                    sv: "listan har grannarna till \(whose.count) kommuner, en grupp är en lista",
                    en:
                        "the list has the neighbours of \(whose.count) municipalities, a group is one "
                        + "list"),
                hint: Text(
                    sv: "välj en: riktmarke similar --kommun NAMN … --format csv",
                    en: "choose one: riktmarke similar --kommun NAME … --format csv"))
        }
        return neighbours
    }
}
