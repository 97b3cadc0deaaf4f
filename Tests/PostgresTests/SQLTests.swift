import Postgres
import Testing

@Suite struct SQLTests {
    @Test func `an interpolated value becomes a numbered parameter`() {
        let code = "0182"
        let sql: SQL = "SELECT * FROM t WHERE code = \(code) AND year = \(2017)"
        #expect(sql.text == "SELECT * FROM t WHERE code = $1 AND year = $2")
        #expect(sql.parameters.count == 2)
        #expect(sql.parameters[0] as? String == "0182")
        #expect(sql.parameters[1] as? Int == 2017)
    }

    @Test func `a value never becomes part of the text`() {
        let name = "'; DROP TABLE t; --"
        let sql: SQL = "SELECT \(name)"
        #expect(sql.text == "SELECT $1")
    }

    @Test func `an identifier is quoted and its quotes are doubled`() {
        let sql: SQL = "SELECT \(identifier: "a\"; DROP TABLE t; --") FROM t"
        #expect(sql.text == "SELECT \"a\"\"; DROP TABLE t; --\" FROM t")
    }

    @Test func `a qualified name is quoted part by part`() {
        let table: QualifiedName = "staging.Outcome Row"
        let sql: SQL = "TABLE \(identifier: table)"
        #expect(sql.text == "TABLE \"staging\".\"Outcome Row\"")
    }

    @Test func `raw text is taken as it is`() {
        let sql: SQL = "SELECT 1 \(raw: "ORDER BY 1") LIMIT \(5)"
        #expect(sql.text == "SELECT 1 ORDER BY 1 LIMIT $1")
    }

    @Test func `an absent value is a typed NULL`() {
        let value: Int32? = nil
        let sql: SQL = "SELECT \(value)"
        #expect(sql.parameters[0].isPostgresNull)
        #expect(type(of: sql.parameters[0]).postgresOID == PostgresOID.int4)
    }
}

@Suite struct IdentifierTests {
    @Test(arguments: [
        "plain", "Mixed Case", "å ä ö", "a\"b", "\"", "'; DROP TABLE t; --", "a.b", "$1", "\\",
        "\n", "select", "x\" AS y, (SELECT 1) AS \"z",
    ])
    func `comes back from the server as the name it was`(name: String) async throws {
        let names = try await ServerFixture.withConnection { connection in
            let sql: SQL = "SELECT 1 AS \(identifier: name)"
            try connection.execute(
                "CREATE TEMP TABLE \(identifier: name) (\(identifier: name) int)")
            let escaped = try connection.escapeIdentifier(name)
            return [
                try connection.describe(sql.text).columns[0].name,
                try connection.describe("SELECT 1 AS \(escaped)").columns[0].name,
                try connection.queryOne(
                    """
                    SELECT attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                    WHERE relname = \(name) AND attnum = 1
                    """, as: String.self),
            ]
        }
        #expect(names == [name, name, name])
    }

    @Test(arguments: ["", "a\0b", String(repeating: "å", count: 32)])
    func `that the server would change is refused`(name: String) async throws {
        try await ServerFixture.withConnection { connection in
            let first = try postgresError {
                try connection.execute("CREATE TEMP TABLE \(identifier: name) (a int)")
            }
            #expect(first.code == .encoding)
            let second = try postgresError { _ = try connection.escapeIdentifier(name) }
            #expect(second.code == .encoding)
            let third = try postgresError {
                try connection.copyIn(into: QualifiedName(name: name), columns: ["a"]) { _ in }
            }
            #expect(third.code == .encoding)
        }
    }

    @Test func `of 63 bytes is taken`() async throws {
        let name = String(repeating: "x", count: 63)
        let columns = try await ServerFixture.withConnection { connection in
            try connection.describe("SELECT 1 AS \(try connection.escapeIdentifier(name))").columns
        }
        #expect(columns.map(\.name) == [name])
    }
}
