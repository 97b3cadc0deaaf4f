internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres

/// Everything that is known about one figure.
struct FigureReceipt: Sendable {
    let indicator: Indicator
    /// That the indicator was found by words, when it was.
    let remark: Text?
    let municipality: Municipality
    let period: Period
    let gender: Gender
    /// Every statement and version, the one that speaks first, superseded ones last.
    let outcomes: [Receipt]
    /// Every target and version of it, current ones first.
    let targets: [Receipt]
    /// How far the publication of the period has come.
    let publication: PublicationReading
    /// What looks odd in the figure, or in the period as a whole.
    let warnings: [FigureWarning]
    /// What is declared so that the documents' figures speak of the same thing.
    let harmonisation: [Harmonisation]

    /// What is shown now; `nil` when only targets are known.
    var shown: Receipt? { current.first }

    /// What other documents state now.
    var others: [Receipt] { Array(current.dropFirst()) }

    /// Versions that are no longer the truth, of outcomes and targets.
    var superseded: [Receipt] {
        (outcomes + targets).filter { $0.recordedTo != nil }
    }

    /// The targets in force.
    var currentTargets: [Receipt] { targets.filter { $0.recordedTo == nil } }

    private var current: [Receipt] { outcomes.filter { $0.recordedTo == nil } }

    /// Why the document that is shown speaks before the others.
    var reason: Text {
        guard let shown, let next = others.first else {
            return Text(
                sv: "det enda dokument som uppger talet", en: "the only document that states it")
        }
        if shown.value != nil, next.value == nil {
            return Text(
                sv: "de andra dokumenten har inget värde", en: "the other documents have no value")
        }
        if let mine = shown.precedence, let theirs = next.precedence, mine != theirs {
            return Text(
                sv: "källan \(shown.sourceCode ?? "") går före \(next.sourceCode ?? "") "
                    + "(företräde \(mine) mot \(theirs))",
                en: "the source \(shown.sourceCode ?? "") goes before \(next.sourceCode ?? "") "
                    + "(precedence \(mine) against \(theirs))")
        }
        if let mine = shown.publishedOn, mine != next.publishedOn {
            let other = next.publishedOn.map(\.description)
            return Text(
                sv: "samma företräde: det nyaste dokumentet (\(mine)) går före "
                    + (other ?? "ett utan datum"),
                en: "equal precedence: the newest document (\(mine)) goes before "
                    + (other ?? "one without a date"))
        }
        return Text(
            sv: "samma företräde och datum: det senast registrerade dokumentet går före",
            en: "equal precedence and date: the document registered last goes before")
    }

    /// The version that replaced a superseded one; `nil` for a current one.
    func successor(of receipt: Receipt) -> Receipt? {
        (receipt.isTarget ? targets : outcomes).first {
            $0.documentCode == receipt.documentCode && $0.revision == receipt.revision + 1
        }
    }
}
