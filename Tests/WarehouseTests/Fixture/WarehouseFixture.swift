import Postgres
import TestSupport
import Warehouse

/// Databases with our schema, each a copy of one that was migrated once in this process.
enum WarehouseFixture {
    /// No schema yet, in a server that has the roles.
    static let roles = DatabaseTemplate("warehouse_roles") { database in
        let session = try await Session(options(database))
        try await session.withConnection { connection in
            try connection.runScript(Migrator(programVersion: "test").rolesSQL)
        }
        await session.close()
    }

    /// An empty warehouse.
    static let empty = DatabaseTemplate("warehouse_empty") { database in
        let session = try await Session(options(database))
        try await session.withConnection { connection in
            _ = try Migrator(programVersion: "test").migrate(&connection)
        }
        await session.close()
    }

    /// A warehouse with three indicators, five units and two sources of three documents.
    static let small = DatabaseTemplate("warehouse_small") { database in
        let session = try await Session(options(database))
        try await session.withConnection { connection in
            _ = try Migrator(programVersion: "test").migrate(&connection)
        }
        await session.close()
        try await database.psql(smallSQL)
    }

    /// How to connect to a database as its superuser, taking a role.
    static func options(_ database: TestDatabase, role: String? = nil) -> ConnectionOptions {
        ConnectionOptions(
            target: .conninfo(database.conninfo), applicationName: "WarehouseTests", role: role)
    }

    private static let turnstile = Turnstile(seats: 6)

    /// Lends a database of a test's own.
    static func withDatabase<R: Sendable>(
        _ template: DatabaseTemplate = small, _ body: @Sendable (TestDatabase) async throws -> R
    ) async throws -> R {
        try await turnstile.pass {
            try await EphemeralCluster.shared().withDatabase(template: template) { database in
                try await body(database)
            }
        }
    }

    /// Lends a connection to a database of a test's own.
    static func withConnection<R: Sendable>(
        _ template: DatabaseTemplate = small, role: String? = "riktmarke_etl",
        _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        try await withDatabase(template) { database in
            try await connect(database, role: role, body)
        }
    }

    /// Lends a connection to a database.
    static func connect<R: Sendable>(
        _ database: TestDatabase, role: String? = nil,
        _ body: @Sendable (inout Connection) throws -> R
    ) async throws -> R {
        let session = try await Session(options(database, role: role))
        let result = try await session.withConnection(body)
        await session.close()
        return result
    }

    /// Keys are given, so that tests can name them: indicators 1 to 3, units 1 to 5, sources 1
    /// (precedence 10) and 2 (precedence 50), documents 1 (of source 1), 2 and 3 (of source 2; 3 is
    /// the newer).
    static let smallSQL = """
        INSERT INTO dw.dim_municipality (municipality_key, municipality_code, kind)
        OVERRIDING SYSTEM VALUE VALUES
            (1, '0162', 'municipality'), (2, '0182', 'municipality'), (3, '0184', 'municipality'),
            (4, '0160', 'municipality'), (5, '0120', 'municipality');
        INSERT INTO dw.dim_municipality_version (municipality_key, valid, name, sort_order)
        SELECT municipality_key, daterange(NULL, NULL),
            (ARRAY['Danderyd', 'Nacka', 'Solna', 'Täby', 'Värmdö'])[municipality_key],
            municipality_key
        FROM dw.dim_municipality;
        INSERT INTO dw.dim_indicator (indicator_key, indicator_code) OVERRIDING SYSTEM VALUE
        VALUES (1, 'U33461'), (2, 'U33400'), (3, 'N00090');
        INSERT INTO dw.dim_indicator_version (indicator_key, version_no, recorded, title, unit,
            decimals, value_kind, polarity, uncertainty, disclosure)
        SELECT indicator_key, 1, tstzrange('2018-01-01 00:00+00', NULL), indicator_code, 'procent',
            0, 'share', 'high', 'none', 'public'
        FROM dw.dim_indicator;
        INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date,
            is_cumulative)
        VALUES (120170000, '2017', 'year', 2017, '2017-01-01', '2017-12-31', false),
            (120180000, '2018', 'year', 2018, '2018-01-01', '2018-12-31', false);
        INSERT INTO dw.dim_source (source_key, source_code, title, precedence)
        OVERRIDING SYSTEM VALUE VALUES (1, 'kolada', 'Kolada', 10), (2, 'report', 'Rapporter', 50);
        INSERT INTO dw.dim_document (document_key, source_key, document_code, title, published_on)
        OVERRIDING SYSTEM VALUE VALUES (1, 1, 'kolada', 'Kolada', NULL),
            (2, 2, 'annual', 'Årsredovisning', '2017-12-31'),
            (3, 2, 'tertial', 'Tertialbokslut', '2018-04-30');
        SELECT setval(pg_get_serial_sequence('dw.dim_municipality', 'municipality_key'), 5),
            setval(pg_get_serial_sequence('dw.dim_indicator', 'indicator_key'), 3),
            setval(pg_get_serial_sequence('dw.dim_source', 'source_key'), 2),
            setval(pg_get_serial_sequence('dw.dim_document', 'document_key'), 3);
        INSERT INTO etl.run (command, program_version, operator, host, process_id)
        VALUES ('test', 'test', 'test', 'test', 1);
        """
}
