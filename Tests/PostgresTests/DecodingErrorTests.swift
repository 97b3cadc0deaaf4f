import Postgres
import Testing

@Suite struct DecodingErrorTests {
    @Test func `a column of another type names everything needed to find it`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query("SELECT 1 AS a, 'x'::text AS b", as: Int.self, Int.self)
            }
            #expect(error.code == .decoding)
            #expect(
                error.message
                    == "column 1 \"b\" (text) cannot be read as Int: the types do not match")
            #expect(error.column == "b")
            #expect(error.dataType == "text")
            #expect(error.statement == "SELECT 1 AS a, 'x'::text AS b")
        }
    }

    @Test(arguments: [
        "SELECT 1::int8", "SELECT 1.5::float8", "SELECT true", "SELECT now()", "SELECT '1'::text",
        "SELECT now()::date", "SELECT ARRAY[1]", "SELECT '\\x00'::bytea", "SELECT 1::oid",
    ])
    func `a number is read from no other type`(text: String) async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query(SQL(text: text), as: PostgresNumeric.self)
            }
            #expect(error.code == .decoding)
        }
    }

    @Test func `a wider column is not read as a narrower type`() async throws {
        let errors = try await ServerFixture.withConnection { connection in
            [
                try postgresError { _ = try connection.query("SELECT 1::int8", as: Int32.self) },
                try postgresError { _ = try connection.query("SELECT 1::int4", as: Int16.self) },
                try postgresError { _ = try connection.query("SELECT 1::float8", as: Float.self) },
            ]
        }
        #expect(errors.map(\.code) == [.decoding, .decoding, .decoding])
    }

    @Test func `a timestamp without time zone is not a point in time`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query("SELECT now()::timestamp", as: PostgresTimestamp.self)
            }
            #expect(error.dataType == "timestamp")
        }
    }

    @Test func `types are checked even if no row comes`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query("SELECT 'x'::text WHERE false", as: Int.self)
            }
            #expect(error.code == .decoding)
        }
    }

    @Test func `the number of columns must be right`() async throws {
        try await ServerFixture.withConnection { connection in
            let fewer = try postgresError {
                _ = try connection.query("SELECT 1", as: Int.self, Int.self)
            }
            #expect(fewer.message == "2 columns were expected, 1 came")
            let more = try postgresError {
                _ = try connection.query("SELECT 1, 2", as: Int.self)
            }
            #expect(more.message == "1 columns were expected, 2 came")
        }
    }

    @Test func `NULL in a column that is not optional says so`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query("SELECT NULL::int AS n", as: Int.self)
            }
            #expect(
                error.message
                    == "column 0 \"n\" (integer) cannot be read as Int: the value is NULL; read it as Int?"
            )
        }
    }

    @Test func `one row means one row`() async throws {
        try await ServerFixture.withConnection { connection in
            for text in ["SELECT 1 WHERE false", "SELECT generate_series(1, 2)"] {
                let error = try postgresError {
                    _ = try connection.queryOne(SQL(text: text), as: Int.self)
                }
                #expect(error.code == .decoding)
            }
        }
    }

    @Test func `a row's columns are checked one by one`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.forEachRow("SELECT 7 AS a, NULL::text AS b, '\\x0102'::bytea AS c") {
                row in
                #expect(row.columnCount == 3)
                #expect(row.columnName(at: 1) == "b")
                let (seven, absent) = (try row.decode(Int.self, at: 0), try row.isNull(at: 1))
                #expect(seven == 7)
                #expect(absent)
                let text = try row.decode(String?.self, at: 1)
                #expect(text == nil)
                let counts = [
                    try row.withBytes(at: 1) { $0.byteCount },
                    try row.withBytes(at: 2) { $0.byteCount },
                ]
                #expect(counts == [nil, 2])
                #expect(throws: PostgresError.self) { try row.decode(Bool.self, at: 0) }
                #expect(throws: PostgresError.self) { try row.decode(Int.self, at: 3) }
                #expect(throws: PostgresError.self) { try row.decode(Int.self, at: -1) }
                #expect(throws: PostgresError.self) { try row.isNull(at: 3) }
            }
        }
    }
}
