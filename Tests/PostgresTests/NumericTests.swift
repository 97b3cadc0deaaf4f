import Postgres
import Testing

@Suite struct NumericTests {
    @Test(
        arguments: [
            ("0", 0, 0), ("0.00", 0, 2), ("1", 1, 0), ("-1", -1, 0), ("0.0001", 1, 4),
            ("0.1", 1, 1), ("82.8", 828, 1), ("9999", 9999, 0), ("10000", 10_000, 0),
            ("100000", 100_000, 0), ("100000000", 100_000_000, 0), ("-100000.50", -10_000_050, 2),
            ("1.0", 10, 1), ("0.00000001", 1, 8), ("12345678.87654321", 1_234_567_887_654_321, 8),
            ("1000.0001", 10_000_001, 4), ("0.010", 10, 3),
        ] as [(String, Int, UInt8)])
    func `is the server's number, digit for digit`(
        text: String, units: Int, scale: UInt8
    ) async throws {
        let number = PostgresNumeric(units: Int128(units), scale: scale)
        #expect(number.description == text)
        let (sent, read) = try await ServerFixture.withConnection { connection in
            try connection.queryOne(
                "SELECT \(number)::text, \(text)::numeric", as: String.self, PostgresNumeric.self)
        }
        #expect(sent == text)
        #expect(read == number)
    }

    @Test func `holds 38 digits wherever the decimal point is`() async throws {
        let digits = "12345678901234567890123456789012345678"
        let units = try #require(Int128(digits))
        try await ServerFixture.withConnection { connection in
            for sign in [1, -1] as [Int128] {
                for scale in 0...UInt8(60) {
                    for units in [units, PostgresNumeric.maximumUnits, 10_000, 1] {
                        let number = PostgresNumeric(units: sign * units, scale: scale)
                        let (text, back) = try connection.queryOne(
                            "SELECT \(number)::text, \(number.description)::numeric",
                            as: String.self, PostgresNumeric.self)
                        #expect(text == number.description)
                        #expect(back == number)
                    }
                }
            }
        }
    }

    @Test func `survives the way there and back, for twenty thousand numbers`() async throws {
        var random = SplitMix(state: 2017)
        let numbers = (0..<20_000).map { _ in
            let digits = Int.random(in: 0...38, using: &random)
            var units: Int128 = 0
            for _ in 0..<digits {
                // Many zeros and nines: that is where the groups of four show their seams.
                let digit = [0, 0, 9, Int.random(in: 0...9, using: &random)].randomElement(
                    using: &random)
                units = units * 10 + Int128(digit ?? 0)
            }
            if Bool.random(using: &random) { units = -units }
            return PostgresNumeric(units: units, scale: UInt8.random(in: 0...45, using: &random))
        }
        let rows = try await ServerFixture.withConnection { connection in
            try connection.query(
                "SELECT n, n::text, t::numeric FROM unnest(\(numbers), \(numbers.map(\.description))) AS u (n, t)",
                as: PostgresNumeric.self, String.self, PostgresNumeric.self)
        }
        #expect(rows.count == numbers.count)
        let wrong = zip(rows, numbers).filter { row, number in
            row.0 != number || row.1 != number.description || row.2 != number
        }
        #expect(wrong.isEmpty)
    }

    @Test func `agrees with the server's own arithmetic`() async throws {
        // What the server computes has digits in other groups than what it parses.
        let rows = try await ServerFixture.withConnection { connection in
            try connection.query(
                """
                SELECT v, v::text FROM (
                    SELECT round((i * 7919 % 104729)::numeric / (i % 97 + 1), i % 17) AS v
                    FROM generate_series(1, 5000) AS i
                    UNION ALL SELECT round(i::numeric ^ (i % 9), i % 13) FROM generate_series(1, 99) AS i
                ) AS q
                """, as: PostgresNumeric.self, String.self)
        }
        #expect(rows.count == 5099)
        #expect(rows.allSatisfy { $0.description == $1 })
    }

    @Test(arguments: [
        "NaN", "Infinity", "-Infinity", "1e38", "-1e38", "1e300",
        "0." + String(repeating: "3", count: 39),
        "1." + String(repeating: "0", count: 300),
    ])
    func `what does not fit is an error, not another number`(text: String) async throws {
        try await ServerFixture.withConnection { connection in
            let error = try postgresError {
                _ = try connection.query("SELECT \(text)::numeric AS n", as: PostgresNumeric.self)
            }
            #expect(error.code == .decoding)
            #expect(error.column == "n")
            #expect(try connection.queryOne("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `more than 38 digits are not sent`() async throws {
        try await ServerFixture.withConnection { connection in
            for units in [PostgresNumeric.maximumUnits + 1, .max, .min] {
                let error = try postgresError {
                    try connection.execute("SELECT \(PostgresNumeric(units: units, scale: 0))")
                }
                #expect(error.code == .encoding)
            }
        }
    }

    @Test func `too large for its column is the server's error`() async throws {
        try await ServerFixture.withConnection { connection in
            try connection.execute(
                "CREATE TEMP TABLE narrow (n numeric(5, 2), i int4, v varchar(3))")
            let number = PostgresNumeric(units: 100_000, scale: 2)
            let overflow = try postgresError {
                try connection.execute("INSERT INTO narrow (n) VALUES (\(number))")
            }
            #expect(overflow.sqlState == .numericValueOutOfRange)
            #expect(overflow.code == .server)
            let integer = try postgresError {
                try connection.execute("INSERT INTO narrow (i) VALUES (\(Int(Int32.max) + 1))")
            }
            #expect(integer.sqlState == .numericValueOutOfRange)
            let text = try postgresError {
                try connection.execute("INSERT INTO narrow (v) VALUES (\("1234"))")
            }
            #expect(text.sqlState == "22001")
            #expect(try connection.queryOne("SELECT count(*) FROM narrow", as: Int.self) == 0)
        }
    }
}

/// A small random source whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
