public import Indicators

/// What a cell of a table holds.
public enum CellContent: Sendable, Hashable {
    /// A number, the unit printed with it, and what was read past.
    case number(ScaledDecimal, unit: FigureUnit?, repairs: [Repair])
    /// Nothing.
    case empty
    /// A dash: the source says that there is no value.
    case dash
    /// Words.
    case text(String)
    /// Something that should be a number and is not readable as one.
    case unreadable

    /// The number, where there is one.
    public var number: ScaledDecimal? {
        if case .number(let value, _, _) = self { value } else { nil }
    }

    /// What was read past in the number.
    public var repairs: [Repair] {
        if case .number(_, _, let repairs) = self { repairs } else { [] }
    }

    /// Reads a cell that should hold a number.
    ///
    /// - Parameters:
    ///   - text: The printed cell.
    ///   - allowsStrayBlanks: Whether groups that are no thousands may be joined.
    public init(number text: some StringProtocol, allowsStrayBlanks: Bool = false) {
        let printed = BlankScalar.trimmed(text)
        guard !printed.isEmpty else {
            self = .empty
            return
        }
        let folded = FlowText(printed).folded
        if folded.count == 1, folded[0] == "-" {
            self = .dash
            return
        }
        let bare = NoteMark.removed(printed)
        let (body, unit) = Self.splitUnit(bare ?? printed)
        guard
            let numeral = Numeral(
                body, allowsStrayBlanks: allowsStrayBlanks, allowsLetterAlone: true)
        else {
            self = .unreadable
            return
        }
        let marks = bare.map { [Repair(.noteMark, printed: printed, read: $0)] } ?? []
        self = .number(numeral.value, unit: unit, repairs: numeral.repairs + marks)
    }

    /// Parts a printed cell into the number and the unit after it.
    static func splitUnit(_ printed: String) -> (body: String, unit: FigureUnit?) {
        // No unit ends in a digit, and most cells do.
        guard let last = printed.unicodeScalars.last, !("0"..."9").contains(last) else {
            return (printed, nil)
        }
        let folded = String(String.UnicodeScalarView(FlowText(printed).folded))
        for unit in FigureUnit.allCases {
            for form in unit.printedForms {
                let bare = form.hasSuffix(".") ? String(form.dropLast()) : form
                for ending in [bare, bare + "."] where folded.hasSuffix(ending) {
                    let body = BlankScalar.trimmed(printed.dropLast(ending.count))
                    if body.unicodeScalars.last.map({ LookAlike.digit($0) != nil }) == true {
                        return (body, unit)
                    }
                }
            }
        }
        return (printed, nil)
    }
}
