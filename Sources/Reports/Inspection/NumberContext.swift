internal import Indicators

/// What the words around a number say that it is, where they make it no figure.
struct NumberContext {
    private let before: String
    private let after: String
    private let printed: String
    /// Whether the number begins its line, or follows a number and a point that do.
    private let beginsLine: Bool
    /// Whether nothing follows the number on its line, and a blank line comes next.
    private let endsPage: Bool

    init(_ flow: FlowText, _ range: Range<Int>, _ document: ReportDocument) {
        printed = flow.text(range)
        before = Self.folded(flow, max(range.lowerBound - 24, 0)..<range.lowerBound)
        after = Self.folded(flow, range.upperBound..<min(range.upperBound + 24, flow.folded.count))
        let number = flow.line[range.lowerBound]
        var first = range.lowerBound
        while first > 0, flow.line[first - 1] == number,
            flow.folded[first - 1] == "." || ("0"..."9").contains(flow.folded[first - 1])
        {
            first -= 1
        }
        beginsLine = first == 0 || flow.line[first - 1] != number
        let line = document.line(number)?.text ?? ""
        let next = document.line(number + 1)
        endsPage = next?.isBlank != false && BlankScalar.trimmed(line).hasSuffix(" " + printed)
    }

    /// Why the number is no figure; `nil` where it may be one.
    var reason: String? {
        if isDate { return "date" }
        if isAge { return "age" }
        if isYear { return "year" }
        if isReference { return "reference" }
        if isPart { return "name of a part or period" }
        if isLimit { return "limit in a definition" }
        if isSection { return "number of a section" }
        if isPage { return "page number" }
        return nil
    }

    private var isYear: Bool {
        guard printed.count == 4, let year = Int(printed), Period.years.contains(year) else {
            return false
        }
        return !after.hasPrefix(" personer") && !after.hasPrefix(" %") && !after.hasPrefix(" kr ")
            && !after.hasPrefix(" kronor")
    }

    private var isDate: Bool {
        let months = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
            "september", "oktober", "november", "december",
        ]
        if months.contains(where: { after.hasPrefix(" " + $0) }) { return true }
        return (after.first == "-" && after.dropFirst().first?.isNumber == true)
            || (before.last == "-" && before.dropLast().last?.isNumber == true)
    }

    private var isAge: Bool {
        if after.hasPrefix(" år") || before.hasSuffix("åldern ") { return true }
        return ["årskurs ", "åk ", "ålder "].contains { before.hasSuffix($0) }
    }

    private var isReference: Bool {
        if before.last == "/" || after.first == "/" || before.last == ":" || after.first == ":" {
            return true
        }
        return ["dnr ", "sfs ", "tel ", "tfn "].contains { before.hasSuffix($0) }
            || after.hasPrefix(" kap") || after.hasPrefix(" §") || before.hasSuffix("§ ")
    }

    private var isPart: Bool {
        let names = [
            "tertial ", "tertialbokslut ", "delårsrapport ", "kvartal ", "bilaga ", "bilaga nr ",
            "avsnitt ", "kapitel ", "nyckeltal ", "tabell ", "figur ", "prognos ",
        ]
        if names.contains(where: { before.hasSuffix($0) }) { return true }
        return before.last == "t" && before.dropLast().last?.isLetter != true
    }

    private var isSection: Bool {
        guard beginsLine, printed.count <= 2, let first = after.first else { return false }
        return first == " " || first == "."
    }

    private var isPage: Bool {
        let bare = after.drop { $0 == " " }
        if bare.first == "(", bare.dropFirst().first?.isNumber == true { return true }
        if before.last == "(", before.dropLast().drop(while: { $0 == " " }).last != nil,
            after.first == ")", printed.count <= 3
        {
            return before.dropLast().last { $0 != " " }?.isNumber == true
        }
        return endsPage && printed.count <= 3
    }

    private var isLimit: Bool {
        before.hasSuffix("per ") && (after.hasPrefix(" invånare") || after.hasPrefix(" inv"))
            || before.hasSuffix("max ") || after.hasPrefix(" dgr")
    }

    private static func folded(_ flow: FlowText, _ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for index in range { view.append(flow.folded[index]) }
        return String(view)
    }
}
