import Postgres
import Testing

@Suite struct ServerErrorTests {
    @Test func `a violated constraint is named with its table`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.runScript(
                """
                CREATE TEMP TABLE city (code char(4) CONSTRAINT city_key PRIMARY KEY,
                    n int CONSTRAINT n_positive CHECK (n > 0));
                INSERT INTO city VALUES ('0182', 1);
                """)
            let unique = try postgresError {
                try connection.execute("INSERT INTO city VALUES (\("0182"), 2)")
            }
            #expect(unique.code == .server)
            #expect(unique.sqlState == .uniqueViolation)
            #expect(unique.constraint == "city_key")
            #expect(unique.table == "city")
            #expect(unique.detail?.contains("0182") == true)
            #expect(unique.statement == "INSERT INTO city VALUES ($1, 2)")
            let isIntegrity = SQLState.Class.integrityConstraint ~= unique.sqlState
            #expect(isIntegrity)
            let check = try postgresError {
                try connection.execute("INSERT INTO city VALUES ('0180', 0)")
            }
            #expect(check.sqlState == .checkViolation)
            #expect(check.constraint == "n_positive")
        }
    }

    @Test func `a typing mistake is pointed at, with the server's hint`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                try connection.execute("SELECT relname,\n  relkid\nFROM pg_class AS å")
            }
            #expect(error.sqlState == .undefinedColumn)
            #expect(error.position == 19)
            #expect(error.line == 2)
            #expect(error.hint?.contains("å.relkind") == true)
            #expect(
                error.description == """
                    server 42703: column "relkid" does not exist
                      hint: Perhaps you meant to reference the column "å.relkind".
                      line 2:   relkid
                                ^
                    """)
        }
    }

    @Test func `lines are counted the same with CR LF`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                try connection.runScript("SELECT 'å';\r\nSELECT nothing;\r\n")
            }
            #expect(error.line == 2)
            #expect(error.description.hasSuffix("line 2: SELECT nothing;\n                 ^"))
        }
    }

    @Test func `an error in a script points into the whole script`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                try connection.runScript("SELECT 1;\nSELECT 2;\nSELECT nothing;\nSELECT 4;")
            }
            #expect(error.line == 3)
            #expect(error.position == 28)
        }
    }

    @Test func `an error within a function tells the way there`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.runScript(
                """
                CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE plpgsql AS
                $$ BEGIN PERFORM 1/0; RETURN 1; END $$
                """)
            let error = try postgresError { try connection.execute("SELECT pg_temp.f()") }
            #expect(error.sqlState == "22012")
            #expect(error.where_?.contains("f() line 1 at PERFORM") == true)
        }
    }

    @Test func `the wrong number of values is an error, and the connection goes on`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                try connection.execute(SQL(text: "SELECT $1::int, $2::int", parameters: [1]))
            }
            #expect(error.sqlState == "08P01")
            let two = try connection.queryOne("SELECT 2", as: Int.self)
            #expect(two == 2)
        }
    }

    @Test func `only one statement travels with values`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError { try connection.execute("SELECT 1; SELECT 2") }
            #expect(error.sqlState == .syntaxError)
        }
    }

    @Test func `more values than the protocol has room for are refused`() async throws {
        try await ServerFixture.withConnection { connection in
            let values = Array(repeating: 1, count: 65_536)
            let error = try postgresError {
                try connection.execute(SQL(text: "SELECT 1", parameters: values))
            }
            #expect(error.code == .encoding)
        }
    }

    @Test func `COPY by the wrong call is refused, and the connection goes on`() async throws {
        try await ServerFixture.withConnection { connection in
            for text in ["COPY pg_class TO STDOUT", "COPY t FROM STDIN"] {
                let error = try postgresError {
                    try connection.execute("CREATE TEMP TABLE IF NOT EXISTS t (a int)")
                    try connection.runScript(text)
                }
                #expect(error.code == .protocolMisuse)
                let streamed = try postgresError {
                    try connection.forEachRow(SQL(text: text)) { _ in }
                }
                #expect(streamed.code == .protocolMisuse)
                let one = try connection.queryOne("SELECT 1", as: Int.self)
                #expect(one == 1)
            }
        }
    }

    @Test func `rows touched are counted`() async throws {
        let counts = try await ServerFixture.withConnection { connection in
            [
                try connection.execute("CREATE TEMP TABLE t AS SELECT generate_series(1, 5) AS a"),
                try connection.execute("UPDATE t SET a = a + 1 WHERE a > \(2)"),
                try connection.execute("DELETE FROM t"),
                try connection.execute("SELECT 1"),
                try connection.execute(""),
            ]
        }
        #expect(counts == [5, 3, 5, 1, 0])
    }
}

@Suite struct NoticeTests {
    @Test func `the server's remarks are kept until they are taken`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.runScript(
                """
                DROP TABLE IF EXISTS pg_temp.nothing;
                DO $$ BEGIN RAISE WARNING 'careful' USING HINT = 'look', DETAIL = 'why',
                    ERRCODE = '01234'; END $$;
                """)
            let notices = connection.takeNotices()
            #expect(notices.map(\.severity) == ["NOTICE", "WARNING"])
            #expect(notices[1].message == "careful")
            #expect(notices[1].hint == "look")
            #expect(notices[1].detail == "why")
            #expect(notices[1].sqlState == "01234")
            #expect(notices[1].where_?.contains("line 1 at RAISE") == true)
            #expect(connection.takeNotices().isEmpty)
            try connection.execute("SELECT 1")
            #expect(connection.takeNotices().isEmpty)
        }
    }

    @Test func `a flood of remarks is counted, not kept`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.runScript(
                "DO $$ BEGIN FOR i IN 1..1500 LOOP RAISE NOTICE '%', i; END LOOP; END $$")
            let notices = connection.takeNotices()
            #expect(notices.count == 1001)
            #expect(notices.last?.message == "500 further notices not kept")
        }
    }
}

@Suite struct DescribeTests {
    @Test func `a statement's parameters and columns are told without running it`() async throws {
        try await ServerFixture.withConnection { connection in
            let description = try connection.describe(
                """
                SELECT relname, relpages AS pages, reltuples::numeric(9, 2), now() AS "När"
                FROM pg_class WHERE relname = ANY($1::text[]) AND oid = $2 AND relpages > $3
                """)
            #expect(
                description.parameterOIDs
                    == [PostgresOID.textArray, PostgresOID.oid, PostgresOID.int4])
            #expect(description.columns.map(\.name) == ["relname", "pages", "reltuples", "När"])
            #expect(
                description.columns.map(\.oid)
                    == [
                        PostgresOID.name, PostgresOID.int4, PostgresOID.numeric,
                        PostgresOID.timestamptz,
                    ])
        }
    }

    @Test func `a statement that returns nothing has no columns, and is not run`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute("CREATE TEMP TABLE t (a int, b text)")
            let description = try connection.describe("INSERT INTO t VALUES ($1, $2)")
            #expect(description.parameterOIDs == [PostgresOID.int4, PostgresOID.text])
            #expect(description.columns.isEmpty)
            let count = try connection.queryOne("SELECT count(*) FROM t", as: Int.self)
            #expect(count == 0)
        }
    }

    @Test func `a faulty statement is pointed at`() async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError { _ = try connection.describe("SELEKT 1") }
            #expect(error.sqlState == .syntaxError)
            #expect(error.position == 1)
        }
    }
}
