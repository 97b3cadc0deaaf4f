/// Writes rows as CSV, each on the line of its number.
final class SheetWriter {
    private var filling: MergeFilling
    private let output: (borrowing [UInt8]) throws(WorkbookError) -> Void
    private var bytes: [UInt8] = []
    private var line = 1
    private var width = 0

    init(
        filling: MergeFilling, output: @escaping (borrowing [UInt8]) throws(WorkbookError) -> Void
    ) {
        self.filling = filling
        self.output = output
    }

    /// Writes a row, after the rows that were left out before it.
    func write(_ row: SheetRow) throws(WorkbookError) {
        while line < row.number {
            // A merged range may cover rows of which the file says nothing.
            var blank = SheetRow(number: line)
            if line <= filling.reach { filling.fill(&blank) }
            try writeLine(blank)
        }
        var filled = row
        filling.fill(&filled)
        try writeLine(filled)
    }

    /// Writes what is left.
    func finish() throws(WorkbookError) {
        while line <= filling.reach {
            var blank = SheetRow(number: line)
            filling.fill(&blank)
            try writeLine(blank)
        }
        try output(bytes)
        bytes.removeAll()
    }

    private func writeLine(_ row: SheetRow) throws(WorkbookError) {
        line += 1
        var column = 0
        for cell in row.cells {
            while column < cell.column {
                bytes.append(UInt8(ascii: ","))
                column += 1
            }
            append(cell.text)
        }
        if !row.cells.isEmpty {
            width = max(width, column + 1)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - column - 1))
        }
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= 1 << 16 {
            try output(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }

    private func append(_ text: [UInt8]) {
        let special: Set<UInt8> = [0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "\"")]
        guard text.contains(where: { special.contains($0) }) else {
            return bytes.append(contentsOf: text)
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case 0x0A, 0x0D: bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "\""): bytes += [byte, byte]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
