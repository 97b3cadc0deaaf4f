import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `A change` {
    private static func statement(
        _ value: String?, _ status: OutcomeStatus = .ok
    ) throws -> OutcomeChange.Statement {
        OutcomeChange.Statement(
            value: try value.map { try #require(ScaledDecimal($0)) }, status: status)
    }

    @Test func `is named after what was and what is`() throws {
        let none = try Self.statement(nil, .missingNull)
        let withdrawn = try Self.statement(nil, .withdrawn)
        let value = try Self.statement("86")
        let other = try Self.statement("87")
        let preliminary = try Self.statement("86.0", .preliminary)
        #expect(ChangeKind(from: nil, to: value) == .new)
        #expect(ChangeKind(from: none, to: value) == .back)
        #expect(ChangeKind(from: withdrawn, to: value) == .back)
        #expect(ChangeKind(from: value, to: other) == .revised)
        #expect(ChangeKind(from: preliminary, to: value) == .confirmed)
        #expect(ChangeKind(from: preliminary, to: other) == .revised)
        #expect(ChangeKind(from: value, to: preliminary) == .revised)
        #expect(ChangeKind(from: value, to: none) == .missing)
        #expect(ChangeKind(from: value, to: withdrawn) == .struck)
        #expect(ChangeKind(from: value, to: nil) == .struck)
        #expect(ChangeKind(from: nil, to: none) == .none)
        #expect(ChangeKind(from: none, to: withdrawn) == .none)
    }

    @Test func `of a zero is a change of a value`() throws {
        #expect(
            ChangeKind(from: try Self.statement(nil, .missingNull), to: try Self.statement("0"))
                == .back)
    }

    @Test func `without any value is not counted among those that are shown`() {
        var counts = ChangeCounts()
        for kind in ChangeKind.allCases { counts.add(kind) }
        #expect(counts.total == ChangeKind.allCases.count - 1)
        #expect(counts[.none] == 1)
    }
}

@Suite struct `A watch list` {
    private static func known(_ codes: String...) throws -> [Indicator] {
        try codes.enumerated().map { try Sample.indicator($1, key: Int32($0 + 1)) }
    }

    @Test func `has a code a line, comments and empty lines`() throws {
        let list = try WatchList(
            "\u{FEFF}# Socialnämnden\r\n\r\nu33461 # barn\r\n  N00090\t\r\nU33461\r\n",
            path: "bevakning.txt")
        #expect(list.entries.map(\.code.description) == ["U33461", "N00090", "U33461"])
        #expect(list.entries.map(\.line) == [3, 4, 5])
        let known = try Self.known("N00090", "U33461", "U33400")
        #expect(
            try list.indicators(among: known).map(\.code.description) == ["U33461", "N00090"])
    }

    @Test func `tells every line that holds no code`() {
        #expect {
            _ = try WatchList("U33461\nej återaktualiserade\nN00090, N00091\n", path: "b.txt")
        } throws: { error in
            let failure = error as? Failure
            return failure?.exitStatus == .configuration
                && failure?.diagnostics.map(\.location?.description) == ["b.txt:2", "b.txt:3"]
                && failure?.diagnostics.allSatisfy { $0.code == "watch.unreadable" } == true
        }
    }

    @Test func `tells every code that nobody has, with what was meant`() throws {
        let list = try WatchList("N00090\nU33416\nX99999\n", path: "b.txt")
        let known = try Self.known("N00090", "U33461")
        #expect {
            _ = try list.indicators(among: known)
        } throws: { error in
            let failure = error as? Failure
            return failure?.diagnostics.map(\.location?.description) == ["b.txt:2", "b.txt:3"]
                && failure?.diagnostics.first?.hint?.en == "did you mean U33461?"
                && failure?.diagnostics.last?.hint?.en.contains("riktmarke indicators") == true
        }
    }

    @Test(arguments: ["", "\n# bara en kommentar\n"])
    func `without a code is refused, since it would show nothing`(text: String) {
        #expect {
            _ = try WatchList(text, path: "b.txt")
        } throws: { ($0 as? Failure)?.diagnostics.first?.code == "watch.empty" }
    }
}
