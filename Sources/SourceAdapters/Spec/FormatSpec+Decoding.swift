import Diagnostics
import Tabular
import Yams

extension SpecDecoder {
    /// The decimal marks that can be declared.
    private enum DecimalWord: String, CaseIterable {
        case comma
        case point

        var mark: NumberFormat.DecimalMark {
            switch self {
            case .comma: .comma
            case .point: .point
            }
        }
    }

    /// Decodes how the files of a source are written.
    mutating func format(_ node: Node) -> FormatSpec {
        var format = FormatSpec()
        guard let section = section(node, name: "format", keys: SpecKeys.format) else {
            return format
        }
        format.kind =
            section["kind"].flatMap { word($0, name: "format.kind", as: FormatSpec.Kind.self) }
            ?? .csv
        format.sheet = section["sheet"].flatMap { text($0, name: "format.sheet") }
        checkKind(format.kind, in: section)
        format.encoding = section["encoding"].flatMap { encoding($0) }
        format.dialect = section["delimiter"].flatMap { dialect($0) }
        let decimal = section["decimal"].flatMap {
            word($0, name: "format.decimal", as: DecimalWord.self)
        }
        if let decimal { format.numbers.decimal = decimal.mark }
        // Numbers of a workbook are typed; a mark is only chosen to write them down.
        if decimal == nil, format.kind == .xlsx { format.numbers.decimal = .point }
        format.numbers.grouping = FormatSpec.grouping(format.numbers.decimal)
        if let node = section["thousands"] { format.numbers.grouping = thousands(node) }
        format.numbers.allowsPercent =
            section["percent"].flatMap { boolean($0, name: "format.percent") } ?? true
        format.headerRow =
            section["header_row"].flatMap {
                integer($0, name: "format.header_row", in: 1...1000)
            } ?? 1
        format.skipRows =
            section["skip_rows"].flatMap { integer($0, name: "format.skip_rows", in: 0...1000) }
            ?? 0
        checkMarks(format.numbers, in: section)
        return format
    }

    /// Refuses what means nothing for the kind of file.
    private mutating func checkKind(_ kind: FormatSpec.Kind, in section: SpecSection) {
        let foreign = kind == .xlsx ? ["encoding", "delimiter"] : ["sheet"]
        for key in foreign {
            guard let node = section[key] else { continue }
            report(
                "spec.conflict",
                Text(
                    sv: "”format: \(key):” betyder ingenting för filer av slaget \(kind.rawValue)",
                    en: "\"format: \(key):\" means nothing for files of the kind \(kind.rawValue)"),
                at: location(of: node))
        }
    }

    private mutating func encoding(_ node: Node) -> EncodingDeclaration? {
        guard let name = text(node, name: "format.encoding") else { return nil }
        if let encoding = EncodingDeclaration(name: name) { return encoding }
        badValue(
            name, at: location(of: node), name: "format.encoding",
            allowed: EncodingDeclaration.knownNames)
        return nil
    }

    private mutating func dialect(_ node: Node) -> CSVDialect? {
        guard let name = text(node, name: "format.delimiter") else { return nil }
        if let dialect = CSVDialect(delimiterName: name) { return dialect }
        badValue(
            name, at: location(of: node), name: "format.delimiter",
            allowed: CSVDialect.candidates.map(\.delimiterName))
        return nil
    }

    private mutating func thousands(_ node: Node) -> ThousandsMarks {
        var marks: ThousandsMarks = []
        for word in texts(node, name: "format.thousands") {
            if let known = FormatSpec.thousandsMarks.first(where: { $0.word == word }) {
                marks.formUnion(known.marks)
            } else {
                badValue(
                    word, at: location(of: node), name: "format.thousands",
                    allowed: FormatSpec.thousandsMarks.map(\.word))
            }
        }
        return marks
    }

    private mutating func checkMarks(_ format: NumberFormat, in section: SpecSection) {
        guard !format.isConsistent, let node = section["thousands"] else { return }
        report(
            "spec.conflict",
            Text(
                sv: "tusentalstecknet är samma som decimaltecknet",
                en: "the thousands mark is the same as the decimal mark"),
            at: location(of: node))
    }
}
