import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Snapshots

@Suite struct SnapshotStoreTests {
    private static let day = 86_400.0

    /// Runs a body with a store in a folder of its own.
    private static func withStore(_ body: (SnapshotStore) async throws -> Void) async throws {
        let folder = try TemporaryFolder("snapshots")
        do {
            try await body(SnapshotStore(folder.path(of: "kolada")))
        } catch {
            try await folder.remove()
            throw error
        }
        try await folder.remove()
    }

    private static func answer(
        _ path: String, _ verdict: SnapshotAnswer.Verdict = .accepted, attempt: Int = 1
    ) -> SnapshotAnswer {
        SnapshotAnswer(
            path: path, time: 1_792_814_400.125, attempt: attempt,
            status: verdict == .failed ? 0 : verdict == .accepted ? 200 : 500, verdict: verdict,
            reason: verdict == .accepted ? "" : "tab\there, line\nthere, back\\slash")
    }

    @Test func `gives back what it was given, byte for byte`() async throws {
        try await Self.withStore { store in
            let writer = try store.begin(
                facts: ["service": "http://x/v3/", "odd": "a\tb"], time: 0)
            let bodies = [Array("{}".utf8), [], Array(repeating: 0x1F, count: 100_000)]
            for (index, body) in bodies.enumerated() {
                try await writer.record(Self.answer("p\(index)"), body: body)
            }
            try await writer.record(Self.answer("p9", .refused), body: Array("500".utf8))
            try await writer.record(Self.answer("p9", .failed, attempt: 2), body: nil)
            #expect(store.names.isEmpty)
            let written = try await writer.finish(time: 12.5)
            #expect(store.names == [writer.name])
            let read = try store.manifest(writer.name)
            #expect(read == written)
            #expect(read.finished == 12.5)
            #expect(read.facts == ["service": "http://x/v3/", "odd": "a\tb"])
            #expect(read.accepted.keys.sorted() == ["p0", "p1", "p2"])
            #expect(read.answers.last?.reason == "tab\there, line\nthere, back\\slash")
            for (index, body) in bodies.enumerated() {
                #expect(try store.body(sha256: read.answers[index].sha256) == body)
            }
            // SHA-256 of "{}" by sha256sum.
            #expect(
                read.answers[0].sha256
                    == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
        }
    }

    @Test func `keeps equal bodies once, and knows equal content`() async throws {
        try await Self.withStore { store in
            var digests: [[UInt8]?] = []
            for order in [["a", "b"], ["b", "a"]] {
                let writer = try store.begin(facts: [:], time: 0)
                for path in order { try await writer.record(Self.answer(path), body: [1, 2, 3]) }
                digests.append(try await writer.finish(time: 1).contentDigest)
            }
            let groups = DurableFile.entries(of: store.folder.appending("objects"))
            #expect(groups == ["03"])
            #expect(
                DurableFile.entries(of: store.folder.appending("objects").appending("03")).count
                    == 1)
            #expect(digests[0] == digests[1])
            #expect(digests[0]?.count == 32)
        }
    }

    @Test func `never gives back other bytes than it was given`() async throws {
        try await Self.withStore { store in
            let sha256 = try { () throws(SnapshotError) in
                try DurableFile.makeFolder(store.folder)
                return try store.keep([1, 2, 3])
            }()
            let path = store.objectPath(sha256)
            try DurableFile.write(try #require(Gzip.compress([1, 2, 4])), to: path)
            #expect(throws: SnapshotError(.wrongDigest, path: path.string)) {
                try store.body(sha256: sha256)
            }
            DurableFile.unlink(path)
            #expect(throws: SnapshotError.self) { try store.body(sha256: sha256) }
            #expect(throws: SnapshotError.self) { try store.body(sha256: "../../x") }
            #expect(throws: SnapshotError.self) { try store.manifest("../x") }
        }
    }

    @Test func `does not count a snapshot that was broken off, but shows it`() async throws {
        try await Self.withStore { store in
            let writer = try store.begin(facts: ["a": "b"], time: 0)
            try await writer.record(Self.answer("p"), body: [7])
            #expect(store.names.isEmpty)
            let open = try DurableFile.read(store.openPath(writer.name), limit: 10_000)
            // The last line may lack its end when the process is killed.
            let cut = String(decoding: open.dropLast(9), as: UTF8.self)
            let read = try #require(ManifestText.read(cut, name: writer.name))
            #expect(read.facts == ["a": "b"])
            #expect(read.answers.isEmpty)
            #expect(read.finished == nil)
        }
    }

    @Test(arguments: [
        "", "riktmarke-snapshot\t2\n", "riktmarke-snapshot\t1\nnews\tx\n",
        "riktmarke-snapshot\t1\nanswer\tx\n",
    ])
    func `refuses a manifest that it does not know`(text: String) {
        #expect(ManifestText.read(text, name: "x") == nil)
    }

    @Test func `prunes by count and age, never the newest, and only bodies that nobody needs`()
        async throws
    {
        try await Self.withStore { store in
            var names: [String] = []
            for night in 0..<6 {
                let writer = try store.begin(facts: [:], time: Double(night) * Self.day)
                try await writer.record(Self.answer("same"), body: [0])
                try await writer.record(Self.answer("own"), body: [UInt8(night), 1])
                _ = try await writer.finish(time: 0)
                names.append(writer.name)
            }
            let now = Date().timeIntervalSince1970
            #expect(store.names == names)
            let first = try store.prune(keeping: 3, youngerThan: nil, now: now)
            #expect(first.snapshots == Array(names.prefix(3)))
            // The bodies are of today: a fetch that goes on may need them.
            #expect(first.bodies == 0)
            let second = try store.prune(keeping: nil, youngerThan: nil, now: now + 2 * Self.day)
            #expect(second.snapshots.isEmpty)
            #expect(second.bodies == 3)
            for name in names.suffix(3) {
                for answer in try store.manifest(name).answers {
                    #expect(try !store.body(sha256: answer.sha256).isEmpty)
                }
            }
            let third = try store.prune(
                keeping: nil, youngerThan: Self.day, now: now + 2 * Self.day)
            #expect(third.snapshots == [names[3], names[4]])
            #expect(store.names == [names[5]])
            #expect(
                try store.prune(keeping: 0, youngerThan: 0, now: now + 9 * Self.day).snapshots
                    .isEmpty)
        }
    }

    @Test func `names snapshots by their time`() {
        // 1792814400 is 2026-10-24 04:00:00 UTC, by date.
        #expect(SnapshotStore.stamp(1_792_814_400) == "20261024T040000Z")
    }
}
