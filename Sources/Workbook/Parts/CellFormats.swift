/// How numbers of a workbook's cells are shown, by the style of the cell.
struct CellFormats {
    private var kinds: [NumberKind] = []

    /// Every number as it is.
    init() {}

    /// Reads the part of styles.
    init(
        _ part: String, _ archive: borrowing ZipArchive, limits: WorkbookLimits
    ) throws(WorkbookError) {
        let reader = Reader()
        try XMLReader.read(
            part, of: archive, limit: limits.partBytes, depth: limits.depth, reader)
        kinds = reader.formats.map { reader.custom[$0] ?? NumberKind(builtIn: $0) }
    }

    /// How a cell of a style shows its number.
    subscript(style: Int) -> NumberKind {
        kinds.indices.contains(style) ? kinds[style] : .plain
    }

    private final class Reader: XMLHandler {
        var custom: [Int: NumberKind] = [:]
        var formats: [Int] = []
        let isDone = false
        private var isInCells = false

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            if name == "cellXfs" { isInCells = true }
            if name == "numFmt", let id = attributes.number("numFmtId") {
                custom[id] = NumberKind(code: attributes["formatCode"] ?? "")
            }
            if name == "xf", isInCells { formats.append(attributes.number("numFmtId") ?? 0) }
        }

        func end(_ name: XMLName) {
            if name == "cellXfs" { isInCells = false }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
}

/// What a number in a cell stands for.
enum NumberKind: Sendable, Hashable {
    /// A number.
    case plain
    /// A number that is shown a hundred times as large, with a percent sign.
    case percent
    /// Days, shown as a date.
    case date
    /// Days, shown with a time of day.
    case dateTime
    /// A part of a day.
    case time

    /// One of the formats that every workbook knows by number (ECMA-376 part 1, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percent
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        case 22: self = .dateTime
        default: self = .plain
        }
    }

    /// A format code such as `0,0 %` or `yyyy-mm-dd`, read as far as its first section.
    init(code: String) {
        var days = false
        var hours = false
        var percent = false
        var scalars = code.unicodeScalars[...]
        scan: while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": scalars = scalars.dropFirst()
            case "[":
                // `[h]` counts hours beyond a day; `[Red]` and `[$-41D]` are no parts of a date.
                let inside = scalars.prefix { $0 != "]" }
                if inside.allSatisfy({ "hHmMsS".unicodeScalars.contains($0) }) { hours = true }
                scalars = scalars.dropFirst(inside.count + 1)
            case ";": break scan
            case "%": percent = true
            case "y", "Y", "d", "D", "å", "Å": days = true
            case "h", "H", "s", "S": hours = true
            // Months and minutes have one letter; alone it is the month.
            case "m", "M": if !hours { days = true }
            // `General` and `Standard` hold letters that mean nothing.
            case "G", "g":
                scalars = scalars.drop { $0.properties.isAlphabetic }
            default: continue
            }
        }
        self =
            if percent {
                .percent
            } else if days && hours {
                .dateTime
            } else if days {
                .date
            } else if hours {
                .time
            } else {
                .plain
            }
    }
}
