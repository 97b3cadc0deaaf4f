internal import Diagnostics
internal import Pipeline
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// The report of a run, for the screen and for programs.
enum RunTable {
    /// One row a source, with what became of its cells.
    static func table(_ report: RunReport, isDryRun: Bool) -> ReportTable {
        var table = ReportTable(
            title: title(report, isDryRun: isDryRun),
            columns: [
                .init("source", Text(sv: "Källa", en: "Source")),
                .init("state", Text(sv: "Resultat", en: "Result")),
                .init("read", Text(sv: "Lästa", en: "Read"), .number),
                .init("new", Text(sv: "Nya", en: "New"), .number),
                .init("changed", Text(sv: "Ändrade", en: "Changed"), .number),
                .init("unchanged", Text(sv: "Oändrade", en: "Unchanged"), .number),
                .init("withdrawn", Text(sv: "Återtagna", en: "Withdrawn"), .number),
                .init("missing", Text(sv: "Utan värde", en: "Missing"), .number),
                .init("rejected", Text(sv: "Avvisade", en: "Rejected"), .number),
                .init("seconds", Text(sv: "Sekunder", en: "Seconds"), .number),
            ])
        table.rows = report.outcomes.map { outcome in
            guard outcome.state != .unchanged else {
                return ReportTable.Row([.text(outcome.source), state(outcome)])
            }
            return ReportTable.Row([
                .text(outcome.source), state(outcome), .integer(Int(outcome.counts.read)),
                .integer(Int(outcome.counts.new)), .integer(Int(outcome.counts.revised)),
                .integer(Int(outcome.counts.unchanged)), .integer(Int(outcome.counts.withdrawn)),
                .integer(Int(outcome.counts.missing)), .integer(Int(outcome.counts.rejected)),
                .decimal(seconds(outcome.seconds)),
            ])
        }
        table.notes = notes(report)
        return table
    }

