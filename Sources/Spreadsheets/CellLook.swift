internal import CXLSXWriter
internal import Reporting

/// How a cell of a sheet looks; cells that look the same share one format of the file.
struct CellLook: Hashable {
    /// What part the cell has.
    enum Part: Hashable {
        case title
        case lead
        case head
        case cell
        case note
    }

    var part = Part.cell
    /// How a number is shown, in the code of spreadsheets; `nil` for text.
    var number: String?
    /// Whether it stands from the right.
    var isRight = false
    var emphasis = ReportTable.Emphasis.plain
    var isMuted = false
    /// Whether text that is wider than its column goes on below instead of being cut off.
    var wraps = false

    /// Sets the properties of a format.
    func apply(to format: XLSXLibrary.Format, _ library: XLSXLibrary) {
        switch part {
        case .title:
            library.setBold(format)
            library.setSize(format, 14)
        case .head:
            library.setBold(format)
            library.setWrap(format)
            library.setGround(format, Self.headGround)
            library.setBottomRule(format, UInt8(LXW_BORDER_THIN.rawValue))
            library.setAlignment(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
        case .lead, .note:
            library.setWrap(format)
            library.setAlignment(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if part == .note { library.setInk(format, Self.softInk) }
        case .cell:
            if wraps { library.setWrap(format) }
        }
        if let number { library.setNumberFormat(format, number) }
        if isRight { library.setAlignment(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        // Text would else touch the number on its left.
        if !isRight, part == .cell || part == .head { library.setIndent(format, 1) }
        if isMuted { library.setInk(format, Self.softInk) }
        switch emphasis {
        case .plain: break
        case .focus:
            library.setBold(format)
            library.setGround(format, Self.focusGround)
        case .summary:
            library.setTopRule(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
    }

    private static let headGround: UInt32 = 0xE8E8E8
    private static let focusGround: UInt32 = 0xDCE9F5
    private static let softInk: UInt32 = 0x595959
}

/// How spreadsheets are told to show numbers; separators follow the reader's own settings.
enum NumberCode {
    /// The code for an exact number: groups, decimals, a plus sign, a mark after it.
    static func decimal(decimals: UInt8, signed: Bool, mark: String?) -> String {
        let places = decimals == 0 ? "" : "." + String(repeating: "0", count: Int(decimals))
        let suffix = mark.map { "\" \($0)\"" } ?? ""
        let plain = "#,##0\(places)\(suffix)"
        // The true minus sign, as everywhere else that people read.
        return signed
            ? "+\(plain);\"\u{2212}\"\(plain);\(plain)" : "\(plain);\"\u{2212}\"\(plain)"
    }

    /// The code for a whole number that counts something.
    static let integer = "#,##0"
}
