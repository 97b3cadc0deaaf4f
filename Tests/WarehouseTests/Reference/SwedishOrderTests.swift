import FoundationEssentials
import Indicators
import TestSupport
import Testing

/// The alphabet of the shipped municipalities, against the server's Swedish collation.
@Suite struct SwedishOrderTests {
    @Test func `all shipped municipalities stand in the order of the server's sv-x-icu`()
        async throws
    {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "seeds/municipalities.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        let names = text.split(whereSeparator: \.isNewline).dropFirst()
            .map { String($0.split(separator: ",", omittingEmptySubsequences: false)[1]) }
        #expect(names.count == 312)
        let list = names.map { "('\($0)')" }.joined(separator: ",")
        let servers = try await EphemeralCluster.shared().psql(
            "SELECT name FROM (VALUES \(list)) AS m (name) ORDER BY name COLLATE \"sv-x-icu\", name"
        )
        let ours = names.sorted(by: SwedishOrder.areInOrder)
        #expect(ours == servers.split(separator: "\n").map(String.init))
    }
}
