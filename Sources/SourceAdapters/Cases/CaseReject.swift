public import Diagnostics

/// A row of case data that cannot be read: its place and the reason, and nothing that stands in it.
public struct CaseReject: Sendable, Hashable {
    /// Why a row cannot be read.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The cell of a field that every row needs is blank.
        case blank = "cases.blank-cell"
        /// The cell holds no day, kind, age, gender, or yes or no, as its field demands.
        case unreadable = "cases.unreadable-cell"
        /// A day lies after the last day that the delivery tells of.
        case afterObservation = "cases.day-after-observation"
        /// It was closed before it was opened, or opened anew before it was closed.
        case wrongOrder = "cases.days-out-of-order"
        /// It is closed and has no age.
        case noAge = "cases.closed-without-age"
        /// Another row states the same case of the same person otherwise.
        case contradiction = "cases.contradicting-rows"

        /// The reason in words.
        public var text: Text {
            switch self {
            case .blank: Text(sv: "cellen är tom", en: "the cell is blank")
            case .unreadable: Text(sv: "cellen kan inte läsas", en: "the cell cannot be read")
            case .afterObservation:
                Text(
                    sv: "dagen ligger efter den sista dag som leveransen säger något om",
                    en: "the day lies after the last day that the delivery tells of")
            case .wrongOrder:
                Text(sv: "dagarna står i fel ordning", en: "the days are in the wrong order")
            case .noAge:
                Text(
                    sv: "ärendet är avslutat och saknar ålder",
                    en: "the case is closed and has no age")
            case .contradiction:
                Text(
                    sv: "en annan rad säger något annat om samma ärende",
                    en: "another row states the same case otherwise")
            }
        }
    }

    /// The physical line, from 1.
    public var line: Int
    /// The column, from 1; 0 where the whole row is to blame.
    public var column: Int
    /// The field, as the specification names it.
    public var field: String?
    /// The reason.
    public var reason: Reason
}
