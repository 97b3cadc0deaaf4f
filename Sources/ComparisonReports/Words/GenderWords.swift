package import Diagnostics
package import Indicators

extension Gender {
    /// The gender in a word.
    package var word: Text {
        switch self {
        case .total: Text(sv: "totalt", en: "total")
        case .women: Text(sv: "kvinnor", en: "women")
        case .men: Text(sv: "män", en: "men")
        }
    }
}
