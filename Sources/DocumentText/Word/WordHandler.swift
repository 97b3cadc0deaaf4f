internal import Workbook

/// Follows the main part of a DOCX.
final class WordHandler: XMLHandler {
    /// What the part is, by its first element.
    enum Root {
        case document
        case workbook
        case other
    }

    /// What the part is; nil before it begins.
    private(set) var root: Root?
    /// Whether somebody's changes wait to be accepted.
    private(set) var hasTrackedChanges = false
    /// Why the lines do not go on.
    private(set) var fault: DocumentFault?
    private(set) var isDone = false

    private var writer: LineWriter
    private let limits: DocumentLimits
    private var elements = 0
    /// The tables that are open, the innermost last.
    private var tables: [OpenTable] = []
    /// The texts of the paragraphs that are open: one in a text box stands inside another.
    private var paragraphs: [[UInt8]] = []
    /// The runs that are open, the innermost last.
    private var runs: [Run] = []
    private var isText = false
    /// How many elements are open whose text does not count: deleted, moved away, a second version.
    private var passedOver = 0
    /// How many elements of properties are open, where `tab` and `del` mean something else.
    private var paragraphProperties = 0
    private var rowProperties = 0

    private struct Run {
        var isHidden = false
        /// Whether it is set above the line, as the marks of notes are.
        var isRaised = false
    }

    private struct OpenTable {
        var grid = CellGrid()
        var cell: Cell?
        var isDeletedRow = false
    }

    private struct Cell {
        var text = ""
        var columns = 1
        var goesOn = false
    }

    init(_ limits: DocumentLimits) {
        self.limits = limits
        writer = LineWriter(limits)
    }

    /// The lines so far.
    var lines: [PrintedLine] { writer.lines }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookError) {
        elements += 1
        guard elements <= limits.elements else { throw WorkbookError(.tooDeep) }
        guard root != nil else {
            root = name == "document" ? .document : name == "workbook" ? .workbook : .other
            isDone = root != .document
            return
        }
        if isPassedOver(name) { passedOver += 1 }
        guard passedOver == 0 else { return }
        if name == "t" {
            isText = true
        } else if name == "p" {
            paragraphs.append([])
        } else if name == "r" {
            runs.append(Run())
        } else if name == "pPr" {
            paragraphProperties += 1
        } else if name == "trPr" {
            rowProperties += 1
        } else if name == "vanish" {
            if !runs.isEmpty, paragraphProperties == 0, isOn(attributes) {
                runs[runs.count - 1].isHidden = true
            }
        } else if name == "vertAlign" {
            if !runs.isEmpty, paragraphProperties == 0 {
                runs[runs.count - 1].isRaised = attributes["val"] == "superscript"
            }
        } else if name == "ins" || name == "moveTo" {
            hasTrackedChanges = true
        } else if name == "tab" || name == "br" || name == "cr" || name == "noBreakHyphen" {
            startSign(name)
        } else {
            startOfTable(name, attributes)
        }
    }

    func end(_ name: XMLName) throws(WorkbookError) {
        if isPassedOver(name) {
            passedOver -= 1
            return
        }
        guard passedOver == 0 else { return }
        do throws(DocumentFault) {
            if name == "t" {
                isText = false
            } else if name == "r" {
                _ = runs.popLast()
            } else if name == "pPr" {
                paragraphProperties -= 1
            } else if name == "trPr" {
                rowProperties -= 1
            } else if name == "p" {
                try endParagraph()
            } else {
                try endOfTable(name)
            }
        } catch {
            fault = error
            isDone = true
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        guard isText, passedOver == 0, runs.last?.isHidden != true,
            let length = paragraphs.last?.count
        else { return }
        guard length + bytes.count <= limits.textBytes else { throw WorkbookError(.tooLarge) }
        if runs.last?.isRaised == true {
            RaisedText.append(bytes, to: &paragraphs[paragraphs.count - 1])
        } else {
            paragraphs[paragraphs.count - 1].append(contentsOf: bytes)
        }
    }

    /// Whether what is inside an element is deleted, moved away, a second version of what came before, or
    /// how something was set before a change.
    private func isPassedOver(_ name: XMLName) -> Bool {
        if name == "rPrChange" || name == "pPrChange" || name == "tcPrChange"
            || name == "trPrChange" || name == "tblPrChange"
        {
            return true
        }
        guard rowProperties == 0 else { return false }
        if name == "del" || name == "moveFrom" {
            hasTrackedChanges = true
            return true
        }
        return name == "Fallback"
    }

    private func startSign(_ name: XMLName) {
        guard runs.last?.isHidden == false, paragraphProperties == 0, !paragraphs.isEmpty else {
            return
        }
        let sign = name == "tab" ? "\t" : name == "noBreakHyphen" ? "-" : "\n"
        paragraphs[paragraphs.count - 1].append(contentsOf: sign.utf8)
    }

    private func startOfTable(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "tbl" { tables.append(OpenTable()) }
        guard let top = tables.indices.last else { return }
        if name == "tr" {
            tables[top].grid.startRow()
            tables[top].isDeletedRow = false
        } else if name == "del" {
            tables[top].isDeletedRow = true
            hasTrackedChanges = true
        } else if name == "gridBefore" {
            tables[top].grid.startRow(skipping: attributes.number("val") ?? 0)
        } else if name == "tc" {
            tables[top].cell = Cell()
        } else if name == "gridSpan" {
            tables[top].cell?.columns = attributes.number("val") ?? 1
        } else if name == "vMerge" {
            tables[top].cell?.goesOn = attributes["val"] != "restart"
        }
    }

    private func endOfTable(_ name: XMLName) throws(DocumentFault) {
        guard let top = tables.indices.last else { return }
        if name == "tc", let cell = tables[top].cell {
            tables[top].cell = nil
            if cell.goesOn {
                try tables[top].grid.addContinued(columns: cell.columns)
            } else {
                try tables[top].grid.add(cell.text, columns: cell.columns)
            }
        } else if name == "tr" {
            if tables[top].isDeletedRow {
                tables[top].grid.dropRow()
            } else {
                try tables[top].grid.endRow()
            }
        } else if name == "tbl" {
            let table = tables.removeLast()
            try writer.table(table.grid)
        }
    }

    private func endParagraph() throws(DocumentFault) {
        guard let bytes = paragraphs.popLast() else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let top = tables.indices.last, let cell = tables[top].cell else {
            return try writer.paragraph(text)
        }
        guard cell.text.utf8.count + text.utf8.count <= limits.lineBytes else {
            throw .outOfBounds(line: writer.lines.count + 1)
        }
        tables[top].cell?.text += cell.text.isEmpty || text.isEmpty ? text : "\n" + text
    }

    /// Whether a property that may be switched off is on.
    private func isOn(_ attributes: XMLAttributes) -> Bool {
        !["0", "false", "off"].contains(attributes["val"] ?? "")
    }
}
