internal import Cases
internal import Diagnostics
internal import SourceAdapters
internal import Statistics
internal import Warehouse

/// What a load of case data says to whoever runs it.
enum CaseRemarks {
    /// Why years have no figure, or not everybody in it.
    static func diagnostics(_ notes: [CaseRates.Noted], path: String) -> [Diagnostic] {
        notes.map { note in
            let name = "\(note.indicator) \(note.year)"
            switch note.remark {
            case .noDefinition:
                return Diagnostic(
                    .warning, code: "cases.no-definition",
                    Text(
                        sv: "\(name): ingen definition gäller för året, ingen andel räknades ut",
                        en: "\(name): no definition holds for the year, no share was computed"),
                    at: .file(path: path))
            case .windowNotCovered:
                return Diagnostic(
                    .warning, code: "cases.window-not-covered",
                    Text(
                        sv:
                            "\(name): leveransen börjar efter de avslut som ska räknas, ingen andel "
                            + "räknades ut",
                        en: "\(name): the delivery begins after the closes to be counted, no share "
                            + "was computed"),
                    at: .file(path: path))
            case .notFollowed(let persons):
                let persons = count(persons)
                return Diagnostic(
                    .warning, code: "cases.not-followed",
                    Text(
                        sv: "\(name): \(persons.sv) är ännu inte följda hela tiden och ingår inte; "
                            + "andelen är preliminär",
                        en: "\(name): \(persons.en) have not been followed for the whole time and "
                            + "are not counted; the share is preliminary"),
                    at: .file(path: path))
            case .contradictory(let persons):
                let persons = count(persons)
                return Diagnostic(
                    .warning, code: "cases.contradictory",
                    Text(
                        sv: "\(name): \(persons.sv) har olika ålder eller kön samma dag och ingår "
                            + "inte",
                        en: "\(name): \(persons.en) are stated with several ages or genders on one "
                            + "day and are not counted"),
                    at: .file(path: path))
            }
        }
    }

    /// The server is set to log statements with their values.
    static let loggedValues = Diagnostic(
        .warning, code: "cases.logged-values",
        Text(
            sv:
                "databasservern loggar satser med värden: pseudonymer och datum ur leveransen hamnar i "
                + "dess logg",
            en: "the database server logs statements with their values: pseudonyms and days of the "
                + "delivery end up in its log"),
        hint: Text(
            sv: "låt en databasadministratör sätta log_parameter_max_length = 0",
            en: "have a database administrator set log_parameter_max_length = 0"))

    /// How many persons; messages end up in logs, so a few are not counted in them.
    private static func count(_ persons: Int) -> Text {
        Double(persons) < SmallNumbers().leastCount
            ? Text(sv: "färre än fem personer", en: "fewer than five persons")
            : Text(sv: "\(persons) personer", en: "\(persons) persons")
    }

    /// What the delivery changed among the cases.
    static func summary(
        _ merged: CaseStore.Merged, _ file: CaseFile, path: String
    ) -> Diagnostic {
        Diagnostic(
            .note, code: "cases.delivery",
            Text(
                sv: "ärenden: \(merged.new) nya, \(merged.revised) ändrade, \(merged.unchanged) "
                    + "oändrade, \(merged.withdrawn) återtagna; \(file.repetitions) upprepade rader",
                en: "cases: \(merged.new) new, \(merged.revised) changed, \(merged.unchanged) "
                    + "unchanged, \(merged.withdrawn) withdrawn; \(file.repetitions) repeated rows"),
            at: .file(path: path))
    }
}
