import Postgres
import Testing

/// Every type goes to the server and comes back; the server also says what it took it for.
@Suite struct ValueTests {
    private func roundTrip<T: PostgresEncodable & PostgresDecodable & Sendable>(
        _ values: [T]
    ) async throws -> [T] {
        try await ServerFixture.withConnection { connection in
            try values.map { try connection.queryOne("SELECT \($0)", as: T.self) }
        }
    }

    private func texts<T: PostgresEncodable & Sendable>(_ values: [T]) async throws -> [String?] {
        try await ServerFixture.withConnection { connection in
            try values.map { try connection.queryOne("SELECT \($0)::text", as: String?.self) }
        }
    }

    @Test func `booleans`() async throws {
        #expect(try await roundTrip([true, false]) == [true, false])
        #expect(try await texts([true, false]) == ["true", "false"])
    }

    @Test func `16-bit integers`() async throws {
        let values: [Int16] = [.min, -1, 0, 1, 258, .max]
        #expect(try await roundTrip(values) == values)
        #expect(try await texts(values) == ["-32768", "-1", "0", "1", "258", "32767"])
    }

    @Test func `32-bit integers`() async throws {
        let values: [Int32] = [.min, -1, 0, 16_909_060, .max]
        #expect(try await roundTrip(values) == values)
        #expect(try await texts(values) == ["-2147483648", "-1", "0", "16909060", "2147483647"])
    }

