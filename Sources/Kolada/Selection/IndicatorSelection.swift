public import Diagnostics

/// Which indicators are wanted, as a person says it.
public enum IndicatorSelection: Sendable, Hashable {
    /// Every indicator of the catalogue.
    case all
    /// Some by their ids, Kolada's groups of indicators (`G2KPI…`), and areas of work, together.
    case listed(ids: [String], groups: [String] = [], areas: [String] = [])

    /// The ids, each once: a list in its own order, then groups, then areas; all in the catalogue's.
    ///
    /// An id of the right form that the catalogue does not list is kept: Kolada drops ids without notice.
    ///
    /// - Throws: `Failure` with status 64 that names every id, group and area that cannot be meant.
    public func resolve(
        in catalogue: KoladaCatalogue
    ) throws(Failure) -> [KoladaIndicatorID] {
        guard case .listed(let ids, let groups, let areas) = self else {
            return catalogue.indicators.compactMap(\.indicatorID)
        }
        var found: [KoladaIndicatorID] = []
        var problems: [Diagnostic] = []
        for id in ids {
            if let indicator = KoladaIndicatorID(id.uppercased()) {
                found.append(indicator)
            } else {
                problems.append(
                    SelectionProblem.indicator(id, among: catalogue.indicators.map(\.id)))
            }
        }
        for group in groups {
            if let known = catalogue.indicatorGroups.first(where: { $0.id == group }) {
                found.append(contentsOf: known.members.compactMap { KoladaIndicatorID($0.id) })
            } else {
                problems.append(
                    SelectionProblem.group(group, among: catalogue.indicatorGroups.map(\.id)))
            }
        }
        let known = Set(catalogue.indicators.compactMap(\.operatingArea))
        for area in areas {
            let members = catalogue.indicators.filter {
                $0.operatingArea?.lowercased() == area.lowercased()
            }
            if members.isEmpty {
                problems.append(SelectionProblem.area(area, among: known.sorted()))
            }
            found.append(contentsOf: members.compactMap(\.indicatorID))
        }
        guard problems.isEmpty else { throw Failure(.usage, problems) }
        var seen: Set<KoladaIndicatorID> = []
        return found.filter { seen.insert($0).inserted }
    }
}
