/// Why an outcome has a value, or why it has none.
///
/// Zero is a value; missing is not zero; why it is missing is kept.
public enum OutcomeStatus: String, Sendable, Hashable, CaseIterable {
    /// A final value.
    case ok
    /// A value that its publisher calls preliminary.
    case preliminary
    /// The source prints a dash.
    case missingDash = "missing_dash"
    /// The source leaves the cell blank.
    case missingBlank = "missing_blank"
    /// The source says explicitly that there is no value.
    case missingNull = "missing_null"
    /// The indicator does not apply to the municipality.
    case notApplicable = "not_applicable"
    /// The value is withheld because it rests on few persons.
    case suppressed
    /// The source has taken the value back.
    case withdrawn

    /// The key of the status in `dw.dim_outcome_status`; 100 and above carry no value.
    public var key: Int16 {
        switch self {
        case .ok: 0
        case .preliminary: 1
        case .missingDash: 100
        case .missingBlank: 101
        case .missingNull: 102
        case .notApplicable: 110
        case .suppressed: 120
        case .withdrawn: 199
        }
    }

    /// Whether an outcome of this status carries a value.
    public var hasValue: Bool { key < 100 }

    /// Finds the status of a key; `nil` for an unknown key.
    public init?(key: Int16) {
        guard let status = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = status
    }
}
