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

extension ArgumentHelp {
    fileprivate static var csvDialect: ArgumentHelp {
        Text(
            sv: "CSV enligt RFC 4180 (rfc) eller för ett svenskt Excel (excel-sv).",
            en: "CSV after RFC 4180 (rfc) or for a Swedish Excel (excel-sv)."
        ).help(valueName: "dialect")
    }

    fileprivate static var output: ArgumentHelp {
        Text(
            sv: "Skriv till en fil, som blir hel eller inte ändras alls.",
            en: "Write to a file, which appears whole or is not touched."
        ).help(valueName: "file")
    }
}

extension NameSpecification {
    fileprivate static var output: NameSpecification { [.customShort("o"), .customLong("output")] }
}

/// Where a result goes that has one format only, and how CSV is written.
public struct DestinationOptions: ParsableArguments {
    /// The way of writing CSV.
    @Option(help: .csvDialect) public var csvDialect: CSVDialect?

    /// The file to write; standard output when left out or `-`.
    @Option(name: .output, help: .output, completion: .file()) public var file: String?

    /// Creates the options for parsing.
    public init() {}
}

/// How a result is written, and where it goes.
///
/// It repeats ``DestinationOptions`` instead of holding it: a group within a group costs a short query a
/// hundredth of its time.
public struct OutputOptions: ParsableArguments {
    /// The format.
    @Option(
        help: Text(
            sv: "Format: table, csv, json, markdown, html eller xlsx.",
            en: "Format: table, csv, json, markdown, html or xlsx."
        ).help(valueName: "format"))
    public var format: TableFormat = .table

    /// The way of writing CSV.
    @Option(help: .csvDialect) public var csvDialect: CSVDialect?

    /// The file to write; standard output when left out or `-`.
    @Option(name: .output, help: .output, completion: .file()) public var file: String?

    /// Creates the options for parsing.
    public init() {}

    /// Refuses a CSV dialect for another format, which would have no effect.
    public func validate() throws {
        if csvDialect != nil, format != .csv {
            throw ValidationError(
                Text(
                    sv: "--csv-dialect gäller bara med --format csv",
                    en: "--csv-dialect applies only with --format csv")[HelpLanguage.current])
        }
    }
}
