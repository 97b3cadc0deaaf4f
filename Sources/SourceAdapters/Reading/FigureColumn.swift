/// A column whose cells are figures, with what it gives to their keys.
struct FigureColumn: Sendable {
    /// The column in the file, from 0.
    var index: Int
    /// Whether the cells are outcomes or targets.
    var measure = Measure.outcome
    /// Whether the source itself says which period the cells speak of.
    var periodIsDeclared = true
    /// The keys that the column gives; −1 where the row gives them.
    var indicatorKey: Int32 = -1
    var municipalityKey: Int32 = -1
    var periodKey: Int32 = -1
    var genderKey: Int32 = -1

    /// Takes the key of a field from a header.
    mutating func set(_ field: OutcomeField, _ key: Int32) {
        switch field {
        case .indicator: indicatorKey = key
        case .municipality: municipalityKey = key
        case .period: periodKey = key
        case .gender: genderKey = key
        default: break
        }
    }
}
