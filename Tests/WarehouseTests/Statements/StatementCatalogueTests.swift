import Postgres
import TestSupport
import Testing
import Warehouse
import WarehouseSQL

/// SQL files, their headers and the Swift types that stand for them must say the same.
@Suite struct StatementCatalogueTests {
    private static var statements: [AnyStatement] {
        ReadStatement.all + LoadStatement.all + ReferenceStatement.all + SliceStatement.all
            + CatalogueStatement.all + SweepStatement.all + ReportStatement.all
            + CaseStatement.all
    }

    /// What a call of a procedure-like function returns.
    private static let void: UInt32 = 2278

    @Test func `every query file has one Swift statement, and every statement a file`() {
        let files = SQLText.all.keys.filter { $0.hasPrefix("queries/") }
            .map { String($0.dropFirst("queries/".count)) }
        let names = Self.statements.map(\.name)
        #expect(files.count > 60)
        #expect(names.sorted() == files.sorted())
    }

    @Test func `every embedded file is found by its name, and nothing else is`() {
        for (name, text) in SQLText.all { #expect(SQLText.text(name) == text, "\(name)") }
        for name in ["", "queries/read", "queries/read/no_such", "~"] {
            #expect(SQLText.text(name) == nil)
        }
        #expect(SQLText.last(in: "no_such/") == nil)
    }

    @Test func `every query begins with a line that says what it is for`() {
        for (name, text) in SQLText.all where name.hasPrefix("queries/") {
            let first = text.prefix { $0 != "\n" }
            #expect(first.hasPrefix("-- "), "\(name)")
            #expect(!first.hasPrefix("-- param") && !first.hasPrefix("-- returns"), "\(name)")
        }
    }

    @Test func `the server finds in every query what its header and its Swift type say`()
        async throws
    {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: nil) { connection in
            for statement in Self.statements {
                let text = try #require(SQLText.all["queries/" + statement.name])
                let header = try QueryHeader(text)
                let described = try connection.describe(text)
                let headerParameters = try header.parameters.map { try connection.oid(of: $0.type) }
                let headerColumns = try header.columns.map {
                    StatementDescription.Column(name: $0.name, oid: try connection.oid(of: $0.type))
                }
                #expect(
                    described.parameterOIDs == headerParameters,
                    "parameters of \(statement.name) and its header")
                #expect(
                    described.parameterOIDs == statement.parameterOIDs,
                    "parameters of \(statement.name) and its Swift type")
                guard described.columns.map(\.oid) != [Self.void] else {
                    #expect(headerColumns.isEmpty && statement.columnAccepts.isEmpty)
                    continue
                }
                #expect(
                    described.columns == headerColumns, "columns of \(statement.name)")
                try #require(
                    described.columns.count == statement.columnAccepts.count,
                    "number of columns of \(statement.name)")
                for (column, accepts) in zip(described.columns, statement.columnAccepts) {
                    #expect(
                        accepts(column.oid), "column \(column.name) of \(statement.name)")
                }
            }
        }
    }

    @Test(arguments: [
        ("read/", "riktmarke_read"), ("load/", "riktmarke_etl"), ("reference/", "riktmarke_etl"),
        ("slice/", "riktmarke_etl"), ("catalogue/", "riktmarke_etl"),
        ("report/", "riktmarke_etl"),
        ("case/", "riktmarke_case_load"),
    ])
    func `the role that a query is for may run it`(folder: String, role: String) async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: role) {
            connection in
            for statement in Self.statements where statement.name.hasPrefix(folder) {
                let text = try #require(SQLText.all["queries/" + statement.name])
                // Explaining starts the executor, which checks every privilege, and changes nothing.
                let nothing = statement.parameterOIDs.map { _ in "NULL" }.joined(separator: ", ")
                let arguments = nothing.isEmpty ? "" : "(\(nothing))"
                #expect(throws: Never.self, "\(statement.name) as \(role)") {
                    try connection.runScript(
                        "PREPARE q AS \(text); EXPLAIN EXECUTE q\(arguments); DEALLOCATE q")
                }
            }
        }
    }
}

/// The lines `-- param 1 name type what for` and `-- returns name type, name type` of a query.
struct QueryHeader {
    struct Item {
        var name: String
        var type: String
    }

    var parameters: [Item] = []
    var columns: [Item] = []

    init(_ text: String) throws {
        for line in text.split(separator: "\n") where line.hasPrefix("--") {
            let words = line.dropFirst(2).split(separator: " ")
            if words.first == "param" {
                guard words.count >= 5, Int(words[1]) == parameters.count + 1 else {
                    throw TestFailure(
                        "a parameter needs a number, a name, a type and a purpose: \(line)")
                }
                parameters.append(Item(name: String(words[2]), type: String(words[3])))
            } else if words.first == "returns" {
                let list = words.dropFirst().joined(separator: " ")
                columns = try list.split(separator: ",").map { item in
                    let parts = item.split(separator: " ")
                    guard parts.count == 2 else {
                        throw TestFailure("a column needs a name and a type: \(line)")
                    }
                    return Item(name: String(parts[0]), type: String(parts[1]))
                }
            }
        }
    }
}

extension Connection {
    /// The server's number for the name of a type.
    fileprivate mutating func oid(of type: String) throws -> UInt32 {
        let found = try query("SELECT \(type)::text::regtype::oid::int8", as: Int64.self)
        return UInt32(try #require(found.first))
    }
}
