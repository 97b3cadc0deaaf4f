import Diagnostics
import Indicators
import Kolada
import KoladaSource
import Snapshots
import SystemPackage
import TestSupport
import Testing

@Suite struct ReplayTests {
    @Test func `a snapshot gives the same slices again, offline, faults and all`() async throws {
        let folder = try TemporaryFolder("replay")
        let store = SnapshotStore(folder.path(of: "kolada"))
        let service = try ServiceAddress("http://127.0.0.1:1/v3/")
        let scope = try sampleScope(indicators: 60)
        let live = ScriptedService()
        live.fail("page=3", [.status(500), .cut])
        live.fail("N00026", Array(repeating: .status(500), count: 10))
        let writer = try store.begin(
            facts: FetchFacts(service: service, scope: scope).written, time: 0)
        let fetcher = KoladaFetcher(
            service: service, transport: live, settings: .init(perSecond: 0, concurrency: 3),
            clock: live.clock, writer: writer)
        let first = try await fetcher.batches(scope)
        let manifest = try await writer.finish(time: 1)
        #expect(first.filter { $0.fault != nil }.count == 1)
        // What was not used is kept too: 500s with their bodies, and the answer that was cut off.
        #expect(manifest.answers.filter { $0.verdict == .refused }.count == 8)
        #expect(manifest.answers.allSatisfy { $0.sha256.count == 64 })

        let read = try store.manifest(writer.name)
        let facts = try FetchFacts(read)
        #expect(facts == FetchFacts(service: service, scope: scope))
        let replay = KoladaFetcher(
            service: facts.service, transport: ReplayTransport(store, read),
            settings: .init(perSecond: 0))
        let second = try await replay.batches(facts.scope)
        #expect(second.map(\.slices) == first.map(\.slices))
        #expect(second.map { $0.fault?.kind } == [nil, .notInSnapshot, nil])
        try await folder.remove()
    }

    @Test func `a snapshot holds the catalogue that its scope was chosen from`() async throws {
        let folder = try TemporaryFolder("replay")
        let store = SnapshotStore(folder.path(of: "kolada"))
        let service = try ServiceAddress("http://127.0.0.1:1/v3/")
        let live = ScriptedService()
        let writer = try store.begin(facts: ["service": service.description], time: 0)
        let fetcher = KoladaFetcher(
            service: service, transport: live, settings: .init(perSecond: 0), clock: live.clock,
            writer: writer)
        let catalogue = try await fetcher.catalogue()
        let scope = FetchScope(
            indicators: try IndicatorSelection.all.resolve(in: catalogue),
            units: try UnitSelection.all.resolve(in: catalogue), years: 2021...2022)
        try await writer.state(FetchFacts(service: service, scope: scope).written)
        let first = try await fetcher.batches(scope)
        _ = try await writer.finish(time: 1)

        let manifest = try store.manifest(writer.name)
        let facts = try FetchFacts(manifest)
        #expect(facts.scope == scope)
        let replay = KoladaFetcher(
            service: facts.service, transport: ReplayTransport(store, manifest),
            settings: .init(perSecond: 0))
        #expect(try await replay.catalogue() == catalogue)
        #expect(try await replay.batches(facts.scope).map(\.slices) == first.map(\.slices))
        #expect(first.flatMap(\.slices).count == 10)
        try await folder.remove()
    }

    @Test func `a snapshot of something else is refused`() {
        let manifest = SnapshotManifest(name: "x", facts: ["source": "other"])
        #expect(throws: Failure.self) { try FetchFacts(manifest) }
        let damaged = SnapshotManifest(
            name: "x",
            facts: [
                "source": "kolada", "service": "http://x/v3/", "indicators": "N00001,?",
                "units": "0182",
            ])
        #expect(throws: Failure.self) { try FetchFacts(damaged) }
    }

    @Test func `a damaged body is a fault, never a figure`() async throws {
        let folder = try TemporaryFolder("replay")
        let store = SnapshotStore(folder.path(of: "kolada"))
        let service = try ServiceAddress("http://127.0.0.1:1/v3/")
        let scope = try sampleScope(indicators: 1)
        let live = ScriptedService(pageSize: 100)
        let writer = try store.begin(facts: [:], time: 0)
        let fetcher = KoladaFetcher(
            service: service, transport: live, clock: live.clock, writer: writer)
        _ = try await fetcher.batches(scope)
        let manifest = try await writer.finish(time: 1)
        let sha256 = try #require(manifest.answers.first?.sha256)
        let path = store.folder.appending("objects").appending(String(sha256.prefix(2)))
            .appending("\(sha256).gz")
        let file = try FileDescriptor.open(path, .readWrite)
        try file.closeAfter { _ = try file.writeAll(toAbsoluteOffset: 20, [0xFF, 0xFF, 0xFF]) }
        let replay = KoladaFetcher(
            service: service, transport: ReplayTransport(store, manifest),
            settings: .init(perSecond: 0, retries: RetryPolicy(attempts: 1)))
        let batches = try await replay.batches(scope)
        #expect(batches.first?.slices.isEmpty == true)
        #expect(batches.first?.fault?.kind == .broken)
        try await folder.remove()
    }
}
