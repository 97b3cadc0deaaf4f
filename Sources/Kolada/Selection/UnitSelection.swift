public import Diagnostics
public import Indicators

/// Which units are wanted, as a person says it.
public enum UnitSelection: Sendable, Hashable {
    /// Every unit of the catalogue: kommuner, regions and the nation.
    case all
    /// Some by their codes, and the members of Kolada's groups (`G…`).
    case listed(codes: [String], groups: [String] = [])

    /// The codes, in order, each once.
    /// - Throws: `Failure` with status 64 that names every code and group the catalogue does not list.
    public func resolve(in catalogue: KoladaCatalogue) throws(Failure) -> [MunicipalityCode] {
        let known = catalogue.units.compactMap(\.code)
        guard case .listed(let codes, let groups) = self else { return known.sorted() }
        let set = Set(known)
        var found: Set<MunicipalityCode> = []
        var problems: [Diagnostic] = []
        for text in codes {
            if let code = try? MunicipalityCode(text), set.contains(code) {
                found.insert(code)
            } else {
                problems.append(SelectionProblem.unit(text, among: catalogue.units))
            }
        }
        for group in groups {
            if let known = catalogue.unitGroups.first(where: { $0.id == group }) {
                found.formUnion(known.members.compactMap { try? MunicipalityCode($0.id) })
            } else {
                problems.append(
                    SelectionProblem.group(group, among: catalogue.unitGroups.map(\.id)))
            }
        }
        guard problems.isEmpty else { throw Failure(.usage, problems) }
        return found.sorted()
    }
}
