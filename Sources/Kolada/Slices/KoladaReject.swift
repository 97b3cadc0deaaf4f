public import Diagnostics

/// A row that cannot be used though the text around it is sound.
public struct KoladaReject: Sendable, Hashable {
    /// What is wrong with a row; its raw value is part of a diagnostic's code.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The indicator's id is not N or U and five digits.
        case indicatorForm = "indicator-form"
        /// The unit is neither four digits nor a group.
        case unitForm = "unit-form"
        /// The year is none from 1900 to 2199.
        case year
        /// The gender is none of T, K and M.
        case gender
        /// The value has more than 18 digits, or more than 37 decimals.
        case tooManyDigits = "too-many-digits"
        /// The status says that there can be no value, and there is one.
        case contradictoryStatus = "contradictory-status"
        /// Two rows of one unit and gender say different things.
        case contradictoryRows = "contradictory-rows"
        /// More different unknown status words than a slice can keep.
        case tooManyWords = "too-many-words"
    }

    /// What is wrong.
    public var kind: Kind
    /// The indicator's id, if it could be read.
    public var indicator: KoladaIndicatorID?
    /// The year, if it could be read.
    public var year: Int?
    /// What was found.
    public var found: String
    /// The byte at which the row begins, or nil for a fault between rows.
    public var byteOffset: Int?
    /// The place in a JSON document, or nil.
    public var path: String?
    /// The line of a bulk file, counted from 1, or nil.
    public var line: Int?
    /// The path of the answer that it stood in, below the service's address, or nil.
    public var page: String?

    /// The slice that it belongs to, `N00914/2022`, as far as that could be read.
    public var slice: String? {
        guard let indicator else { return nil }
        return year.map { "\(indicator)/\($0)" } ?? indicator.description
    }

    /// The place in a text without lines, or nil.
    public var position: String? {
        let byte = byteOffset.map { "byte \($0)" }
        let parts = [byte, path].compactMap(\.self)
        return line != nil || parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// What is wrong, as a message.
    public var message: Text {
        switch kind {
        case .indicatorForm:
            Text(
                sv: "nyckeltalets id är inte N eller U och fem siffror",
                en: "the indicator's id is not N or U and five digits")
        case .unitForm:
            Text(
                sv: "enheten är varken fyra siffror eller en grupp",
                en: "the unit is neither four digits nor a group")
        case .year:
            Text(
                sv: "året ligger inte mellan 1900 och 2199",
                en: "the year is not within 1900 to 2199")
        case .gender: Text(sv: "könet är inte T, K eller M", en: "the gender is not T, K or M")
        case .tooManyDigits:
            Text(
                sv: "värdet har fler än 18 siffror", en: "the value has more than 18 digits")
        case .contradictoryStatus:
            Text(
                sv: "statusen säger att värde inte kan finnas, men ett finns",
                en: "the status says that there can be no value, and there is one")
        case .contradictoryRows:
            Text(
                sv: "två rader för samma enhet och kön säger olika saker",
                en: "two rows of one unit and gender say different things")
        case .tooManyWords:
            Text(sv: "för många okända statusord", en: "too many unknown status words")
        }
    }

    /// A diagnostic that points at the row.
    public func diagnostic(origin: SourceLocation?) -> Diagnostic {
        var notes: [Text] = []
        if let byteOffset {
            notes.append(Text(sv: "vid byte \(byteOffset)", en: "at byte \(byteOffset)"))
        }
        if let path { notes.append(Text(verbatim: path)) }
        if !found.isEmpty { notes.append(Text(verbatim: found)) }
        var place = origin
        if case .file(let path, nil, nil) = origin { place = .file(path: path, line: line) }
        return Diagnostic(
            .error, code: "kolada.row.\(kind.rawValue)", message, at: place, notes: notes)
    }
}
