/// The parts of a DOCX, of which a test writes the body.
enum WordSample {
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A document with a body.
    static func file(_ body: String, name: String = "rapport.docx") throws -> SampleFile {
        let main =
            #"<?xml version="1.0"?><w:document xmlns:w="\#(word)" xmlns:mc="urn:mc"><w:body>"#
            + body + "</w:body></w:document>"
        return try file(main: main, name: name)
    }

    /// A package whose main part is given whole.
    static func file(main: String, name: String = "rapport.docx") throws -> SampleFile {
        let relations =
            #"<Relationships xmlns="urn:r"><Relationship Id="rId1" "#
            + #"Type="\#(office)/officeDocument" Target="word/document.xml"/></Relationships>"#
        return try SampleFile(
            parts: [
                ("_rels/.rels", Array(relations.utf8)), ("word/document.xml", Array(main.utf8)),
            ], name: name)
    }

    /// A paragraph.
    static func paragraph(_ text: String) -> String {
        "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    /// A cell with properties and text.
    static func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }

    /// A table of rows of cells.
    static func table(_ rows: [[String]]) -> String {
        "<w:tbl>" + rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined() + "</w:tbl>"
    }
}
