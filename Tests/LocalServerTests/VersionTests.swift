import TestSupport
import Testing

@testable import LocalServer

@Suite struct VersionTests {
    @Test func `a cluster of another major version is explained, not touched`() async throws {
        let scratch = try await ScratchCluster.made()
        let note = "\(scratch.data)/PG_VERSION"
        let major = try await Shell.run("cat \"$1\"", note)
        try await Shell.run("echo 14 >\"$1\"", note)
        let error = await #expect(throws: LocalServerError.self) {
            try await scratch.cluster.start()
        }
        #expect(error?.code == .versionMismatch)
        #expect(error?.description.contains("made by PostgreSQL 14") == true)
        #expect(error?.description.contains("apt-get install postgresql-14") == true)
        #expect(error?.description.contains("server backup") == true)
        guard case .unusable = try await scratch.cluster.status().state else {
            Issue.record("the status says \(try await scratch.cluster.status().state)")
            return
        }
        try await Shell.run("echo \(major) >\"$1\"", note)
        try await scratch.cluster.start()
        #expect(try await scratch.psql("SELECT 1") == "1")
        try await scratch.discard()
    }

    @Test func `a folder without programs is named in the error`() async throws {
        let error = await #expect(throws: LocalServerError.self) {
            try await ServerPrograms.find(
                matching: nil, environment: [ServerVariables.programFolder: "/nowhere"],
                for: ClusterFolder.standard(environment: ["RIKTMARKE_DATA": "/tmp/none"]))
        }
        #expect(error?.code == .noServerProgram)
        #expect(error?.description.contains("/nowhere") == true)
    }

    @Test(arguments: [
        ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", 15),
        ("postgres (PostgreSQL) 17beta2", 17), ("16", 16), ("no digits", nil),
    ])
    func `reads the major version`(line: String, major: Int?) {
        #expect(ServerPrograms.majorVersion(in: line + "\n") == major)
    }

    @Test func `quotes values in the configuration file`() {
        let settings = ClusterSettings(parameters: ["b": "it's", "a": "1"])
        #expect(settings.fileText.hasSuffix("a = '1'\nb = 'it''s'\n"))
    }
}
