internal import Warehouse

/// Members of groups by vintage: a group keeps its id while the year in its title and its members
/// change, and every list is kept for the years it holds for.
struct GroupVintages {
    /// A list of members.
    struct List {
        var origin: String
        var members: [String]
    }

    /// Lists by the code of their group and their year; "" for a group without years.
    private var lists: [String: [String: List]] = [:]

    /// The year at the end of a title; "" for none.
    static func year(of title: String) -> String {
        let tail = title.suffix(4)
        guard tail.count == 4, tail.allSatisfy({ $0.isASCII && $0.isNumber }),
            title.dropLast(4).hasSuffix(" ")
        else { return "" }
        return String(tail)
    }

    /// The title without the year at its end.
    static func name(of title: String) -> String {
        let year = year(of: title)
        guard !year.isEmpty else { return title }
        let name = title.dropLast(4).reversed().drop { $0 == " " || $0 == "," }.reversed()
        return name.isEmpty ? title : String(name)
    }

    /// Starts with what the warehouse has.
    init(current: [(group: String, member: String, year: String, origin: String)]) {
        for row in current {
            let year = row.year == Self.undated ? "" : row.year
            lists[row.group, default: [:]][
                year, default: List(origin: row.origin, members: [])
            ].members.append(row.member)
        }
    }

    /// The version of a list without a year.
    private static let undated = "utan år"

    /// Takes a group's list in: in place of the one of the same year, beside those of others.
    mutating func take(id: String, title: String, members: [String]) {
        lists[CatalogueGroupCode.code(of: id), default: [:]][Self.year(of: title)] = List(
            origin: title, members: members)
    }

    /// Every membership.
    ///
    /// A list holds from its year until the next list's; the first one also before.
    var memberships: [MembershipRow] {
        lists.flatMap { group, byYear in
            let years = byYear.keys.sorted()
            return zip(years.indices, years).flatMap { index, year in
                let list = byYear[year] ?? List(origin: "", members: [])
                let from = index == 0 ? "" : "\(year)-01-01"
                let to = index + 1 < years.count ? "\(years[index + 1])-01-01" : ""
                return list.members.map { member in
                    MembershipRow(
                        groupCode: group, municipalityCode: member,
                        listVersion: year.isEmpty ? Self.undated : year, validFrom: from,
                        validTo: to, origin: list.origin)
                }
            }
        }
    }
}
