internal import Diagnostics
internal import SourceAdapters
internal import Warehouse

extension ReferenceTables {
    /// What contradicts itself across rows and tables: keys declared twice, keys that nobody
    /// declares, lists of one group that hold on the same days.
    func contradictions() -> [Diagnostic] {
        repetitions() + danglingReferences() + overlappingLists()
    }

    private func repetitions() -> [Diagnostic] {
        var first: [String: ReferenceRow] = [:]
        return declarations.compactMap { declared in
            let key = "\(declared.table.rawValue) \(declared.key)"
            guard let earlier = first[key] else {
                first[key] = declared.row
                return nil
            }
            var problem = declared.row.problem(
                declared.column,
                Text(
                    sv: "\"\(declared.key)\" beskrivs mer än en gång",
                    en: "\"\(declared.key)\" is described more than once"),
                hint: Text(sv: "behåll en av raderna", en: "keep one of the rows"))
            problem.code = "reference.declared-twice"
            let place = SourceLocation.file(path: earlier.path, line: earlier.line)
            problem.notes = [
                Text(sv: "första gången: \(place)", en: "the first time: \(place)")
            ]
            return problem
        }
    }

    private func danglingReferences() -> [Diagnostic] {
        var known: [ReferenceTable: Set<String>] = [:]
        for declared in declarations { known[declared.table, default: []].insert(declared.key) }
        return references.filter { known[$0.table]?.contains($0.key) != true }.map { named in
            var problem = named.row.problem(
                named.column,
                Text(
                    sv:
                        "\"\(named.key)\" finns inte bland dem som beskrivs i \(named.table.rawValue)",
                    en: "\"\(named.key)\" is not among those described in \(named.table.rawValue)"),
                hint: Text(
                    sv: "rätta koden eller beskriv den", en: "correct the code or describe it"))
            problem.code = "reference.unknown-code"
            return problem
        }
    }

    /// A member may be in two lists of a group only on different days.
    private func overlappingLists() -> [Diagnostic] {
        let rows = declarations.filter { $0.table == .peerGroupMembers }.map(\.row)
        var earlier: [String: [(list: GroupList, version: String)]] = [:]
        return zip(rows, members).compactMap { row, member in
            let key = "\(member.groupCode) \(member.municipalityCode)"
            let list = GroupList(
                validFrom: member.validFrom, validTo: member.validTo, source: member.origin)
            let other = earlier[key, default: []].first {
                $0.version != member.listVersion && Self.overlap($0.list, list)
            }
            earlier[key, default: []].append((list, member.listVersion))
            guard let other else { return nil }
            var problem = row.problem(
                "list_version",
                Text(
                    sv: "listorna \(other.version) och \(member.listVersion) av gruppen "
                        + "\"\(member.groupCode)\" gäller samma dagar",
                    en: "the lists \(other.version) and \(member.listVersion) of the group "
                        + "\"\(member.groupCode)\" hold on the same days"),
                hint: Text(
                    sv: "ge den äldre listan ett valid_to", en: "give the older list a valid_to"))
            problem.code = "reference.overlapping-lists"
            return problem
        }
    }

    /// Days are compared as texts; an empty one is without beginning or end.
    private static func overlap(_ one: GroupList, _ other: GroupList) -> Bool {
        (one.validTo.isEmpty || other.validFrom < one.validTo)
            && (other.validTo.isEmpty || one.validFrom < other.validTo)
    }
}
