public import ArgumentParser
public import Diagnostics
public import Reporting

// The values are listed without a key path, unlike by default: to make one at run time takes as long
// as parsing all the rest of such an option.

extension Language: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}

extension CSVDialect: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}

extension ColorMode: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}

extension TableFormat: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}
