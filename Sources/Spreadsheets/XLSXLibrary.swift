internal import CXLSXWriter
internal import Glibc

/// The functions of libxlsxwriter that we use, found when they are needed.
///
/// To link the library would make every start of the tools load it and zlib, which a comparison at
/// a terminal has no use for. It stays open until the process ends.
struct XLSXLibrary {
    typealias Book = UnsafeMutablePointer<lxw_workbook>
    typealias Sheet = UnsafeMutablePointer<lxw_worksheet>
    typealias Format = UnsafeMutablePointer<lxw_format>
    typealias Word = UnsafePointer<CChar>

    let newBook: @convention(c) (Word?) -> Book?
    let close: @convention(c) (Book?) -> lxw_error
    let addSheet: @convention(c) (Book?, Word?) -> Sheet?
    let addFormat: @convention(c) (Book?) -> Format?
    let setProperties:
        @convention(c) (Book?, UnsafeMutablePointer<lxw_doc_properties>?) -> lxw_error
    let message: @convention(c) (lxw_error) -> UnsafeMutablePointer<CChar>?

    let writeNumber: @convention(c) (Sheet?, UInt32, UInt16, Double, Format?) -> lxw_error
    let writeString: @convention(c) (Sheet?, UInt32, UInt16, Word?, Format?) -> lxw_error
    let writeBlank: @convention(c) (Sheet?, UInt32, UInt16, Format?) -> lxw_error
    let merge: @convention(c) (Sheet?, UInt32, UInt16, UInt32, UInt16, Word?, Format?) -> lxw_error
    let setColumn: @convention(c) (Sheet?, UInt16, UInt16, Double, Format?) -> lxw_error
    let setRow: @convention(c) (Sheet?, UInt32, Double, Format?) -> lxw_error
    let freeze: @convention(c) (Sheet?, UInt32, UInt16) -> Void
    let setPaper: @convention(c) (Sheet?, UInt8) -> Void
    let setLandscape: @convention(c) (Sheet?) -> Void
    let fitPages: @convention(c) (Sheet?, UInt16, UInt16) -> Void
    let repeatRows: @convention(c) (Sheet?, UInt32, UInt32) -> lxw_error
    let setFooter: @convention(c) (Sheet?, Word?) -> lxw_error
    let colourIf:
        @convention(c) (
            Sheet?, UInt32, UInt16, UInt32, UInt16, UnsafeMutablePointer<lxw_conditional_format>?
        ) -> lxw_error

    let setNumberFormat: @convention(c) (Format?, Word?) -> Void
    let setBold: @convention(c) (Format?) -> Void
    let setSize: @convention(c) (Format?, Double) -> Void
    let setInk: @convention(c) (Format?, UInt32) -> Void
    let setGround: @convention(c) (Format?, UInt32) -> Void
    let setWrap: @convention(c) (Format?) -> Void
    let setAlignment: @convention(c) (Format?, UInt8) -> Void
    let setIndent: @convention(c) (Format?, UInt8) -> Void
    let setBottomRule: @convention(c) (Format?, UInt8) -> Void
    let setTopRule: @convention(c) (Format?, UInt8) -> Void

    /// The file name of the library whose header this program was built with.
    ///
    /// Its number changes with the layout of the structures that are passed to it.
    static let fileName = "libxlsxwriter.so." + LXW_SOVERSION

    /// Opens the library.
    /// - Throws: `SpreadsheetError.libraryMissing` when it is not there or lacks a function.
    init(fileName: String = Self.fileName) throws(SpreadsheetError) {
        guard let handle = dlopen(fileName, RTLD_NOW | RTLD_LOCAL) else {
            throw .libraryMissing(library: fileName, reason: Self.loaderError())
        }
        let symbols = Symbols(handle: handle, library: fileName)
        newBook = try symbols.find("workbook_new")
        close = try symbols.find("workbook_close")
        addSheet = try symbols.find("workbook_add_worksheet")
        addFormat = try symbols.find("workbook_add_format")
        setProperties = try symbols.find("workbook_set_properties")
        message = try symbols.find("lxw_strerror")
        writeNumber = try symbols.find("worksheet_write_number")
        writeString = try symbols.find("worksheet_write_string")
        writeBlank = try symbols.find("worksheet_write_blank")
        merge = try symbols.find("worksheet_merge_range")
        setColumn = try symbols.find("worksheet_set_column")
        setRow = try symbols.find("worksheet_set_row")
        freeze = try symbols.find("worksheet_freeze_panes")
        setPaper = try symbols.find("worksheet_set_paper")
        setLandscape = try symbols.find("worksheet_set_landscape")
        fitPages = try symbols.find("worksheet_fit_to_pages")
        repeatRows = try symbols.find("worksheet_repeat_rows")
        setFooter = try symbols.find("worksheet_set_footer")
        colourIf = try symbols.find("worksheet_conditional_format_range")
        setNumberFormat = try symbols.find("format_set_num_format")
        setBold = try symbols.find("format_set_bold")
        setSize = try symbols.find("format_set_font_size")
        setInk = try symbols.find("format_set_font_color")
        setGround = try symbols.find("format_set_bg_color")
        setWrap = try symbols.find("format_set_text_wrap")
        setAlignment = try symbols.find("format_set_align")
        setIndent = try symbols.find("format_set_indent")
        setBottomRule = try symbols.find("format_set_bottom")
        setTopRule = try symbols.find("format_set_top")
    }

    private static func loaderError() -> String {
        guard let text = dlerror() else { return "dlopen" }
        return String(cString: text)
    }

    /// Where functions are looked up by their C names.
    private struct Symbols {
        let handle: UnsafeMutableRawPointer
        let library: String

        /// The function of a name, as what the caller declares it to be: the header's signature.
        func find<Function>(_ name: String) throws(SpreadsheetError) -> Function {
            guard let address = dlsym(handle, name) else {
                throw .libraryMissing(library: library, reason: XLSXLibrary.loaderError())
            }
            return unsafeBitCast(address, to: Function.self)
        }
    }
}