    /// The same as JSON.
    static func write(_ report: RunReport, isDryRun: Bool, to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.member("run", report.run.map { Int($0) })
            json.member("dry_run", isDryRun)
            json.member("exit_status", Int(report.exitStatus.rawValue))
            json.key("reference")
            json.object { json in
                for (table, changed) in report.referenceChanges {
                    json.member(table, Int(changed))
                }
            }
            json.key("sources")
            json.array { json in
                for outcome in report.outcomes { write(outcome, to: &json) }
            }
        }
    }

    private static func write(_ outcome: LoadOutcome, to json: inout JSONWriter) {
        json.object { json in
            json.member("source", outcome.source)
            json.member("state", outcome.state.rawValue)
            json.member("load", outcome.load.map { Int($0) })
            json.member("read", Int(outcome.counts.read))
            json.member("new", Int(outcome.counts.new))
            json.member("changed", Int(outcome.counts.revised))
            json.member("unchanged", Int(outcome.counts.unchanged))
            json.member("withdrawn", Int(outcome.counts.withdrawn))
            json.member("missing", Int(outcome.counts.missing))
            json.member("rejected", Int(outcome.counts.rejected))
            json.member("duplicates", Int(outcome.counts.duplicates))
            json.member("seconds", seconds(outcome.seconds))
            if let text = outcome.unloadedText { write(text, to: &json) }
            if let slices = outcome.slices { write(slices, outcome.notFetched, to: &json) }
        }
    }

    private static func write(_ text: UnloadedFigures, to json: inout JSONWriter) {
        json.key("text_not_loaded")
        json.object { json in
            json.member("no_place", text.homeless)
            json.member("in_tables", text.inTables)
            json.member("repeated", text.repeated)
        }
    }

    /// How many figures of running text were read and left out.
    private static func textNote(_ outcome: LoadOutcome) -> Text? {
        guard let text = outcome.unloadedText, text.all > 0 else { return nil }
        return Text(
            sv: "\(outcome.source): \(text.all) siffror i löptext lästes men läses inte in: "
                + "\(text.homeless) har ingen plats i lagret, \(text.inTables) står i tabeller, "
                + "\(text.repeated) sägs flera gånger. Skälen: riktmarke-etl report figures FIL",
            en: "\(outcome.source): \(text.all) figures of running text were read and not loaded: "
                + "\(text.homeless) have no place in the warehouse, \(text.inTables) stand in "
                + "tables, \(text.repeated) are told more than once. Why: riktmarke-etl report "
                + "figures FILE")
    }

    private static func write(
        _ slices: SliceReport, _ notFetched: [String], to json: inout JSONWriter
    ) {
        json.key("slices")
        json.object { json in
            json.member("new", slices.newSlices)
            json.member("changed", slices.loadedSlices - slices.newSlices)
            json.member("unchanged", slices.unchangedSlices)
            json.key("held")
            json.array { json in
                for held in slices.held {
                    json.object { json in
                        json.member("slice", held.name)
                        json.member("reason", held.held.reason.rawValue)
                        json.member("stated_values", Int(held.held.statedValues))
                        json.member("lost_values", Int(held.held.lostValues))
                    }
                }
            }
        }
        json.key("not_fetched")
        json.array { json in
            for indicator in notFetched { json.string(indicator) }
        }
    }

    /// How many slices a source has, by what became of them.
    private static func slicesNote(_ outcome: LoadOutcome) -> Text? {
        guard let slices = outcome.slices else { return nil }
        let changed = slices.loadedSlices - slices.newSlices
        let failed = outcome.notFetched.count
        var note = Text(
            sv:
                "\(outcome.source), skivor (nyckeltal och år): \(slices.newSlices) nya, \(changed) ändrade",
            en:
                "\(outcome.source), slices (indicator and year): \(slices.newSlices) new, \(changed) changed"
        )
        note.sv += ", \(slices.unchangedSlices) oändrade, \(slices.held.count) kvarhållna"
        note.en += ", \(slices.unchangedSlices) unchanged, \(slices.held.count) held back"
        note.sv += failed > 0 ? "; \(failed) nyckeltal kunde inte hämtas." : "."
        note.en += failed > 0 ? "; \(failed) indicators could not be fetched." : "."
        return note
    }

    private static func title(_ report: RunReport, isDryRun: Bool) -> Text {
        if isDryRun {
            return Text(
                sv: "Plan: detta skulle hända, inget är ändrat",
                en: "Plan: this would happen, nothing is changed")
        }
        let number = report.run.map { " \($0)" } ?? ""
        return report.didNothing
            ? Text(sv: "Körning\(number): inget att göra", en: "Run\(number): nothing to do")
            : Text(sv: "Körning\(number)", en: "Run\(number)")
    }

    private static func notes(_ report: RunReport) -> [Text] {
        var notes: [Text] = []
        let changed = report.referenceChanges.filter { $0.changed > 0 }
        if !changed.isEmpty {
            let list = changed.map { "\($0.table) \($0.changed)" }.joined(separator: ", ")
            notes.append(
                Text(
                    sv: "Referensdata, nya eller ändrade: \(list).",
                    en: "Reference data, new or changed: \(list)."))
        }
        notes += report.outcomes.compactMap(slicesNote)
        notes += report.outcomes.compactMap(textNote)
        // A plan's rejects are undone with it.
        if let run = report.run, report.outcomes.contains(where: { $0.counts.rejected > 0 }) {
            notes.append(
                Text(
                    sv: "Det som avvisades visas av: riktmarke-etl rejects --run \(run)",
                    en: "What was rejected is shown by: riktmarke-etl rejects --run \(run)"))
        }
        return notes
    }

    private static func state(_ outcome: LoadOutcome) -> Cell {
        switch outcome.state {
        case .loaded: .label(Text(sv: "inläst", en: "loaded"), tone: .good)
        case .unchanged: .label(Text(sv: "inget att göra", en: "nothing to do"), tone: .muted)
        case .refused: .label(Text(sv: "nekad", en: "refused"), tone: .bad)
        case .failed: .label(Text(sv: "misslyckades", en: "failed"), tone: .bad)
        }
    }
}
