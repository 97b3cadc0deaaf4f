public import ArgumentParser
public import Diagnostics
public import Reporting

// The values are listed without a key path, and said to have no descriptions, unlike by default: to make
// a key path at run time, or to look for descriptions that are not the words again, takes as long as
// parsing all the rest of such an option.

extension Language: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None beside the words themselves.
    public static var allValueDescriptions: [String: String] { [:] }
}

extension CSVDialect: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None beside the words themselves.
    public static var allValueDescriptions: [String: String] { [:] }
}

extension ColorMode: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None beside the words themselves.
    public static var allValueDescriptions: [String: String] { [:] }
}

extension TableFormat: ExpressibleByArgument {
    /// The words that the option takes.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None beside the words themselves.
    public static var allValueDescriptions: [String: String] { [:] }
}
