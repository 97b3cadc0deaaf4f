import Glibc
import LocalServer
import SystemPackage
import TestSupport
import Testing

@Suite struct LifeCycleTests {
    @Test func `makes, stops and starts the cluster and keeps what is in it`() async throws {
        let scratch = try await ScratchCluster()
        #expect(try await scratch.cluster.status().state == .absent)
        try await scratch.cluster.start()
        let first = try await scratch.process()
        try await scratch.psql("CREATE TABLE kept AS SELECT 'Åre' AS name")
        // The database compares bytes, whatever the locale of the machine.
        #expect(
            try await scratch.psql(
                """
                SELECT datcollate || ' ' || pg_encoding_to_char(encoding)
                FROM pg_database WHERE datname = current_database()
                """) == "C.UTF-8 UTF8")
        #expect(try await scratch.cluster.stop())
        #expect(try await scratch.cluster.status().state == .stopped)
        #expect(try await !scratch.cluster.stop())
        try await scratch.cluster.ensureRunning()
        #expect(try await scratch.process() != first)
        #expect(try await scratch.psql("SELECT name FROM kept") == "Åre")
        try await scratch.discard()
    }

    @Test func `a running cluster is used as it is, without looking for programs`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        let process = try await scratch.process()
        let blind = scratch.seen(with: [ServerVariables.programFolder: "/nowhere"])
        try await blind.ensureRunning()
        try await blind.start()
        #expect(try await scratch.process() == process)
        try await scratch.discard()
    }

    @Test func `many starts at once make one server`() async throws {
        let scratch = try await ScratchCluster()
        let cluster = scratch.cluster
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await cluster.ensureRunning() } }
            try await group.waitForAll()
        }
        #expect(try await scratch.psql("SELECT 1") == "1")
        // Whoever came later found it running and did not even try.
        #expect(
            try await Shell.run(
                "grep -c 'starting PostgreSQL' \"$1\"", scratch.cluster.folder.log) == "1")
        try await scratch.discard()
    }

    @Test func `nothing listens on the network`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        #expect(try await scratch.psql("SHOW listen_addresses") == "")
        #expect(
            try await scratch.psql("SHOW unix_socket_directories")
                == "\(scratch.cluster.address.socketFolder)")
        try await scratch.discard()
    }

    @Test func `the remains of an attempt that was cut short are thrown away`() async throws {
        let scratch = try await ScratchCluster()
        let draft = "\(scratch.cluster.folder.path)/cluster.new"
        try await Shell.run("mkdir -p \"$1\" && echo 99 >\"$1/PG_VERSION\"", draft)
        try await scratch.cluster.start()
        #expect(try await scratch.psql("SELECT 1") == "1")
        #expect(access(draft, F_OK) != 0)
        try await scratch.discard()
    }

    @Test func `a folder that holds something else is left alone`() async throws {
        let scratch = try await ScratchCluster()
        try await Shell.run(
            "mkdir -p \"$1\" && echo mine >\"$1/letter\"",
            scratch.cluster.folder.data)
        let error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.start()
        }
        #expect(error?.code == .folder)
        #expect(
            try await Shell.run("cat \"$1/letter\"", scratch.cluster.folder.data) == "mine")
        try await scratch.temporary.remove()
    }

    @Test func `the log explains a start that fails`() async throws {
        let scratch = try await ScratchCluster.made(
            settings: ClusterSettings(
                parameters: ["shared_buffers": "much"], syncsAtCreation: false))
        let error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.start()
        }
        #expect(error?.code == .startFailed)
        #expect(error?.description.contains("shared_buffers") == true)
        try await scratch.temporary.remove()
    }

    @Test func `a server that was built without LZ4 compresses its log in its own way`()
        async throws
    {
        var settings = ClusterSettings.throwaway
        settings.parameters["wal_compression"] = "lz4"
        let scratch = try await ScratchCluster.made(settings: settings)
        try await scratch.cluster.start()
        // Debian's and Ubuntu's servers know LZ4.
        #expect(try await scratch.psql("SHOW wal_compression") == "lz4")
        try await scratch.cluster.stop()
        // The same programs, but for one that refuses what it is asked.
        let programs = scratch.temporary.path.appending("programs")
        try await Shell.run(
            """
            real=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
            mkdir -m 755 "$1" && ln -s "$real"/* "$1" && rm "$1/postgres"
            printf '#!/bin/sh\nfor word; do [ "$word" = -C ] && exit 1; done\nexec %s "$@"\n' \
                "$real/postgres" >"$1/postgres" && chmod 755 "$1/postgres"
            """, programs)
        let other = PrivateCluster(
            folder: scratch.cluster.folder, settings: settings,
            environment: [ServerVariables.programFolder: programs.string])
        try await other.start()
        #expect(try await scratch.psql("SHOW wal_compression") == "pglz")
        try await scratch.discard()
    }

    @Test func `the server runs as a user without privileges`() async throws {
        let scratch = try await ScratchCluster.made()
        try await scratch.cluster.start()
        let process = try await scratch.process()
        let status = try await Shell.run(
            "grep -E '^(Uid|Gid|Groups):' \"$1/status\" | tr -s '\\t ' ' ' | tr '\\n' ';'",
            "/proc/\(process)")
        if geteuid() == 0 {
            // No line may name user or group 0: neither real nor effective nor saved.
            #expect(!status.contains(" 0 ") && !status.contains(" 0;"), "\(status)")
            #expect(status.hasSuffix("Groups: ;"), "supplementary groups were kept: \(status)")
        } else {
            #expect(status.hasPrefix("Uid: \(geteuid()) \(geteuid()) "), "\(status)")
        }
        try await scratch.discard()
    }
}
