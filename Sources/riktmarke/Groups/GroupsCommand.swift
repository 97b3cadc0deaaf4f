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
                  riktmarke groups liknande socioekonomi nacka
                  riktmarke groups --kind kolada

                En grupps kod eller hela namn visar dess medlemmar; andra ord söker bland alla \
                grupper. Utan --kind visas inte Koladas egna grupper, som är flera tusen, utan \
                bara hur många de är. Listan är dagens. Egna grupper skapas med riktmarke-etl \
                group save.
                """,
            en: """
                EXAMPLES:
                  riktmarke groups
                  riktmarke groups skr-a2
                  riktmarke groups liknande socioekonomi nacka
                  riktmarke groups --kind kolada

                The code or the whole name of a group shows its members; other words search all \
                groups. Without --kind Kolada's own groups, of which there are thousands, are not \
                shown but only counted. The list is today's. Own groups are made with \
                riktmarke-etl group save.
                """
        ),
        aliases: ["grupper"])

    @Argument(
        help: Text(
            sv: "Gruppens kod eller namn, eller sökord.",
            en: "Code or name of the group, or words to search for."
        ).help(valueName: "group"))
    var words: [String] = []

    @Option(
        help: Text(
            sv: "Slag: own (egna), named (rapporters), skr, county (län), kolada eller all.",
            en: "Kind: own, named (by reports), skr, county, kolada or all."
        ).help(valueName: "kind"))
    var kind: GroupKindChoice?

    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let text = words.joined(separator: " ")
        let isSearch = !text.allSatisfy(\.isWhitespace)
        let kind = kind
        let found = try await context.read { connection -> Answer in
            let all = try PeerGroupDirectory.groups(&connection, on: .today)
            let listed = all.filter { kind?.includes($0.kind) ?? (isSearch || $0.kind != .kolada) }
            guard isSearch else {
                return .list(
                    GroupList(
                        groups: listed,
                        omitted: kind == nil ? all.count { $0.kind == .kolada } : 0))
            }
            let hits = PeerGroupDirectory.search(text, among: listed)
            if PeerGroupDirectory.named(text, among: all).isEmpty, !hits.groups.isEmpty {
                return .list(
                    GroupList(
                        groups: hits.groups, search: text, isApproximate: hits.isApproximate))
            }
            let directory = MunicipalityDirectory(
                municipalities: try MunicipalityDimension.all(&connection))
            return .members(
                GroupMembers(
                    selection: try PeerSelection(
                        groupCode: text, day: .today, asOf: nil, directory: directory,
                        argument: "GROUP", &connection)))
        }
        switch found {
        case .list(let list):
            try context.write(
                Report(page: list.page, json: { list.write(to: &$0) }), output)
        case .members(let members):
            try context.write(
                Report(page: members.page, json: { members.write(to: &$0) }), output)
        }
        return .ok
    }

    private enum Answer: Sendable {
        case list(GroupList)
        case members(GroupMembers)
    }
}
