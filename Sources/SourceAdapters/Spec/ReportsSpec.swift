/// The source of reports: documents whose figures are loaded as their manifests declare them.
///
/// Which documents there are is said when it is run; what each of them is, by its manifest.
public struct ReportsSpec: Sendable, Hashable {
    /// Which source wins when several state the same figure; the smaller number wins.
    public var precedence: Int16
    /// Largest share of a document's figures that may be rejected, 0 to 1.
    public var maxRejectShare: Double
    /// Largest share of a document's figures that may vanish from one load to the next, 0 to 1.
    public var maxWithdrawnShare: Double
}

extension SpecDecoder {
    /// Decodes the part of a specification that describes reports.
    mutating func reports(_ section: SpecSection) -> ReportsSpec? {
        ReportsSpec(
            precedence: Int16(
                section["precedence"].flatMap {
                    integer($0, name: "precedence", in: 1...999)
                } ?? 60),
            maxRejectShare: section["max_reject_share"].flatMap {
                share($0, name: "max_reject_share")
            } ?? 0.05,
            maxWithdrawnShare: section["max_withdrawn_share"].flatMap {
                share($0, name: "max_withdrawn_share")
            } ?? 0.5)
    }
}
