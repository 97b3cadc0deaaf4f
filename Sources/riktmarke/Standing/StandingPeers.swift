internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// Among whom places are, as words; the warehouse knows who is meant.
enum StandingChoice: Sendable {
    /// All units of a kind.
    case everybody
    /// Those named one by one, or a group.
    case some(PeerChoice)

    /// The names, when they are named one by one.
    var names: [String] {
        guard case .some(let choice) = self else { return [] }
        return choice.names
    }

    /// Whether a group is meant, whose members the warehouse knows.
    var isGroup: Bool {
        guard case .some(let choice) = self else { return false }
        return choice.isGroup
    }
}

extension PeerOptions {
    /// The words that mean everybody.
    private static let everybody = ["all", "alla"]

    /// The choice of the options, else of the settings, else everybody.
    /// - Throws: `Failure` with status 64 for both options at once, and for an empty list.
    func standingChoice(settings: Settings) throws(Failure) -> StandingChoice {
        if with.isEmpty {
            let named = group ?? settings.group?.value
            guard let named, !Self.everybody.contains(named.lowercased()) else {
                return .everybody
            }
        }
        return .some(try choice(settings: settings))
    }
}

/// Among whom places are.
struct StandingPeers: Sendable {
    /// The members; `nil` for everybody.
    let selection: PeerSelection?
    /// What should be said of the choice.
    let remark: Text?

    /// Whether places are among all units of the kind.
    var isEverybody: Bool { selection == nil }

    /// Looks up who is meant.
    ///
    /// - Parameters:
    ///   - choice: the words.
    ///   - day: the day on which a membership must hold.
    ///   - asOf: time of knowledge; `nil` for now.
    ///   - directory: the municipalities.
    ///   - connection: where to look.
    /// - Throws: `Failure` with status 64 for a name or group that nobody has.
    init(
        _ choice: StandingChoice, day: PostgresDate, asOf: PostgresTimestamp?,
        directory: MunicipalityDirectory, _ connection: inout Connection
    ) throws {
        guard case .some(let choice) = choice else {
            selection = nil
            remark = nil
            return
        }
        switch choice {
        case .names(let names, let argument):
            var members: [Municipality] = []
            for name in names { members.append(try directory.find(name, argument: argument)) }
            selection = PeerSelection(members: members)
            remark = nil
        case .group(let code, let place):
            let found = try PeerSelection(
                groupCode: code, day: day, asOf: asOf, directory: directory, argument: place,
                &connection)
            selection = found
            remark = Self.otherVersion(found)
        case .skrGroup:
            selection = nil
            remark = nil
        }
    }

    private static func otherVersion(_ selection: PeerSelection) -> Text? {
        guard selection.isOtherVersion, let group = selection.group else { return nil }
        return Text(
            sv: "Gruppen \(group.code) har ingen lista för perioden; dagens används "
                + "(lista \(group.listVersion)).",
            en: "The group \(group.code) has no list for the period; that of today is used "
                + "(list \(group.listVersion)).")
    }

    /// Among whom, in words that follow "bland": `alla kommuner`, `SKR A2 … (skr-a2, lista 2023)`.
    func words(_ kind: MunicipalityKind) -> Text {
        guard let selection else {
            return kind == .region
                ? Text(sv: "alla regioner", en: "all regions")
                : Text(sv: "alla kommuner", en: "all municipalities")
        }
        if let group = selection.group {
            return Text(
                sv: "\(group.name) (\(group.code), lista \(group.listVersion))",
                en: "\(group.name) (\(group.code), list \(group.listVersion))")
        }
        let names = selection.members.map(\.name)
        guard names.count <= 8 else {
            return Text(
                sv: "\(names.count) utvalda kommuner", en: "\(names.count) chosen municipalities")
        }
        return Text(verbatim: names.joined(separator: ", "))
    }
}