    @Test func `64-bit integers`() async throws {
        let values: [Int64] = [.min, -1, 0, 72_623_859_790_382_856, .max]
        #expect(try await roundTrip(values) == values)
        #expect(
            try await texts(values) == [
                "-9223372036854775808", "-1", "0", "72623859790382856", "9223372036854775807",
            ])
        #expect(try await roundTrip([Int.min, 0, Int.max]) == [Int.min, 0, Int.max])
    }

    @Test func `wider integers read narrower columns`() async throws {
        let row = try await ServerFixture.withConnection { connection in
            try connection.queryOne(
                "SELECT -2::int2, -3::int4, -4::int8, -5::int2, -6::int2, -7::int4",
                as: Int.self, Int.self, Int.self, Int32.self, Int64.self, Int64.self)
        }
        #expect(row == (-2, -3, -4, -5, -6, -7))
    }

    @Test func `floating-point numbers`() async throws {
        let values = [
            0.0, -0.0, 0.1, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity,
            -.infinity,
        ]
        #expect(try await roundTrip(values).map(\.bitPattern) == values.map(\.bitPattern))
        #expect(try await roundTrip([Double.nan])[0].isNaN)
        #expect(try await texts([0.1, -1.5e300]) == ["0.1", "-1.5e+300"])
        #expect(try await roundTrip([Float(0.1), -.infinity]) == [0.1, -.infinity])
        let widened = try await ServerFixture.withConnection { connection in
            try connection.queryOne("SELECT 1.5::float4", as: Double.self)
        }
        #expect(widened == 1.5)
    }

    @Test func `texts of every kind`() async throws {
        let values = ["", "Nacka", "Ärlig åtgärd för öar", "👩‍👩‍👧", "a\u{0301}", "'\"\\$1\n\t"]
        #expect(try await roundTrip(values) == values)
        let row = try await ServerFixture.withConnection { connection in
            try connection.queryOne(
                """
                SELECT 'a'::text, 'b'::varchar(9), 'c'::name, 'd'::char(3), 'e'::"char", 'f',
                    '{"g": 1}'::json, '{"h":2}'::jsonb
                """, as: String.self, String.self, String.self, String.self, String.self,
                String.self, String.self, String.self)
        }
        #expect(row.0 == "a" && row.1 == "b" && row.2 == "c" && row.3 == "d  ")
        #expect(row.4 == "e" && row.5 == "f" && row.6 == "{\"g\": 1}" && row.7 == "{\"h\": 2}")
    }

    @Test func `a composed and a decomposed letter stay what they were`() async throws {
        let back = try await roundTrip(["\u{E5}", "a\u{30A}"])
        #expect(back.map { Array($0.utf8) } == [[0xC3, 0xA5], [0x61, 0xCC, 0x8A]])
    }

    @Test func `a text of 50 MB`() async throws {
        let text = String(repeating: "Åre ", count: 10_000_000)
        let (length, digest, back) = try await ServerFixture.withConnection { connection in
            try connection.queryOne(
                "SELECT octet_length(t), md5(t), t FROM (SELECT \(text) AS t) AS q",
                as: Int.self, String.self, String.self)
        }
        #expect(length == 50_000_000)
        #expect(digest == "5d1f44b692e8aea30398b7872ab06b4c")
        #expect(back == text)
    }

    @Test func `bytes as they are`() async throws {
        let all = (0...255).map { UInt8($0) }
        #expect(try await roundTrip([all, [], [0, 0]]) == [all, [], [0, 0]])
        #expect(try await texts([[0xDE, 0xAD, 0x00] as [UInt8]]) == ["\\xdead00"])
    }

    @Test func `days of the calendar`() async throws {
        let days = try [
            "2000-01-01", "1999-12-31", "2017-02-28", "2016-02-29", "0001-01-01",
            "9999-12-31", "1900-03-01",
        ].map { text in
            let parts = text.split(separator: "-").compactMap { Int($0) }
            return try #require(PostgresDate(year: parts[0], month: parts[1], day: parts[2]))
        }
        #expect(try await roundTrip(days) == days)
        #expect(try await texts(days) == days.map(\.description))
        #expect(days[0].daysSince2000 == 0)
        #expect(days[1].daysSince2000 == -1)
    }

    @Test func `every day of eight centuries is the server's day`() async throws {
        let wrong = try await ServerFixture.withConnection { connection in
            let rows = try connection.query(
                """
                SELECT d::date, extract(year FROM d)::int, extract(month FROM d)::int,
                    extract(day FROM d)::int
                FROM generate_series('1600-01-01'::date, '2400-12-31'::date, '13 days') AS d
                """, as: PostgresDate.self, Int.self, Int.self, Int.self)
            #expect(rows.count > 22_000)
            return rows.filter { date, year, month, day in
                (date.year, date.month, date.day) != (year, month, day)
                    || PostgresDate(year: year, month: month, day: day) != date
            }.count
        }
        #expect(wrong == 0)
    }

    @Test func `days that do not exist are refused`() {
        #expect(PostgresDate(year: 2017, month: 2, day: 29) == nil)
        #expect(PostgresDate(year: 2017, month: 4, day: 31) == nil)
        #expect(PostgresDate(year: 2017, month: 13, day: 1) == nil)
        #expect(PostgresDate(year: 2017, month: 1, day: 0) == nil)
        #expect(PostgresDate(year: .max, month: .max, day: .max) == nil)
        #expect(PostgresDate(year: 2017, month: 1, day: .max) == nil)
    }

    @Test func `points in time, to the microsecond`() async throws {
        // date -u -d 2018-04-30T21:59:59Z +%s gives 1525125599.
        let values = [
            PostgresTimestamp(unixMicroseconds: 1_525_125_599_123_456),
            PostgresTimestamp(unixMicroseconds: 0), PostgresTimestamp(microsecondsSince2000: -1),
        ]
        #expect(try await roundTrip(values) == values)
        #expect(
            try await texts(values) == [
                "2018-04-30 21:59:59.123456+00", "1970-01-01 00:00:00+00",
                "1999-12-31 23:59:59.999999+00",
            ])
        #expect(values[0].unixMicroseconds == 1_525_125_599_123_456)
    }

    @Test(arguments: [
        "SELECT 'infinity'::timestamptz", "SELECT '-infinity'::timestamptz",
        "SELECT '294276-12-31'::timestamptz",
    ])
    func `a timestamp without a place on the calendar is an error`(text: String) async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query(SQL(text: text), as: PostgresTimestamp.self)
            }
            #expect(error.code == .decoding)
        }
    }

    @Test func `infinite days and timestamps are neither read nor sent`() async throws {
        try await ServerFixture.withConnection { connection in
            for sign in ["", "-"] {
                let error = try postgresError {
                    _ = try connection.query(
                        "SELECT \(sign + "infinity")::date", as: PostgresDate.self)
                }
                #expect(error.code == .decoding)
            }
            let sent: [SQL] = [
                "SELECT \(PostgresTimestamp(microsecondsSince2000: .max))",
                "SELECT \(PostgresTimestamp(microsecondsSince2000: .min))",
                "SELECT \(PostgresTimestamp(unixMicroseconds: .min))",
                "SELECT \(PostgresDate(daysSince2000: .max))",
                "SELECT \(PostgresDate(daysSince2000: .min))",
            ]
            for sql in sent {
                let error = try postgresError { try connection.execute(sql) }
                #expect(error.code == .encoding)
            }
        }
    }

    @Test func `arrays, empty ones and such with NULL too`() async throws {
        #expect(
            try await roundTrip([[Int32](), [1, -2], [.min, .max]]) == [
                [], [1, -2], [.min, .max],
            ])
        #expect(try await roundTrip([[Int](), [1, .max]]) == [[], [1, .max]])
        #expect(try await roundTrip([[Int16](), [1, .max]]) == [[], [1, .max]])
        #expect(try await roundTrip([[Int64](), [1, .max]]) == [[], [1, .max]])
        let words = ["", "NULL", "å,\"}{", "\\"]
        #expect(try await roundTrip([[], words]) == [[], words])
        #expect(try await roundTrip([[nil, "a", nil]]) == [[nil, "a", nil]] as [[String?]])
        #expect(try await texts([["a", nil, "NULL"]] as [[String?]]) == ["{a,NULL,\"NULL\"}"])
        #expect(try await roundTrip([[true, false]]) == [[true, false]])
        #expect(try await roundTrip([[1.5, -0.1]]) == [[1.5, -0.1]])
        let numbers = [PostgresNumeric(units: 828, scale: 1), PostgresNumeric(-7)]
        #expect(try await roundTrip([numbers]) == [numbers])
        let day = try #require(PostgresDate(year: 2017, month: 12, day: 31))
        #expect(try await texts([[day]]) == ["{2017-12-31}"])
    }

    @Test func `arrays as sets of keys`() async throws {
        let found = try await ServerFixture.withConnection { connection in
            try connection.query(
                "SELECT x FROM unnest(ARRAY['0182', '0180']) AS x WHERE x = ANY(\(["0182", "9999"]))",
                as: String.self)
        }
        #expect(found == ["0182"])
    }

    @Test func `arrays this library cannot hold are errors`() async throws {
        try await ServerFixture.withConnection { connection in
            let deep = try postgresError {
                _ = try connection.query("SELECT '{{1,2},{3,4}}'::int[]", as: [Int].self)
            }
            #expect(deep.message.contains("2 dimensions"))
            let null = try postgresError {
                _ = try connection.query("SELECT '{1,NULL}'::int[]", as: [Int].self)
            }
            #expect(null.message.contains("NULL"))
        }
    }

    @Test func `absent values of every type`() async throws {
        try await ServerFixture.withConnection { connection in
            let row = try connection.queryOne(
                "SELECT \(nil as Bool?), \(nil as Int16?), \(nil as Int32?), \(nil as Int?)",
                as: Bool?.self, Int16?.self, Int32?.self, Int?.self)
            #expect(row == (nil, nil, nil, nil))
            let more = try connection.queryOne(
                "SELECT \(nil as Double?), \(nil as String?), \(nil as PostgresNumeric?)",
                as: Double?.self, String?.self, PostgresNumeric?.self)
            #expect(more == (nil, nil, nil))
            let last = try connection.queryOne(
                """
                SELECT \(nil as PostgresDate?), \(nil as PostgresTimestamp?), \(nil as [UInt8]?),
                    \(nil as [Int32]?), \(nil as [String]?)
                """, as: PostgresDate?.self, PostgresTimestamp?.self, [UInt8]?.self,
                [Int32]?.self, [String]?.self)
            #expect(last == (nil, nil, nil, nil, nil))
        }
    }

    @Test func `JSON and object ids`() async throws {
        try await ServerFixture.withConnection { connection in
            let json = PostgresJSON(text: "{\"år\": [2017, 2018]}")
            let row = try connection.queryOne(
                "SELECT \(json), \(json)->'år'->>1, \(json)::json, \(UInt32.max), \(UInt32.max)::text",
                as: PostgresJSON.self, String.self, PostgresJSON.self, UInt32.self, String.self)
            #expect(row == (json, "2018", json, .max, "4294967295"))
            let wrong = try postgresError {
                try connection.execute("SELECT \(PostgresJSON(text: "{"))")
            }
            #expect(wrong.sqlState == "22P02")
        }
    }

    @Test func `a NUL byte in a text is found before it is sent`() async throws {
        try await ServerFixture.withConnection { connection in
            let statements: [SQL] = [
                "SELECT \("a\0b")", "SELECT \(["ok", "a\0"])", "SELECT \(PostgresJSON(text: "\0"))",
                SQL(text: "SELECT 1\0; DROP TABLE t"),
            ]
            for sql in statements {
                let error = try postgresError { try connection.execute(sql) }
                #expect(error.code == .encoding)
            }
            let script = try postgresError { try connection.runScript("SELECT 1\0") }
            #expect(script.code == .encoding)
            let one = try connection.queryOne("SELECT 1", as: Int.self)
            #expect(one == 1)
        }
    }
}
