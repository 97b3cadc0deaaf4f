import Testing
import Workbook

/// What comes out of sheets that a spreadsheet might write.
@Suite struct SheetTests {
    @Test func `rows stand on the lines of their numbers, as wide as they are`() throws {
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet(
                """
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>86</v></c></row>
                <row r="5"><c r="B5" t="inlineStr"><is><t>a,"b"</t></is></c></row>
                """), strings: "<si><t>Nacka</t></si>")
        #expect(try file.read().text == "\nNacka,,86\n\n\n,\"a,\"\"b\"\"\",\n")
    }

    @Test func `strings are put together from their runs, without how they are pronounced`() throws
    {
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet(
                #"<row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c></row>"#),
            strings: """
                <si><r><t>Ej åter</t></r><r><t xml:space="preserve">aktuella </t></r>\
                <rPh sb="0" eb="1"><t>nej</t></rPh></si><si><t>rad 1&#10;rad 2</t></si>
                """)
        #expect(try file.read().text == "Ej återaktuella ,\"rad 1 rad 2\"\n")
    }

    @Test func `numbers show the digits that the spreadsheet shows`() throws {
        let stored = [
            ("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("86", "86"), ("-4.8", "-4.8"),
            ("1E-5", "0.00001"), ("1.5E+21", "1500000000000000000000"), ("-0", "0"),
            ("0.28999999999999998", "0.29"), ("123456789.123456789", "123456789.123457"),
            ("9.9999999999999996", "10"),
        ]
        let cells = stored.map { "<c><v>\($0.0)</v></c>" }.joined()
        let file = try WorkbookFile(sheet: WorkbookFile.sheet("<row>\(cells)</row>"))
        #expect(try file.read().text == stored.map(\.1).joined(separator: ",") + "\n")
        #expect(try file.read(mark: ",").text.hasPrefix(#""0,1","0,3",86,"-4,8""#))
    }

    @Test func `percent and dates are read by the format of the cell`() throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
            <numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/>\
            <numFmt numFmtId="166" formatCode="[Red]0,0%;-0,0%"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/>\
            <xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>
            """
        let cells = [
            ("0.857", "1", "85.7%"), ("43100", "2", "2017-12-31"), ("43100", "3", "43100"),
            ("0.048", "4", "4.8%"), ("43100.75", "5", "2017-12-31 18:00"), ("0.5", "6", "12:00"),
            ("59", "2", "1900-02-28"), ("60", "2", "60"), ("61", "2", "1900-03-01"),
        ]
        let row = cells.map { #"<c s="\#($0.1)"><v>\#($0.0)</v></c>"# }.joined()
        let file = try WorkbookFile(sheet: WorkbookFile.sheet("<row>\(row)</row>"), styles: styles)
        #expect(try file.read().text == cells.map(\.2).joined(separator: ",") + "\n")
        let mac = try WorkbookFile(
            sheet: WorkbookFile.sheet(#"<row><c s="2"><v>41638</v></c></row>"#), styles: styles,
            workbook: WorkbookFile.workbook(
                #"<sheet name="Blad1" r:id="rId1"/>"#, before: #"<workbookPr date1904="1"/>"#))
        #expect(try mac.read().text == "2017-12-31\n")
    }

    @Test func `every cell of a merged range has the value of its first`() throws {
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet(
                """
                <row r="1"><c r="B1"><v>2016</v></c><c r="D1"><v>2017</v></c></row>
                <row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>5</v></c></row>
                <row r="4"><c r="B4"><v>6</v></c></row>
                """,
                after: """
                    <mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A2:A4"/></mergeCells>
                    """))
        let read = try file.read()
        #expect(read.text == ",2016,2016,2017\n1,5,,\n1,,,\n1,6,,\n")
        #expect(read.notes.mergedRanges == 2)
    }

    @Test func `tells what is hidden, reckoned or wrong`() throws {
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet(
                """
                <row r="1" hidden="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1</f></c>
                <c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="b"><v>1</v></c>
                <c r="E1" t="str"><f>"a"</f><v>a</v></c></row>
                """, before: #"<cols><col min="2" max="3" hidden="1"/></cols>"#))
        let read = try file.read()
        #expect(read.text == "2,,#N/A,TRUE,a\n")
        #expect(read.notes.hiddenRows == 1)
        #expect(read.notes.hiddenColumns == 2)
        #expect(read.notes.formulas == 2)
        #expect(read.notes.formulasWithoutValue.map(\.description) == ["B1"])
        #expect(read.notes.errors.map(\.description) == ["C1"])
    }

    @Test func `a sheet is found by its name, and the only visible one without`() throws {
        let sheets = """
            <sheet name="Data" r:id="rId1"/><sheet name="Dold" state="hidden" r:id="rId4"/>
            """
        let file = try WorkbookFile(
            sheet: WorkbookFile.sheet("<row><c><v>1</v></c></row>"),
            workbook: WorkbookFile.workbook(sheets))
        #expect(try file.read().text == "1\n")
        #expect(try file.read("dold").text == "")
        let workbook = try Workbook(path: file.path)
        #expect(workbook.sheets.map(\.name) == ["Data", "Dold"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        do {
            _ = try workbook.sheet(named: "Blad2")
            Issue.record("found a sheet that is not there")
        } catch {
            #expect(error.code == .noSheet)
            #expect(error.detail == "Data, Dold")
        }
    }

    @Test(arguments: [("A1", 1, 0), ("XFD1048576", 1_048_576, 16_383), ("$C$7", 7, 2)])
    func `reads the names of places`(name: String, row: Int, column: Int) throws {
        let place = try #require(CellPlace(name))
        #expect(place.row == row)
        #expect(place.column == column)
        #expect(CellPlace(place.description) == place)
    }

    @Test(arguments: ["", "A", "7", "A0", "XFE1", "A1048577", "a1", "A1B", "Å1"])
    func `refuses what is no place`(name: String) {
        #expect(CellPlace(name) == nil)
    }
}
