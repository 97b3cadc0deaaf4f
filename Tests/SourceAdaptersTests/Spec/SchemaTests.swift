import Foundation
import Testing

@testable import SourceAdapters

@Suite struct SchemaTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: SpecKeys.sections.map(\.name))
    func `the schema offers exactly the keys that the decoder reads`(section: String) throws {
        let keys = try #require(SpecKeys.sections.first { $0.name == section }?.keys)
        let definition = try #require(try Self.definitions()[section] as? [String: Any])
        let properties = try #require(Self.properties(in: definition))
        #expect(Set(properties) == Set(keys))
        #expect(keys.count == Set(keys).count)
    }

    @Test func `the schema has no section that the decoder does not know`() throws {
        let known = Set(SpecKeys.sections.map(\.name)).union(["texts"])
        #expect(Set(try Self.definitions().keys) == known)
    }

    private static func definitions() throws -> [String: Any] {
        let data = try Data(contentsOf: root.appending(path: "etl/schema/source.schema.json"))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(schema["$defs"] as? [String: Any])
    }

    private static func properties(in definition: [String: Any]) -> [String]? {
        if let properties = definition["properties"] as? [String: Any] {
            return Array(properties.keys)
        }
        let variants = definition["oneOf"] as? [[String: Any]]
        return variants?.lazy.compactMap { Self.properties(in: $0) }.first
    }
}
