import LocalServer
import Postgres
import SystemPackage
import TestSupport
import Testing

@Suite struct ConnectionTests {
    /// What the server says of the session.
    private func identity(_ options: ConnectionOptions) async throws -> [String?] {
        let session = try await Session(options)
        return try await session.withConnection { connection in
            let row = try connection.queryOne(
                """
                SELECT current_database(), current_user, session_user,
                    current_setting('application_name'), current_setting('client_encoding'),
                    current_setting('TimeZone'), current_setting('DateStyle')
                """, as: String.self, String.self, String.self, String.self, String.self,
                String.self, String.self)
            return [row.0, row.1, row.2, row.3, row.4, row.5, row.6]
        }
    }

    @Test func `a session begins with the settings values rest on`() async throws {
        let identity = try await identity(ServerFixture.options())
        #expect(identity[0] == "postgres")
        #expect(identity[3...] == ["PostgresTests", "UTF8", "UTC", "ISO, MDY"])
    }

    @Test func `a URL is understood, with all its escapes`() async throws {
        let address = try await EphemeralCluster.shared().address()
        let host = address.socketFolder.string.replacing("/", with: "%2F")
        let url =
            "postgresql://\(address.user):s%40crt@\(host):\(address.port)/postgres?application_name=a%20b"
        let identity = try await identity(
            ConnectionOptions(target: .conninfo(url), applicationName: "unused"))
        #expect(identity[0] == "postgres")
        #expect(identity[3] == "a b")
    }

    @Test func `keywords are understood`() async throws {
        let address = try await EphemeralCluster.shared().address(database: "template1")
        let keywords = Dictionary(
            uniqueKeysWithValues: address.keywords.map { ($0.keyword, $0.value) })
        let identity = try await identity(
            ConnectionOptions(target: .keywords(keywords), applicationName: "it's \"me\""))
        #expect(identity[0] == "template1")
        #expect(identity[3] == "it's \"me\"")
    }

    @Test func `settings arrive as they are, whatever they hold`() async throws {
        let value = "a b\\c 'd' \"e\"\tå -c x=y"
        let options = try await ServerFixture.options(
            settings: ["my.value": value, "statement_timeout": "4321", "search_path": "\"a b\", c"])
        let session = try await Session(options)
        let row = try await session.withConnection { connection in
            try connection.queryOne(
                """
                SELECT current_setting('my.value'), current_setting('statement_timeout'),
                    current_setting('search_path')
                """, as: String.self, String.self, String.self)
        }
        #expect(row == (value, "4321ms", "\"a b\", c"))
    }

    @Test func `the user's own options win over settings, not over what values rest on`()
        async throws
    {
        let conninfo = try await EphemeralCluster.shared().conninfo()
        let session = try await Session(
            ConnectionOptions(
                target: .conninfo(
                    conninfo
                        + " options='-c statement_timeout=1111 -c TimeZone=Europe/Stockholm -c my.own=x'"
                ),
                applicationName: "t",
                settings: ["statement_timeout": "2222", "lock_timeout": "3333"]))
        let row = try await session.withConnection { connection in
            try connection.queryOne(
                """
                SELECT current_setting('statement_timeout'), current_setting('TimeZone'),
                    current_setting('my.own'), current_setting('lock_timeout')
                """, as: String.self, String.self, String.self, String.self)
        }
        #expect(row == ("1111ms", "UTC", "x", "3333ms"))
    }

    @Test func `a session takes its role as it starts`() async throws {
        try await EphemeralCluster.shared().psql("CREATE ROLE \"Läs å\"\"re\" NOLOGIN")
        let identity = try await identity(ServerFixture.options(role: "Läs å\"re"))
        #expect(identity[1] == "Läs å\"re")
        #expect(identity[2] != identity[1])
        let error = try await postgresError {
            _ = try await Session(ServerFixture.options(role: "no_such_role"))
        }
        #expect(error.code == .connectionFailed)
        #expect(error.sqlState == .invalidParameterValue)
        #expect(error.message.contains("no_such_role"))
    }

