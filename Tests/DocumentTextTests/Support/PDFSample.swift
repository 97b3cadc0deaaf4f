/// A PDF of lines of words, as small as the format allows.
enum PDFSample {
    /// Makes a file: each page has lines, each line words at columns of characters.
    ///
    /// - Parameters:
    ///   - pages: The lines of each page.
    ///   - encryption: A dictionary of encryption; empty for a file without one.
    /// - Returns: the bytes of the file.
    static func bytes(_ pages: [[String]], encryption: String = "") -> [UInt8] {
        var objects: [[UInt8]] = []
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
        objects.append(Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
        objects.append(
            Array(
                ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                    + "/Encoding /WinAnsiEncoding >>").utf8))
        for (index, lines) in pages.enumerated() {
            objects.append(
                Array(
                    ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents "
                        + "\(5 + 2 * index) 0 R /Resources << /Font << /F1 3 0 R >> >> >>").utf8))
            let content = content(lines)
            objects.append(
                Array("<< /Length \(content.count) >>\nstream\n".utf8) + content
                    + Array("\nendstream".utf8))
        }
        var file = Array("%PDF-1.4\n".utf8)
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let table = file.count
        file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places {
            let digits = String(place)
            let padded = String(repeating: "0", count: 10 - digits.count) + digits
            file += Array("\(padded) 00000 n \n".utf8)
        }
        let trailer =
            "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(encryption) >>\n"
            + "startxref\n\(table)\n%%EOF\n"
        return file + Array(trailer.utf8)
    }

    /// Sets each run of words where it stands in its line, 12 points a line, 6 points a character.
    private static func content(_ lines: [String]) -> [UInt8] {
        var content: [UInt8] = []
        for (row, line) in lines.enumerated() {
            var column = 0
            for part in line.split(separator: "  ", omittingEmptySubsequences: false) {
                let words = part.drop { $0 == " " }
                let start = column + part.count - words.count
                if !words.isEmpty {
                    let place = "BT /F1 10 Tf \(36 + 6 * start) \(550 - 12 * row) Td ("
                    content += Array(place.utf8) + latin1(String(words)) + Array(") Tj ET\n".utf8)
                }
                column += part.count + 2
            }
        }
        return content
    }

    private static func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            let isSpecial = scalar == "(" || scalar == ")" || scalar == "\\"
            return (isSpecial ? [0x5C] : []) + [UInt8(truncatingIfNeeded: scalar.value)]
        }
    }
}
