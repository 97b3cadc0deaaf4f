/// The texts that cells of a workbook share, one after another in one buffer.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// No texts.
    init() {}

    /// Reads the part of shared strings.
    init(
        _ part: String, _ archive: borrowing ZipArchive, limits: WorkbookLimits
    ) throws(WorkbookError) {
        let reader = Reader()
        try XMLReader.read(
            part, of: archive, limit: limits.partBytes, depth: limits.depth, reader)
        self = reader.strings
    }

    /// How many texts there are.
    var count: Int { ends.count }

    /// A text by its place, from 0; nil outside the table.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    private final class Reader: XMLHandler {
        var strings = SharedStrings()
        let isDone = false
        private var runs = TextRuns()

        func start(_ name: XMLName, _ attributes: XMLAttributes) { runs.start(name) }

        func end(_ name: XMLName) {
            runs.end(name)
            if name == "si" { strings.ends.append(strings.bytes.count) }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            if runs.isInside { strings.bytes.append(contentsOf: bytes) }
        }
    }
}

/// Tells the text of a string from how it is pronounced: `t` counts, but not inside `rPh`.
struct TextRuns {
    private var isText = false
    private var isPhonetic = false

    /// Whether text that comes now belongs to the string.
    var isInside: Bool { isText && !isPhonetic }

    mutating func start(_ name: XMLName) {
        if name == "t" { isText = true }
        if name == "rPh" { isPhonetic = true }
    }

    mutating func end(_ name: XMLName) {
        if name == "t" { isText = false }
        if name == "rPh" { isPhonetic = false }
    }
}
