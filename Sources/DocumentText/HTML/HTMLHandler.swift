/// Follows the elements and texts of a page.
struct HTMLHandler {
    private var writer: LineWriter
    private let limits: DocumentLimits
    /// The text of the block that is open, outside cells.
    private var block = HTMLText()
    /// The tables that are open, the innermost last.
    private var tables: [OpenTable] = []
    /// How deep we are inside elements whose text nobody sees.
    private var hidden = 0
    /// Of each open element, whether it hides what is in it.
    private var hides: [Bool] = []
    private var preformatted = 0
    private var raised = 0

    private struct OpenTable {
        var grid = CellGrid()
        var cell: Cell?
    }

    private struct Cell {
        var text = HTMLText()
        var columns = 1
        var rows = 1
    }

    init(_ limits: DocumentLimits) {
        self.limits = limits
        writer = LineWriter(limits)
    }

    mutating func start(_ name: HTMLName, _ attributes: HTMLAttributes) throws(DocumentFault) {
        let name = name.text
        let isHidden = Self.unseen.contains(name) || Self.isHidden(attributes)
        hides.append(isHidden)
        if isHidden { hidden += 1 }
        guard hidden == 0 else { return }
        switch name {
        case "br": appendBreak()
        case "pre":
            try endBlock()
            preformatted += 1
        case "sup": raised += 1
        case "table":
            try endBlock()
            tables.append(OpenTable())
        case "tr":
            try endRow()
            if let top = tables.indices.last { tables[top].grid.startRow() }
        case "td", "th":
            try startCell(attributes)
        default:
            if Self.headings.contains(name), tables.isEmpty {
                try endBlock()
                try writer.blank()
            } else if Self.blocks.contains(name) {
                try endBlock()
            }
        }
    }

    mutating func end(_ name: HTMLName) throws(DocumentFault) {
        let wasHidden = hidden > 0
        if hides.popLast() == true { hidden -= 1 }
        guard !wasHidden else { return }
        let name = name.text
        switch name {
        case "pre":
            try endBlock()
            preformatted -= 1
        case "sup": raised -= 1
        case "table": try endTable()
        case "tr": try endRow()
        case "td", "th": try endCell()
        default:
            if Self.headings.contains(name) || Self.blocks.contains(name) { try endBlock() }
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentFault) {
        guard hidden == 0 else { return }
        let look = HTMLText.Look(isKept: preformatted > 0, isRaised: raised > 0)
        let length: Int
        if let top = tables.indices.last, tables[top].cell != nil {
            tables[top].cell?.text.append(bytes, look)
            length = tables[top].cell?.text.count ?? 0
        } else {
            block.append(bytes, look)
            length = block.count
        }
        guard length <= limits.textBytes else { throw .outOfBounds(line: writer.lines.count + 1) }
    }

    /// The lines, when the page has ended.
    mutating func finish() throws(DocumentFault) -> [PrintedLine] {
        while !tables.isEmpty { try endTable() }
        try endBlock()
        return writer.lines
    }

    private mutating func appendBreak() {
        if let top = tables.indices.last, tables[top].cell != nil {
            tables[top].cell?.text.breakLine()
        } else {
            block.breakLine()
        }
    }

    /// Ends what is open of a paragraph: a line outside cells, a break inside.
    private mutating func endBlock() throws(DocumentFault) {
        if let top = tables.indices.last, tables[top].cell != nil {
            tables[top].cell?.text.breakLine()
            return
        }
        let text = block.take()
        if !text.isEmpty { try writer.paragraph(text) }
    }

    private mutating func startCell(_ attributes: HTMLAttributes) throws(DocumentFault) {
        try endCell()
        guard let top = tables.indices.last else { return }
        if !tables[top].grid.isInRow { tables[top].grid.startRow() }
        var cell = Cell()
        cell.columns = attributes.number("colspan") ?? 1
        cell.rows = attributes.number("rowspan") ?? 1
        tables[top].cell = cell
    }

    private mutating func endCell() throws(DocumentFault) {
        guard let top = tables.indices.last, var cell = tables[top].cell else { return }
        tables[top].cell = nil
        try tables[top].grid.add(cell.text.take(), columns: cell.columns, rows: cell.rows)
    }

    private mutating func endRow() throws(DocumentFault) {
        try endCell()
        guard let top = tables.indices.last, tables[top].grid.isInRow else { return }
        try tables[top].grid.endRow()
    }

    private mutating func endTable() throws(DocumentFault) {
        try endRow()
        guard let table = tables.popLast() else { return }
        try writer.table(table.grid)
    }

    private static func isHidden(_ attributes: HTMLAttributes) -> Bool {
        if attributes["hidden"] != nil { return true }
        guard let style = attributes["style"]?.lowercased() else { return false }
        return style.filter { !$0.isWhitespace }.contains("display:none")
    }

    /// Elements whose text is not printed.
    private static let unseen: Set<String> = [
        "script", "style", "template", "title", "noscript", "object", "select", "svg", "math",
        "iframe",
    ]
    private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    /// Elements before and after which a line ends.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
        "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "section", "summary", "tbody",
        "tfoot", "thead", "ul",
    ]
}

/// Text of a page, with its blanks as a browser shows them.
struct HTMLText {
    /// How text is set.
    struct Look {
        /// Whether blanks and line ends stay what they are.
        var isKept: Bool
        /// Whether it stands above the line.
        var isRaised: Bool
    }

    private var bytes: [UInt8] = []

    /// How many bytes there are.
    var count: Int { bytes.count }

    /// Adds text; blanks and line ends become one blank unless they are kept.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ look: Look) {
        guard !look.isKept || look.isRaised else { return bytes.append(contentsOf: text) }
        for byte in text {
            switch byte {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                if let last = bytes.last, last != 0x20, last != 0x0A { bytes.append(0x20) }
            default:
                if look.isRaised {
                    RaisedText.append(byte, to: &bytes)
                } else {
                    bytes.append(byte)
                }
            }
        }
    }

    /// Ends a line, unless there is nothing on it.
    mutating func breakLine() {
        while bytes.last == 0x20 { bytes.removeLast() }
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Gives the text and forgets it.
    mutating func take() -> String {
        while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
