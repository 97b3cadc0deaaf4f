internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import Postgres
internal import SourceAdapters

/// One comparison of a report, read.
struct PublicationPart: Sendable {
    /// The name of its files.
    let name: String
    let answer: ComparisonAnswer
    let evidence: ComparisonEvidence
}

/// Reads the comparisons of a report; all see one state of the warehouse.
struct PublicationReading: Sendable {
    let spec: PublicationSpec
    let settings: Settings
    let asOf: String?

    /// Reads them in order.
    ///
    /// - Parameter connection: the warehouse, within a transaction.
    /// - Returns: the comparisons, each with what its files need.
    /// - Throws: `Failure` with everything that is wrong with any of them, located in the file;
    ///   what the server reports.
    func parts(_ connection: inout Connection) throws -> [PublicationPart] {
        var parts: [PublicationPart] = []
        var problems: [Diagnostic] = []
        for comparison in spec.comparisons {
            do {
                let answer = try question(comparison).answer(&connection)
                parts.append(
                    PublicationPart(
                        name: comparison.name, answer: answer,
                        evidence: try ComparisonEvidence(for: answer, &connection)))
            } catch let failure as Failure {
                problems += failure.diagnostics.map { located($0, comparison) }
            }
        }
        guard problems.isEmpty else { throw Failure(.configuration, problems) }
        return parts
    }

    private func question(_ comparison: PublicationSpec.Comparison) -> ComparisonQuestion {
        ComparisonQuestion(
            indicator: comparison.indicator.text, focus: focus(comparison),
            peers: peers(comparison), period: comparison.period, gender: comparison.gender,
            isComplement: comparison.isComplement, asOf: asOf)
    }

    private func focus(_ comparison: PublicationSpec.Comparison) -> AskedWord? {
        if let word = comparison.municipality {
            return AskedWord(word.text, argument: word.location.description)
        }
        return settings.municipality.map {
            AskedWord($0.value, argument: $0.location.description)
        }
    }

    private func peers(_ comparison: PublicationSpec.Comparison) -> PeerChoice {
        switch comparison.peers {
        case .names(let words):
            return .names(
                words.map(\.text),
                argument: (words.first?.location ?? comparison.indicator.location).description)
        case .group(let word): return .group(word.text, argument: word.location.description)
        case nil: break
        }
        guard let own = settings.group else { return .skrGroup }
        return .group(own.value, argument: own.location.description)
    }

    /// A message about an option of the command line, or about none, is about the comparison here.
    private func located(
        _ diagnostic: Diagnostic, _ comparison: PublicationSpec.Comparison
    ) -> Diagnostic {
        var diagnostic = diagnostic
        switch diagnostic.location {
        case .argument("--as-of"): break
        case .argument(let place) where place.hasPrefix(spec.path + ":"): break
        case .argument, nil: diagnostic.location = comparison.indicator.location
        default: break
        }
        return diagnostic
    }
}
