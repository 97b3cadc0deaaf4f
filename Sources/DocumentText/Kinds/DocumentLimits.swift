/// How much of a document is believed before it is taken for something else.
public struct DocumentLimits: Sendable, Hashable {
    /// Bytes of a file of text.
    public var textFileBytes = 5 << 20
    /// Bytes of a file of HTML, pictures inside it among them.
    public var markupFileBytes = 32 << 20
    /// Bytes of any other file, most of which is pictures.
    public var fileBytes = 256 << 20
    /// Bytes of a document's text, whatever it was printed on; reading takes some 45 bytes of memory for each.
    public var textBytes = 5 << 20
    /// Bytes of a line.
    public var lineBytes = 200_000
    /// Lines of a document.
    public var lines = 500_000
    /// Unpacked bytes of a part of a DOCX.
    public var partBytes = 64 << 20
    /// Elements of HTML or XML inside each other.
    public var depth = 256
    /// Elements of HTML or XML in all.
    public var elements = 4_000_000
    /// What pdftotext may write.
    public var layoutBytes = 64 << 20
    /// How long pdftotext may take.
    public var conversion: Duration = .seconds(60)
    /// Bytes of memory that pdftotext may use.
    public var conversionMemory = 1 << 30

    /// The limits for reports; the largest real ones have about one million bytes of text.
    public init() {}
}
