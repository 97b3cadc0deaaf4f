internal import LocalServer
internal import Postgres
internal import Warehouse

extension DatabaseTemplate {
    /// The small warehouse of Tests/Fixtures/Query, in which every figure has its reason.
    public static let query = DatabaseTemplate("query") { database in
        try migrate(database)
        _ = try await database.psql(try FixtureText.read("Query/warehouse.sql"))
    }

    /// The same with what reports say of money and of absence.
    public static let economy = DatabaseTemplate("economy") { database in
        try migrate(database)
        _ = try await database.psql(try FixtureText.read("Query/warehouse.sql"))
        _ = try await database.psql(try FixtureText.read("Query/economy.sql"))
    }

    /// The same with sixty kommuner more, drawn by a digest: ties, gaps, genders, years and documents.
    public static let generated = DatabaseTemplate("generated") { database in
        try migrate(database)
        _ = try await database.psql(try FixtureText.read("Query/warehouse.sql"))
        _ = try await database.psql(try FixtureText.read("Query/generated.sql"))
    }

    /// Runs the migrations, as `riktmarke-etl migrate` does.
    private static func migrate(_ database: TestDatabase) throws {
        var connection = try Connection(
            ConnectionOptions(target: .conninfo(database.conninfo), applicationName: "tests"))
        try Migrator(programVersion: "test").migrate(&connection)
    }
}
