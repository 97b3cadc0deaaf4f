import Diagnostics
import Yams

extension SpecDecoder {
    /// The kinds of file that can be read.
    private enum FileKind: String, CaseIterable {
        case csv
    }

    /// Decodes how the files of a source are written.
    mutating func format(_ node: Node) -> FormatSpec {
        var format = FormatSpec()
        guard let section = section(node, name: "format", keys: SpecKeys.format) else {
            return format
        }
        if let node = section["kind"] { _ = word(node, name: "format.kind", as: FileKind.self) }
        format.encoding = section["encoding"].flatMap {
            word($0, name: "format.encoding", as: FormatSpec.Encoding.self)
        }
        format.delimiter = section["delimiter"].flatMap { delimiter($0) }
        format.decimal = section["decimal"].flatMap {
            word($0, name: "format.decimal", as: FormatSpec.DecimalMark.self)
        }
        if let node = section["thousands"] { format.thousands = thousands(node) }
        format.percent = section["percent"].flatMap { boolean($0, name: "format.percent") } ?? true
        format.headerRow =
            section["header_row"].flatMap {
                integer($0, name: "format.header_row", in: 1...1000)
            } ?? 1
        format.skipRows =
            section["skip_rows"].flatMap { integer($0, name: "format.skip_rows", in: 0...1000) }
            ?? 0
        checkMarks(format, in: section)
        return format
    }

    private mutating func delimiter(_ node: Node) -> UInt8? {
        guard let text = text(node, name: "format.delimiter") else { return nil }
        if let known = FormatSpec.delimiters.first(where: { $0.text == text }) { return known.byte }
        badValue(
            text, at: location(of: node), name: "format.delimiter", allowed: [";", ",", "tab", "|"])
        return nil
    }

    private mutating func thousands(_ node: Node) -> Set<FormatSpec.ThousandsMark> {
        guard case .sequence(let items) = node else {
            let mark = word(node, name: "format.thousands", as: FormatSpec.ThousandsMark.self)
            return mark.map { [$0] } ?? []
        }
        return Set(
            items.compactMap {
                word($0, name: "format.thousands", as: FormatSpec.ThousandsMark.self)
            })
    }

    private mutating func checkMarks(_ format: FormatSpec, in section: SpecSection) {
        let clash =
            switch format.decimal {
            case .comma: format.thousands.contains(.comma)
            case .point: format.thousands.contains(.point)
            case nil: format.thousands.contains(.comma) || format.thousands.contains(.point)
            }
        guard clash, let node = section["thousands"] else { return }
        report(
            "spec.conflict",
            Text(
                sv: "tusentalstecknet är samma som decimaltecknet, eller decimaltecknet saknas",
                en: "the thousands mark equals the decimal mark, or no decimal mark is declared"),
            at: location(of: node),
            hint: Text(
                sv: "Ange ”decimal: comma” eller ”decimal: point” och ett annat tusentalstecken.",
                en: "Declare \"decimal: comma\" or \"decimal: point\" and another thousands mark."))
    }
}
