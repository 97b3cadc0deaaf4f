internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics

/// `riktmarke stats`: the engine over a table of one's own, without a database.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration.command(
        of: .query, "stats",
        abstract: Text(
            sv: "Räkna på en egen tabell: CSV in, CSV ut, ingen databas.",
            en: "Compute over a table of your own: CSV in, CSV out, no database."
        ),
        discussion: Text(
            sv: """
                EXEMPEL:
                  riktmarke stats proportion --input andelar.csv
                  riktmarke stats funnel --overdispersion < andelar.csv
                  riktmarke stats trend --polarity low --input serie.csv

                Tabellens första rad är kolumnernas namn. Varje metod läser kolumner med fasta
                namn, låter de andra stå och lägger till sina egna. En tom cell är ett saknat
                värde; en rad som inte går att räkna på är ett fel med radnummer. Formler och
                källor: docs/explanation/methods.md.
                """,
            en: """
                EXAMPLES:
                  riktmarke stats proportion --input shares.csv
                  riktmarke stats funnel --overdispersion < shares.csv
                  riktmarke stats trend --polarity low --input series.csv

                The first row of the table is the names of the columns. Each method reads
                columns of fixed names, leaves the others as they are and adds its own. An
                empty cell is a missing value; a row that cannot be computed is an error with
                its line. Formulas and sources: docs/explanation/methods.md.
                """
        ),
        subcommands: [
            StatsProportion.self, StatsRate.self, StatsMean.self, StatsDifference.self,
            StatsFunnel.self, StatsVerdict.self, StatsRank.self, StatsQuantile.self,
            StatsTrend.self, StatsDistance.self,
        ], aliases: ["statistik"])
}

extension CommandConfiguration {
    /// Describes a method of `riktmarke stats`.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - abstract: what it does.
    ///   - columns: the columns it reads, an arrow, and those it adds.
    ///   - notes: what the columns do not show.
    /// - Returns: the configuration.
    static func method(
        _ name: String, _ abstract: Text, columns: String, notes: Text
    ) -> CommandConfiguration {
        let discussion = Text(
            sv: "KOLUMNER:\n  \(columns)\n\n\(notes.sv)",
            en: "COLUMNS:\n  \(columns)\n\n\(notes.en)")
        return CommandConfiguration(
            commandName: name, abstract: abstract.helpText, discussion: discussion.helpText)
    }
}
