/// The sheets that a workbook declares, in their order, and how it counts days.
struct WorkbookParts {
    /// Whether days are counted from 1904, as Excel for Macintosh once did.
    var countsFrom1904 = false
    /// The sheets.
    var sheets: [Sheet] = []

    struct Sheet {
        var name: String
        var isHidden: Bool
        var part: String
    }

    /// Reads what an archive says of itself.
    /// - Throws: ``WorkbookError`` where it is no workbook.
    init(_ archive: borrowing ZipArchive, limits: WorkbookLimits) throws(WorkbookError) {
        let roots = try Relationships(Relationships.root, archive, limits: limits)
        guard let main = roots.target(ofType: "/officeDocument") else {
            throw WorkbookError(.missingPart, part: Relationships.root, detail: "officeDocument")
        }
        let relations = try Relationships(
            Relationships.path(of: main), archive, limits: limits)
        let reader = Reader()
        try XMLReader.read(
            main, of: archive, limit: limits.partBytes, depth: limits.depth, reader)
        countsFrom1904 = reader.countsFrom1904
        strings = relations.target(ofType: "/sharedStrings")
        styles = relations.target(ofType: "/styles")
        for sheet in reader.sheets {
            guard let part = relations.targets[sheet.relation] else { continue }
            // Sheets of charts and macros have no cells.
            guard part.type.hasSuffix("/worksheet") else { continue }
            sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part.path))
        }
    }

    /// The part of shared strings; a workbook of numbers has none.
    private(set) var strings: String?
    /// The part of number formats.
    private(set) var styles: String?

    private final class Reader: XMLHandler {
        var countsFrom1904 = false
        var sheets: [(name: String, isHidden: Bool, relation: String)] = []
        let isDone = false

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            if name == "workbookPr" {
                countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
            } else if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
                let state = attributes["state"] ?? "visible"
                sheets.append((title, state != "visible", id))
            }
        }

        func end(_ name: XMLName) {}

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}

/// What a part of a package points at.
package struct Relationships {
    /// The part with the relations of the package itself, one of which leads to its main part.
    package static let root = "_rels/.rels"

    /// Where each relation leads, by its id.
    package private(set) var targets: [String: (path: String, type: String)] = [:]

    /// Reads the relations that stand in a part.
    package init(
        _ part: String, _ archive: borrowing ZipArchive, limits: WorkbookLimits
    ) throws(WorkbookError) {
        let reader = Reader()
        try XMLReader.read(
            part, of: archive, limit: limits.partBytes, depth: limits.depth, reader)
        // `xl/_rels/workbook.xml.rels` speaks of what lies beside `xl/workbook.xml`.
        let folder = part.split(separator: "/").dropLast(2).map(String.init)
        for relation in reader.relations where !relation.isOutside {
            targets[relation.id] = (Self.resolve(relation.target, in: folder), relation.type)
        }
    }

    /// The first target of a kind, given by the end of its type's URI.
    package func target(ofType ending: String) -> String? {
        targets.values.filter { $0.type.hasSuffix(ending) }.map(\.path).min()
    }

    /// The part that holds the relations of a part.
    static func path(of part: String) -> String {
        var words = part.split(separator: "/").map(String.init)
        let name = words.popLast() ?? ""
        return (words + ["_rels", name + ".rels"]).joined(separator: "/")
    }

    private static func resolve(_ target: String, in folder: [String]) -> String {
        var words = target.hasPrefix("/") ? [] : folder
        for word in target.split(separator: "/") {
            switch word {
            case ".": continue
            case "..": _ = words.popLast()
            default: words.append(String(word))
            }
        }
        return words.joined(separator: "/")
    }

    private final class Reader: XMLHandler {
        var relations: [(id: String, target: String, type: String, isOutside: Bool)] = []
        let isDone = false

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            guard name == "Relationship", let id = attributes["Id"],
                let target = attributes["Target"]
            else { return }
            relations.append(
                (id, target, attributes["Type"] ?? "", attributes["TargetMode"] == "External"))
        }

        func end(_ name: XMLName) {}

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}
