public import Diagnostics
internal import LocalServer
public import Postgres

/// Which database is used, and why.
///
/// `--database` > `RIKTMARKE_DATABASE_URL` > libpq's own variables (`PGSERVICE`, `PGHOST`,
/// `PGHOSTADDR`, `PGDATABASE`) > the settings file > the user's private cluster.
public struct DatabaseChoice: Sendable {
    /// What was chosen.
    public enum Choice: Sendable, Hashable {
        /// A server that the user named by URL or connection string.
        case named(String)
        /// Whatever libpq's variables say.
        case environment
        /// The private cluster.
        case privateCluster
    }

    /// What was chosen; a password may be part of it, so use `description(_:)` to show it.
    let choice: Choice
    /// Who chose it.
    public let origin: Origin
    private let environment: Environment

    /// Makes the choice; nothing is connected or started.
    public init(flag: String?, environment: Environment, settings: Settings) {
        self.environment = environment
        if let flag {
            (choice, origin) = (.named(flag), .flag("--database"))
        } else if let url = environment["RIKTMARKE_DATABASE_URL"] {
            (choice, origin) = (.named(url), .environment("RIKTMARKE_DATABASE_URL"))
        } else if let name = Self.libpqVariables.first(where: { environment[$0] != nil }) {
            (choice, origin) = (.environment, .environment(name))
        } else if let entry = settings.database {
            (choice, origin) = (.named(entry.value), .settings(entry.location))
        } else {
            (choice, origin) = (.privateCluster, .standard)
        }
    }

    /// The variables of libpq that mean that the user has a database in mind.
    static let libpqVariables = ["PGSERVICE", "PGHOST", "PGHOSTADDR", "PGDATABASE"]

    /// Whether the user's private cluster was chosen.
    public var isPrivate: Bool { choice == .privateCluster }

    /// What was chosen and by whom, in words, without secrets.
    public func description() -> Text {
        let place: Text =
            switch choice {
            case .named(let text): Text(verbatim: ConnectionTarget.conninfo(text).description)
            case .environment:
                Text(sv: "libpq:s miljövariabler", en: "libpq's environment variables")
            case .privateCluster: Text(sv: "den privata databasen", en: "the private database")
            }
        return Text(
            sv: "\(place.sv) (\(origin.text.sv))", en: "\(place.en) (\(origin.text.en))")
    }

    /// Returns how to connect; a private cluster is started first, where needed.
    ///
    /// When the cluster runs already, no process is started. The query tool does not make a cluster
    /// that does not exist, since it would be empty.
    ///
    /// - Throws: `Failure` when the private cluster cannot be reached.
    public func connectionOptions(
        for purpose: Purpose, tool: Tool
    ) async throws(Failure) -> ConnectionOptions {
        options(try await target(creates: purpose != .read), for: purpose, tool)
    }

    /// Returns how to connect where that can be tried without starting anything; else `nil`.
    ///
    /// Of the private cluster only the owner of its socket has been checked: nobody may listen there.
    func connectionOptionsAtHand(for purpose: Purpose, tool: Tool) -> ConnectionOptions? {
        switch choice {
        case .named(let text): return options(.conninfo(text), for: purpose, tool)
        case .environment: return options(.environment, for: purpose, tool)
        case .privateCluster:
            guard let address = (try? privateCluster())?.addressAtHand() else { return nil }
            return options(.keywords(Self.keywords(of: address)), for: purpose, tool)
        }
    }

    private func options(
        _ target: ConnectionTarget, for purpose: Purpose, _ tool: Tool
    ) -> ConnectionOptions {
        ConnectionOptions(
            target: target, applicationName: "\(tool.name)/\(Tool.version)", role: purpose.role,
            settings: purpose.settings)
    }

    private func privateCluster() throws(LocalServerError) -> PrivateCluster {
        PrivateCluster(
            folder: try .standard(environment: environment.values),
            environment: environment.values)
    }

    private static func keywords(of address: ClusterAddress) -> [String: String] {
        Dictionary(address.keywords.map { ($0.keyword, $0.value) }) { first, _ in first }
    }

    private func target(creates: Bool) async throws(Failure) -> ConnectionTarget {
        switch choice {
        case .named(let text): return .conninfo(text)
        case .environment: return .environment
        case .privateCluster:
            do throws(LocalServerError) {
                let cluster = try privateCluster()
                if !creates, cluster.addressAtHand() == nil,
                    try await cluster.status().state == .absent
                {
                    throw Self.absent
                }
                try await cluster.ensureRunning()
                return .keywords(Self.keywords(of: cluster.address))
            } catch {
                if error == Self.absent { throw Self.emptyFailure }
                throw error.failure
            }
        }
    }

    private static let absent = LocalServerError(
        .notRunning, Text(verbatim: "there is no private database yet"))

    private static let emptyFailure = Failure(
        .configuration, code: "database.absent",
        Text(
            sv: "det finns ingen privat databas än, och ingen annan är angiven",
            en: "there is no private database yet, and no other one is named"),
        hint: Text(
            sv: "fyll den med: riktmarke-etl run --all (eller ange en egen med --database URL)",
            en: "fill it with: riktmarke-etl run --all (or name your own with --database URL)"))
}
