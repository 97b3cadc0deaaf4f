import Glibc
import LocalServer
import TestSupport
import Testing

@Suite struct BackupTests {
    @Test func `a backup brings back the rows, roles, rights and settings`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        try await scratch.psql(
            """
            CREATE ROLE reader NOLOGIN;
            CREATE ROLE "chief of data" NOLOGIN;
            CREATE SCHEMA mart AUTHORIZATION "chief of data";
            CREATE TABLE mart.outcome AS SELECT n, n * 1.5 AS value FROM generate_series(1, 500) n;
            GRANT USAGE ON SCHEMA mart TO reader;
            GRANT SELECT ON mart.outcome TO reader;
            ALTER DATABASE riktmarke SET statement_timeout = '77s';
            ALTER ROLE reader IN DATABASE riktmarke SET default_transaction_read_only = on;
            """)
        let file = scratch.temporary.path(of: "saved.dump")
        try await scratch.cluster.backup(to: file)
        #expect(try await Shell.run("stat -c %a \"$1\"", file) == "600")
        #expect(
            try await Shell.run("ls -A \"$1\" | tr '\\n' ' '", scratch.temporary.path)
                == "data saved.dump ")

        let other = try await ScratchCluster.made()
        try await other.cluster.start()
        try await other.psql("CREATE TABLE gone AS SELECT 1 AS n")
        try await other.cluster.restore(from: file)
        #expect(try await other.psql("SELECT sum(value) FROM mart.outcome") == "187875.0")
        #expect(try await other.psql("SELECT to_regclass('gone') IS NULL") == "t")
        #expect(
            try await other.psql("SELECT has_table_privilege('reader', 'mart.outcome', 'SELECT')")
                == "t")
        #expect(
            try await other.psql("SELECT nspowner::regrole FROM pg_namespace WHERE nspname='mart'")
                == "\"chief of data\"")
        #expect(try await other.psql("SHOW statement_timeout") == "77s")
        #expect(
            try await other.psql(
                "SELECT setconfig FROM pg_db_role_setting WHERE setrole = 'reader'::regrole")
                == "{default_transaction_read_only=on}")
        #expect(
            try await other.psql(
                "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database")
                == "postgres riktmarke template0 template1")
        try await other.discard()
        try await scratch.discard()
    }

    @Test func `a backup is restored where there was no cluster`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        try await scratch.psql("CREATE TABLE kept AS SELECT 7 AS n")
        let file = scratch.temporary.path(of: "saved.dump")
        try await scratch.cluster.backup(to: file)
        try await scratch.cluster.stop()
        try await Shell.run("rm -r \"$1\"", scratch.cluster.folder.data)
        try await scratch.cluster.restore(from: file)
        #expect(try await scratch.psql("SELECT n FROM kept") == "7")
        try await scratch.discard()
    }

    @Test func `what cannot be restored leaves the database as it was`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        try await scratch.psql("CREATE TABLE kept AS SELECT generate_series(1, 20000) AS n")
        let file = scratch.temporary.path(of: "saved.dump")
        try await scratch.cluster.backup(to: file)

        // Not a backup; half a backup; a backup of something else; a database in use.
        let garbage = scratch.temporary.path(of: "garbage.dump")
        try await Shell.run("echo 'kommun;utfall' >\"$1\"", garbage)
        var error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.restore(from: garbage)
        }
        #expect(error?.code == .restoreFailed)

        let half = scratch.temporary.path(of: "half.dump")
        try await Shell.run(
            "head -c 12000 \"$1/saved.dump\" >\"$1/half.dump\"",
            scratch.temporary.path)
        error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.restore(from: half)
        }
        #expect(error?.code == .restoreFailed)

        error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.restore(from: file) { _ in
                throw TestFailure("no schema etl")
            }
        }
        #expect(error?.description.contains("| no schema etl") == true)

        let session = try await scratch.openSession()
        error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.restore(from: file)
        }
        #expect(error?.code == .busy)
        #expect(error?.description.contains("psql") == true)
        try await session.end()

        #expect(try await scratch.psql("SELECT sum(n) FROM kept") == "200010000")
        try await scratch.discard()
    }

    @Test func `a backup that fails leaves the file of before`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        let file = scratch.temporary.path(of: "saved.dump")
        try await Shell.run("echo before >\"$1\"", file)
        // A table that pg_dump may see but not read: its file is gone.
        try await scratch.psql("CREATE TABLE broken AS SELECT 1 AS n; CHECKPOINT")
        let path = try await scratch.psql("SELECT pg_relation_filepath('broken')")
        try await scratch.cluster.stop()
        try await Shell.run("rm \"$1\"", "\(scratch.data)/\(path)")
        let error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.backup(to: file)
        }
        #expect(error?.code == .backupFailed)
        #expect(try await Shell.run("cat \"$1\"", file) == "before")
        #expect(
            try await Shell.run("ls -A \"$1\" | tr '\\n' ' '", scratch.temporary.path)
                == "data saved.dump ")
        let nowhere = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.backup(to: scratch.temporary.path(of: "no/where.dump"))
        }
        #expect(nowhere?.code == .backupFailed)
        try await scratch.discard()
    }
}
