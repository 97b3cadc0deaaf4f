internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import Diagnostics

/// `riktmarke changes`: what has become known since a time or a run.
struct ChangesCommand: ContextualCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "changes",
        abstract: Text(
            sv: "Visa vad som ändrats: nya, reviderade, strukna och återkomna värden.",
            en: "Show what has changed: new, revised, struck and returned values."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke changes --kommun Nacka
                  riktmarke changes --since 2026-11-01 --kommun Nacka --group skr-a2
                  riktmarke changes --since 14 --watch bevakning.txt --format csv

                Utan --since visas vad den senaste körningen som ändrade något ändrade. Ett \
                nummer är en körning, vars egna ändringar är med (riktmarke-etl status visar \
                dem). Jämförelsen är mellan vad som var känt då och vad som är känt nu, eller \
                vid --as-of: det som ändrats fram och tillbaka däremellan visas inte.

                Med --group visas platsen i gruppen före och efter: fokuskommunens med --kommun, \
                annars varje kommuns egen. Slutstatus är 0 när något har ändrats och 1 annars.
                """,
            en: """
                EXAMPLES:
                  riktmarke changes --kommun Nacka
                  riktmarke changes --since 2026-11-01 --kommun Nacka --group skr-a2
                  riktmarke changes --since 14 --watch watched.txt --format csv

                Without --since it shows what the last run that changed anything has changed. A \
                number is a run, whose own changes are included (riktmarke-etl status shows \
                them). What was known then is compared with what is known now, or at --as-of: \
                what changed to and fro in between is not shown.

                With --group the place in the group is shown before and after: that of the focus \
                with --kommun, else each municipality's own. The exit status is 0 when anything \
                has changed and 1 otherwise.
                """
        ),
        aliases: ["ändringar", "andringar"])

    @Option(
        help: Text(
            sv: "Sedan när: en dag (dess slut i Stockholm), en tidpunkt eller en körnings nummer.",
            en: "Since when: a day (its end in Stockholm), a point in time or a run's number."
        ).help(valueName: "when|run"))
    var since: String?

    @Option(
        name: [.customShort("k"), .customLong("kommun"), .customLong("municipality")],
        help: Text(
            sv: "Bara denna kommuns ändringar, eller med --group fokus för platserna.",
            en: "Only this municipality's changes, or with --group the focus of the places."
        ).help(valueName: "kommun"))
    var kommun: String?

    @Option(
        help: Text(
            sv: "Ändringar i en grupp, med platserna i den.",
            en: "Changes in a group, with the places in it."
        ).help(valueName: "group"))
    var group: String?

    @Option(
        help: Text(
            sv: "Bara nyckeltalen i denna fil: en kod per rad, # inleder en kommentar.",
            en: "Only the indicators in this file: a code a line, # begins a comment."
        ).help(valueName: "file"), completion: .file())
    var watch: String?

    @Option(help: .asOf) var asOf: String?
    @OptionGroup var output: OutputOptions
    @OptionGroup var global: GlobalOptions

    func run(_ context: CommandContext) async throws -> ExitStatus {
        let question = ChangesQuestion(
            since: since, kommun: kommun, group: group,
            watch: try watch.map { try WatchFile.read($0) }, asOf: asOf)
        let writer = ChangesWriter(
            format: output.format, path: output.file,
            dialect: context.csvDialect(output.csvDialect), language: context.language,
            style: context.style(writingTo: output.file))
        let total = try await context.read { connection in
            let inquiry = try question.resolve(&connection)
            return try writer.write(inquiry, &connection)
        }
        return total > 0 ? .ok : .negative
    }
}