    @Test func `an unknown or malformed setting is refused`() async throws {
        let unknown = try await postgresError {
            _ = try await Session(ServerFixture.options(settings: ["no_such_setting": "1"]))
        }
        #expect(unknown.sqlState == "42704")
        let malformed = try await postgresError {
            _ = try await Session(ServerFixture.options(settings: ["a -c role": "1"]))
        }
        #expect(malformed.code == .configuration)
    }

    @Test func `the version is told`() async throws {
        let (version, text) = try await ServerFixture.withConnection { connection in
            (
                connection.serverVersion,
                try connection.queryOne("SHOW server_version_num", as: String.self)
            )
        }
        #expect(String(version) == text)
    }

    @Test func `a database that does not exist is named with its SQLSTATE`() async throws {
        let error = try await postgresError {
            _ = try await Session(ServerFixture.options(database: "no_such_database"))
        }
        #expect(error.code == .connectionFailed)
        #expect(error.sqlState == .invalidCatalogName)
        #expect(error.message.hasSuffix("FATAL: database \"no_such_database\" does not exist"))
        #expect(error.detail?.contains("dbname=no_such_database") == true)
    }

    @Test(arguments: [
        "host=/nonexistent", "host=127.0.0.1 port=1", "postgresql://127.0.0.1:1/x",
        "host=no-such-host.invalid",
    ])
    func `a missing server is told with its address`(conninfo: String) throws {
        let error = try postgresError {
            _ = try Connection(
                ConnectionOptions(target: .conninfo(conninfo), applicationName: "t"))
        }
        #expect(error.code == .connectionFailed)
        #expect(error.sqlState == nil)
        #expect(error.detail?.contains("host=") == true)
    }

    @Test func `a server that never answers is given up`() throws {
        let silent = try SilentServer()
        let clock = ContinuousClock()
        let start = clock.now
        let error = try postgresError {
            _ = try Connection(
                ConnectionOptions(
                    target: .keywords(["host": "127.0.0.1", "port": "\(silent.port)"]),
                    applicationName: "t", connectTimeout: 1))
        }
        #expect(error.code == .connectionFailed)
        #expect(error.message == "the server did not answer within 1 seconds")
        #expect(clock.now - start < .seconds(5))
    }

    @Test(arguments: [
        "postgresql://u:s3cret@h/d?no_such=1", "host=h password=s3cret =", "password=s3cret h",
        "postgresql://u:s3cret@h:port:5/d", "passwd=s3cret", "host=h password='s3cret",
    ])
    func `a connection string that cannot be read is not repeated with its password`(
        conninfo: String
    ) throws {
        let options = ConnectionOptions(target: .conninfo(conninfo), applicationName: "t")
        let error = try postgresError { _ = try Connection(options) }
        for text in ["\(error)", "\(options)", String(reflecting: options)] {
            #expect(!text.contains("s3cret"))
        }
    }

    @Test(arguments: [
        ConnectionTarget.conninfo("postgresql://u:s3cret@/d?sslpassword=s3cret&host=/nonexistent"),
        .conninfo("host=/nonexistent password=s3cret"),
        .keywords(["host": "/nonexistent", "password": "s3cret", "sslpassword": "s3cret"]),
    ])
    func `a password is never shown`(target: ConnectionTarget) throws {
        let options = ConnectionOptions(target: target, applicationName: "t")
        var dumped = ""
        dump(options, to: &dumped)
        let error = try postgresError { _ = try Connection(options) }
        for text in ["\(target)", "\(options)", String(reflecting: options), dumped, "\(error)"] {
            #expect(!text.contains("s3cret"))
            #expect(text.contains("/nonexistent"))
        }
    }

    @Test func `a service nobody defined is a matter of configuration`() throws {
        let error = try postgresError {
            _ = try Connection(
                ConnectionOptions(
                    target: .conninfo("service=no_such_service"), applicationName: "t"))
        }
        #expect(error.code == .configuration)
        #expect(error.message.contains("no_such_service"))
    }
}
