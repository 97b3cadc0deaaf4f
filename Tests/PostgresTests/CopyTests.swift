import Postgres
import Testing

@Suite struct CopyTests {
    private struct Stop: Error {}

    @Test func `rows of every type arrive as they were`() async throws {
        let day = try #require(PostgresDate(year: 2017, month: 12, day: 31))
        let row = try await ServerFixture.withConnection { connection in
            try connection.runScript(
                """
                CREATE DOMAIN pg_temp.share AS numeric(5, 2);
                CREATE TYPE pg_temp.mood AS ENUM ('glad', 'ledsen');
                CREATE TEMP TABLE every (b bool, i2 int2, i4 int4, i8 int8, f8 float8, n numeric,
                    s pg_temp.share, t text, v varchar(9), c char(4), j json, jb jsonb, m pg_temp.mood,
                    d date, ts timestamptz, by bytea, arr int4[], f4 float4, o oid, e text)
                """)
            let columns = [
                "b", "i2", "i4", "i8", "f8", "n", "s", "t", "v", "c", "j", "jb", "m", "d",
                "ts", "by", "arr", "f4", "o", "e",
            ]
            let rows = try connection.copyIn(into: "every", columns: columns) { writer in
                try writer.startRow()
                try writer.write(true)
                try writer.write(Int16.min)
                try writer.write(Int32.min)
                try writer.write(Int64.min)
                try writer.write(0.1)
                try writer.write(PostgresNumeric(units: -12_345, scale: 7))
                try writer.writeNumeric(units: 8280, scale: 3)
                try writer.write("Åmål")
                try writer.writeText(bytes: UnsafeRawBufferPointer(start: nil, count: 0))
                try writer.writeText("0182".utf8.span)
                try writer.write("{\"a\": 1}")
                try writer.write("{\"a\":1}")
                try writer.write("ledsen")
                try writer.write(day)
                try writer.write(PostgresTimestamp(unixMicroseconds: 1))
                try writer.write([0, 255] as [UInt8])
                try writer.write([1, 2] as [Int32])
                try writer.write(Float(0.5))
                try writer.write(UInt32.max)
                try writer.write(nil as String?)
            }
            #expect(rows == 1)
            return try connection.queryOne("SELECT every::text FROM every", as: String.self)
        }
        #expect(
            row == """
                (t,-32768,-2147483648,-9223372036854775808,0.1,-0.0012345,8.28,Åmål,"",0182,\
                "{""a"": 1}","{""a"": 1}",ledsen,2017-12-31,"1970-01-01 00:00:00.000001+00","\\\\x00ff",\
                "{1,2}",0.5,4294967295,)
                """)
    }

    @Test func `integers fit themselves to their column, or fail`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int2, b int4, c int8, d numeric)")
            try connection.copyIn(into: "t", columns: ["a", "b", "c", "d"]) { writer in
                for value in [-32_768, 0, 32_767] {
                    try writer.startRow()
                    for _ in 0..<4 { try writer.write(value) }
                }
            }
            let rows = try connection.query("SELECT t::text FROM t", as: String.self)
            #expect(
                rows == ["(-32768,-32768,-32768,-32768)", "(0,0,0,0)", "(32767,32767,32767,32767)"])
            for (column, value) in [("a", 32_768), ("b", 2_147_483_648)] {
                let error = try postgresError {
                    try connection.copyIn(into: "t", columns: [column]) { writer in
                        try writer.startRow()
                        try writer.write(value)
                    }
                }
                #expect(error.code == .encoding)
                #expect(error.message.contains("\(value) does not fit"))
                #expect(error.column == column)
            }
        }
    }

    @Test func `a value of the wrong type is an error at its row`() async throws {
        let errors = try await ServerFixture.withConnection { connection in
            try connection.execute(
                "CREATE TEMP TABLE t (i int8, f float8, n numeric, t text, ts timestamptz)")
            func error(
                _ column: String, _ write: (inout CopyBinaryWriter) throws -> Void
            ) throws -> PostgresError {
                try postgresError {
                    try connection.copyIn(into: "t", columns: [column]) { writer in
                        try writer.startRow()
                        try writer.writeNull()
                        try writer.startRow()
                        try write(&writer)
                    }
                }
            }
            return [
                try error("i") { try $0.write(1.5) }, try error("f") { try $0.write(1) },
                try error("n") { try $0.write("1") }, try error("t") { try $0.write(1) },
                try error("ts") { try $0.write(Int64(1)) }, try error("n") { try $0.write(true) },
                try error("i") { try $0.writeNumeric(units: 1, scale: 0) },
                try error("t") { try $0.write([1] as [UInt8]) },
            ]
        }
        #expect(errors.allSatisfy { $0.code == .encoding })
        #expect(
            errors[0].message
                == "row 2, column \"i\" (bigint) of t: a Swift Double cannot be written to it")
    }

    @Test func `decimals the column would round away are refused`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (n numeric(6, 1))")
            try connection.copyIn(into: "t", columns: ["n"]) { writer in
                try writer.startRow()
                try writer.writeNumeric(units: 8280, scale: 2)
                try writer.startRow()
                try writer.write(PostgresNumeric(units: 0, scale: 9))
            }
            let rows = try connection.query("SELECT n::text FROM t", as: String.self)
            #expect(rows == ["82.8", "0.0"])
            let error = try postgresError {
                try connection.copyIn(into: "t", columns: ["n"]) { writer in
                    try writer.startRow()
                    try writer.writeNumeric(units: 8285, scale: 2)
                }
            }
            #expect(error.message.contains("82.85 has more than 1 decimals"))
        }
    }

    @Test func `texts larger than the buffer pass, and rows across its edge`() async throws {
        let (count, length, digest) = try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (i int4, t text)")
            try connection.copyIn(into: "t", columns: ["i", "t"]) { writer in
                for length in [131_071, 131_072, 131_073, 5_000_000, 0, 1] + Array(0..<3000) {
                    try writer.startRow()
                    try writer.write(length)
                    try writer.write(String(repeating: "x", count: length))
                }
            }
            return try connection.queryOne(
                """
                SELECT count(*), sum(length(t)), count(*) FILTER (WHERE t <> repeat('x', i))
                FROM t
                """, as: Int.self, Int.self, Int.self)
        }
        #expect(count == 3006)
        #expect(length == 131_071 + 131_072 + 131_073 + 5_000_000 + 1 + 2999 * 3000 / 2)
        #expect(digest == 0)
    }

    @Test func `what the closure throws ends the COPY and leaves nothing`() async throws {
        try await expectNothingLeft { connection in
            #expect(throws: Stop.self) {
                try connection.copyIn(into: "t", columns: ["a"]) { writer in
                    for number in 0..<100_000 {
                        try writer.startRow()
                        try writer.write(number)
                    }
                    throw Stop()
                }
            }
        }
    }

    @Test func `what the server refuses leaves nothing`() async throws {
        try await expectNothingLeft { connection in
            let error = try? postgresError {
                try connection.copyIn(into: "t", columns: ["a"]) { writer in
                    for number in 0..<100_000 {
                        try writer.startRow()
                        try writer.write(number == 70_000 ? 3 : number)
                    }
                }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.constraint == "t_a_key")
            #expect(error?.where_?.contains("line 70001") == true)
        }
    }

    @Test func `NUL bytes are found on this side, broken UTF-8 by the server`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a text)")
            let nul = try postgresError {
                try connection.copyIn(into: "t", columns: ["a"]) { writer in
                    try writer.startRow()
                    try writer.write("a\0b")
                }
            }
            #expect(nul.code == .encoding)
            let broken = try postgresError {
                try connection.copyIn(into: "t", columns: ["a"]) { writer in
                    try writer.startRow()
                    try [0xC3 as UInt8].withUnsafeBytes { try writer.writeText(bytes: $0) }
                }
            }
            #expect(broken.sqlState == .characterNotInRepertoire)
        }
    }

    @Test func `rows with too few or too many values are refused, even if the error is hidden`()
        async throws
    {
        try await expectNothingLeft { connection in
            let bodies: [(inout CopyBinaryWriter) throws -> Void] = [
                { writer in
                    try writer.startRow()
                },
                { writer in
                    try writer.startRow()
                    try writer.write(1)
                    try writer.startRow()
                    try writer.startRow()
                },
                { writer in
                    try writer.startRow()
                    try writer.write(1)
                    try writer.write(2)
                },
                { writer in
                    try writer.write(1)
                },
                { writer in
                    try writer.startRow()
                    try writer.write(1)
                    try? writer.write(2)
                    try? writer.startRow()
                    try? writer.write(2)
                },
            ]
            for body in bodies {
                let error = try? postgresError {
                    try connection.copyIn(into: "t", columns: ["a"], body)
                }
                #expect(error?.code == .protocolMisuse)
            }
        }
    }

    @Test func `within a transaction a failed COPY can be undone by its savepoint`() async throws {
        let rows = try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int UNIQUE)")
            try connection.transaction { connection in
                try connection.copyIn(into: "t", columns: ["a"]) { writer in
                    try writer.startRow()
                    try writer.write(1)
                }
                _ = try? connection.savepoint { connection in
                    try connection.copyIn(into: "t", columns: ["a"]) { _ in throw Stop() }
                }
            }
            return try connection.query("SELECT a FROM t", as: Int.self)
        }
        #expect(rows == [1])
    }

    @Test func `no rows are no error`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int)")
            let count = try connection.copyIn(into: "t", columns: ["a"]) { _ in }
            #expect(count == 0)
        }
    }

    @Test func `tables and columns that do not exist are named`() async throws {
        try await ServerFixture.withConnection { connection in
            let table = try postgresError {
                try connection.copyIn(into: "no.table", columns: ["a"]) { _ in }
            }
            #expect(table.sqlState == "3F000")
            let missing = try postgresError {
                try connection.copyIn(into: "nothing", columns: ["a"]) { _ in }
            }
            #expect(missing.sqlState == .undefinedTable)
            try connection.execute("CREATE TEMP TABLE t (a int)")
            let column = try postgresError {
                try connection.copyIn(into: "t", columns: ["b\"; DROP TABLE t; --"]) { _ in }
            }
            #expect(column.sqlState == .undefinedColumn)
            let none = try postgresError { try connection.copyIn(into: "t", columns: []) { _ in } }
            #expect(none.code == .protocolMisuse)
        }
    }

    private func expectNothingLeft(
        _ body: @Sendable (inout Connection) throws -> Void
    ) async throws {
        let count = try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int UNIQUE)")
            try body(&connection)
            return try connection.queryOne("SELECT count(*) FROM t", as: Int.self)
        }
        #expect(count == 0)
    }
}
