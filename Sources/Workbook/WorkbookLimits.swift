/// How much of a workbook is believed before it is taken for an attack.
///
/// A small archive may unfold to any size, so sizes are counted as they are unpacked; what the
/// archive says of itself is not trusted.
public struct WorkbookLimits: Sendable, Hashable {
    /// Parts in the archive.
    public var parts = 10_000
    /// Unpacked bytes of a sheet.
    public var sheetBytes = 2 << 30
    /// Unpacked bytes of any other part; shared strings are held in memory.
    public var partBytes = 256 << 20
    /// Unpacked bytes for every packed one, beyond the first MiB.
    public var expansion = 400
    /// Elements inside each other.
    public var depth = 64
    /// Bytes of one cell's text.
    public var cellBytes = 1 << 20
    /// Merged ranges of a sheet.
    public var merges = 100_000

    /// The limits for files that people send each other.
    public init() {}
}
