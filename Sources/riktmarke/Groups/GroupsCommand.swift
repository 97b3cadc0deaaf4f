internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Postgres
internal import Warehouse

/// `riktmarke groups`: peer groups, or the members of one.
struct GroupsCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "groups",
        abstract: Text(
            sv: "Visa jämförelsegrupper, eller medlemmarna i en grupp.",
            en: "Show peer groups, or the members of one."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke groups
                  riktmarke groups skr-a2

                Listan är dagens. Egna grupper skapas med riktmarke-etl group save.
                """,
            en: """
                EXAMPLES:
                  riktmarke groups
                  riktmarke groups skr-a2

                The list is today's. Own groups are made with riktmarke-etl group save.
                """
        ),
        aliases: ["grupper"])

    @Argument(
        help: Text(
            sv: "Gruppens kod eller namn.", en: "Code or name of the group."
        ).help(valueName: "group"))
    var group: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        guard let group else {
            let list = GroupList(
                groups: try await context.read { connection in
                    try PeerGroupDirectory.groups(&connection, on: .today)
                })
            try context.write(
                Report(pages: [list.page], json: { list.write(to: &$0) }), output)
            return .ok
        }
        let members = try await context.read { connection in
            let directory = MunicipalityDirectory(
                municipalities: try MunicipalityDimension.all(&connection))
            return GroupMembers(
                selection: try PeerSelection(
                    groupCode: group, day: .today, asOf: nil, directory: directory,
                    argument: "GROUP", &connection))
        }
        try context.write(
            Report(pages: [members.page], json: { members.write(to: &$0) }), output)
        return .ok
    }
}
