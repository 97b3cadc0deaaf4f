internal import LocalServer
internal import Postgres
internal import SystemPackage
internal import Warehouse

extension DatabaseTemplate {
    /// The small warehouse of Tests/Fixtures/Query, in which every figure has its reason.
    public static let query = DatabaseTemplate("query") { database in
        try migrate(database)
        _ = try await database.psql(try fixture("Query/warehouse.sql"))
    }

    /// Runs the migrations, as `riktmarke-etl migrate` does.
    private static func migrate(_ database: TestDatabase) throws {
        var connection = try Connection(
            ConnectionOptions(target: .conninfo(database.conninfo), applicationName: "tests"))
        try Migrator(programVersion: "test").migrate(&connection)
    }

    /// The text of a file under Tests/Fixtures.
    private static func fixture(_ name: String) throws -> String {
        let tests = FilePath(#filePath).removingLastComponent().removingLastComponent()
        let file = try FileDescriptor.open(
            tests.appending("Fixtures").pushing(FilePath(name)), .readOnly,
            options: [.closeOnExec])
        return try file.closeAfter { String(decoding: try file.readToEnd(), as: UTF8.self) }
    }
}
