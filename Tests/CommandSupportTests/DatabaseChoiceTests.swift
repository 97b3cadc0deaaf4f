import CommandSupport
import Diagnostics
import Postgres
import Testing

struct DatabaseChoiceTests {
    private let place = SourceLocation.file(path: "settings", line: 1)

    private func choose(
        _ flag: String?, _ environment: [String: String], file: String? = nil
    ) -> DatabaseChoice {
        var settings = Settings()
        settings.database = file.map { .init($0, at: place) }
        return DatabaseChoice(
            flag: flag, environment: Environment(environment), settings: settings)
    }

    @Test func `prefers flag, variable, libpq's variables, the file and then the private cluster`()
    {
        let all = ["RIKTMARKE_DATABASE_URL": "postgresql:///a", "PGHOST": "h"]
        #expect(choose("postgresql:///f", all, file: "x").origin == .flag("--database"))
        #expect(
            choose(nil, all, file: "x").origin == .environment("RIKTMARKE_DATABASE_URL"))
        #expect(choose(nil, ["PGHOST": "h"], file: "x").origin == .environment("PGHOST"))
        #expect(choose(nil, ["PGSERVICE": "s"]).origin == .environment("PGSERVICE"))
        #expect(choose(nil, ["PGDATABASE": "d"]).origin == .environment("PGDATABASE"))
        #expect(choose(nil, [:], file: "dbname=x").origin == .settings(place))
        #expect(choose(nil, [:]).isPrivate)
    }

    @Test func `does not take a password, user or port alone for a database`() {
        let partial = ["PGPASSWORD": "p", "PGUSER": "u", "PGPORT": "5433", "PGHOST": ""]
        #expect(choose(nil, partial).isPrivate)
    }

    @Test(arguments: [
        "postgresql://anna:hemligt@db.example/riktmarke",
        "host=db.example user=anna password=hemligt dbname=riktmarke",
        "postgresql://db.example/riktmarke?user=anna&password=hemligt",
    ])
    func `never shows a password`(url: String) {
        let choice = choose(url, [:])
        for text in [choice.description().sv, choice.description().en] {
            #expect(!text.contains("hemligt"))
            #expect(text.contains("db.example"))
            #expect(text.contains("--database"))
        }
    }

    @Test func `takes the role and the settings of the purpose`() async throws {
        let choice = choose("postgresql:///x", [:])
        let read = try await choice.connectionOptions(for: .read, tool: .query)
        #expect(read.target == .conninfo("postgresql:///x"))
        #expect(read.role == "riktmarke_read")
        #expect(read.settings["default_transaction_read_only"] == "on")
        #expect(read.applicationName.hasPrefix("riktmarke/"))
        let load = try await choice.connectionOptions(for: .load, tool: .etl)
        #expect(load.role == "riktmarke_etl")
        #expect(load.applicationName.hasPrefix("riktmarke-etl/"))
        let own = try await choice.connectionOptions(for: .own, tool: .etl)
        #expect(own.role == "riktmarke_owner")
        let bootstrap = try await choice.connectionOptions(for: .administer, tool: .etl)
        #expect(bootstrap.role == nil)
    }

    @Test func `leaves libpq's variables to libpq`() async throws {
        let options = try await choose(nil, ["PGHOST": "h"])
            .connectionOptions(for: .read, tool: .query)
        #expect(options.target == .environment)
    }

    @Test func `makes no empty private cluster just to read from it`() async throws {
        let folder = try TemporaryFolder()
        let choice = choose(nil, ["RIKTMARKE_DATA": folder.path + "/data"])
        let failure = await #expect(throws: Failure.self) {
            try await choice.connectionOptions(for: .read, tool: .query)
        }
        #expect(failure?.exitStatus == .configuration)
        #expect(failure?.diagnostics.first?.code == "database.absent")
        #expect(folder.names.isEmpty)
    }
}
