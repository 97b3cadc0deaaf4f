public import ArgumentParser
internal import Diagnostics
public import Reporting

/// How a table is written.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
    /// For people at a terminal.
    case table
    /// For spreadsheets and programs.
    case csv
    /// For programs.
    case json
    /// For documents.
    case markdown
    /// For browsers and paper: one file that needs nothing else.
    case html
    /// For Excel: numbers that are numbers.
    case xlsx
}

/// Where a result goes, and how CSV is written.
public struct DestinationOptions: ParsableArguments {
    /// The way of writing CSV.
    @Option(
        help: Text(
            sv: "CSV enligt RFC 4180 (rfc) eller för ett svenskt Excel (excel-sv).",
            en: "CSV after RFC 4180 (rfc) or for a Swedish Excel (excel-sv)."
        ).help(valueName: "dialect"))
    public var csvDialect: CSVDialect?

    /// The file to write; standard output when left out or `-`.
    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Skriv till en fil, som blir hel eller inte ändras alls.",
            en: "Write to a file, which appears whole or is not touched."
        ).help(valueName: "file"), completion: .file())
    public var output: String?

    /// Creates the options for parsing.
    public init() {}
}

/// How a result is written, and where it goes.
public struct OutputOptions: ParsableArguments {
    /// The format.
    @Option(
        help: Text(
            sv: "Format: table, csv, json, markdown, html eller xlsx.",
            en: "Format: table, csv, json, markdown, html or xlsx."
        ).help(valueName: "format"))
    public var format: TableFormat = .table

    /// Where the result goes.
    @OptionGroup public var destination: DestinationOptions

    /// Creates the options for parsing.
    public init() {}

    /// Refuses a CSV dialect for another format, which would have no effect.
    public func validate() throws {
        if destination.csvDialect != nil, format != .csv {
            throw ValidationError(
                Text(
                    sv: "--csv-dialect gäller bara med --format csv",
                    en: "--csv-dialect applies only with --format csv")[HelpLanguage.current])
        }
    }
}
