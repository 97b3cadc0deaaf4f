public import Indicators
public import Postgres

/// Queries of what contradicts itself or something else.
extension LoadStatement {
    /// What the documents that are loaded contradict themselves in.
    public static let listFindings = Statement(
        "load/list_findings", [String.self], returning: String.self, String.self, Int32.self,
        String.self, String.self, String.self, String.self, String.self, String.self)

    /// Where documents disagree with each other and with other sources.
    public static let listDisagreements = Statement(
        "load/list_disagreements", [String.self], returning: String.self, String.self,
        String.self, Int32.self, ScaledDecimal.self, String.self, String.self, String.self,
        String.self, String.self, String.self, Int32.self, String.self, ScaledDecimal.self)

    /// Where documents state targets, money and absence otherwise than each other.
    public static let listStatementDisagreements = Statement(
        "load/list_statement_disagreements", [String.self], returning: String.self, String.self,
        String.self, Int32.self, String.self, String.self, String.self, String.self, String.self,
        String.self, String.self, String.self, Int32.self, String.self, String.self)

    /// Which period a target holds for whose document states none.
    public static let listTargetPeriods = Statement(
        "load/list_target_periods", returning: Int32.self, String.self, String.self)

    /// By which names documents print the complement of a share.
    public static let listComplementNames = Statement(
        "load/list_complement_names", returning: Int32.self, String.self, String.self)

    /// The queries of this file, for the test that checks all statements.
    static var findings: [AnyStatement] {
        [
            listFindings.erased, listDisagreements.erased, listStatementDisagreements.erased,
            listTargetPeriods.erased, listComplementNames.erased,
        ]
    }
}
