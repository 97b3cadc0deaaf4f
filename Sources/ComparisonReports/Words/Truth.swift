internal import Diagnostics
package import Indicators
package import Reporting

extension Cell {
    /// Yes or no in a table: words for people, `true` and `false` for machines.
    package static func truth(_ value: Bool) -> Cell {
        .label(value ? Text(sv: "ja", en: "true") : Text(sv: "nej", en: "false"))
    }

    /// A text that may be unknown.
    package static func text(orEmpty value: String?) -> Cell {
        guard let value else { return .empty }
        return .text(value)
    }

    /// A number that may be unknown.
    package static func decimal(orEmpty value: ScaledDecimal?) -> Cell {
        guard let value else { return .empty }
        return .decimal(value)
    }
}
