import Cases
import Diagnostics
import Foundation
import Indicators
import Testing

@testable import SourceAdapters

/// What is read of a file of case data, and what stops it.
@Suite struct CaseFileTests {
    static let yaml = """
        source: cases
        kind: cases
        in_all: false
        title: Cases
        municipality: "0180"
        files: ./cases.csv
        observed: { from: 2015-01-01, until: 2017-12-31 }
        columns:
          person: Person
          case: Ärende
          kind: Typ
          opened: Start
          closed: Slut
          age: Ålder
          gender: { column: Kön, words: { F: K, okänt: "" } }
          new_investigation: Ny
          addiction: { constant: no }
          economic_assistance: { column: Ek, words: { EB: ja } }
          unaccompanied_minor: { constant: no }
        max_reject_share: 0.9
        """
    static let header = "Person;Ärende;Typ;Start;Slut;Ålder;Kön;Ny;Ek;Anteckning"

    static func spec(_ text: String = yaml) throws -> CasesSpec {
        let decoded = SourceSpec.decode(text, path: "cases.yml")
        try #require(decoded.diagnostics.isEmpty, "\(decoded.diagnostics)")
        return try #require(decoded.spec?.cases)
    }

    static func key() throws -> CaseKey {
        try #require(CaseKey([UInt8](repeating: 7, count: 32)))
    }

    static func read(_ rows: [String], header: String = header) throws -> CaseFile {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "cases.csv", ([header] + rows).joined(separator: "\n") + "\n")
        return try CaseFile(path: path, spec: spec(), key: key())
    }

    /// The codes and places of the error that a file must give.
    static func fault(_ rows: [String], header: String = header) -> [String] {
        do {
            _ = try read(rows, header: header)
            return []
        } catch let error as SourceError {
            return error.diagnostics.map { diagnostic in
                guard case .file(_, let line, let column) = diagnostic.location else {
                    return diagnostic.code
                }
                return "\(diagnostic.code) \(line ?? 0):\(column ?? 0)"
            }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `a case is read into pseudonyms, days, age and flags`() throws {
        let file = try Self.read([
            "p1;a1;Utredning;2016-01-10;2016-03-01;12;F;;nej;x",
            "p1;a2;insats;20160301 00:00;;;okänt;;EB;",
        ])
        #expect(file.rejects.isEmpty)
        try #require(file.records.count == 2)
        let (first, second) = (file.records[0], file.records[1])
        #expect(first.person == second.person && first.id != second.id)
        #expect(first.person.count == 32 && first.id.count == 32)
        #expect(first.kind == .investigation && second.kind == .intervention)
        #expect(first.closedOn?.description == "2016-03-01" && first.ageAtClose == 12)
        #expect(first.gender == .women && second.gender == nil)
        #expect(second.openedOn.description == "2016-03-01" && second.closedOn == nil)
        #expect(!first.isEconomicAssistance && second.isEconomicAssistance)
    }

    @Test func `a pseudonym depends on the key, the use and the municipality, and on nothing else`()
        throws
    {
        let key = try Self.key()
        let other = try #require(CaseKey([UInt8](repeating: 8, count: 32)))
        let mine = try key.person("p1", of: "0180")
        #expect(try key.person("p1", of: "0180") == mine)
        #expect(try other.person("p1", of: "0180") != mine)
        #expect(try key.person("p1", of: "0182") != mine)
        #expect(try key.caseID("p1", of: "0180") != mine)
        #expect(try key.fingerprint() != other.fingerprint())
        #expect("\(key)" == "CaseKey" && String(reflecting: key) == "CaseKey")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("7"))
        #expect(CaseKey([1, 2, 3]) == nil)
    }

    @Test(arguments: [
        (["p;a;Utredning;2016-01-10;;;K;;nej;811218-9876"], header, "2:10"),
        (["811218-9876;a;Utredning;2016-01-10;;;K;;nej;"], header, "2:1"),
        (
            ["p;a;Utredning;2016-01-10;;;K;;nej;", "", "p;b;x;x;x;x;x;x;x;19811218 9876"], header,
            "4:10"
        ),
        (["p;a;Utredning;2016-01-10;;;K;;nej;;;;701063-2391"], header, "2:13"),
        (["p;a;Utredning;2016-01-10;;;K;;nej;\"av 811218-\n9876\""], header, "2:10"),
        ([], header + ";811218-9876", "1:11"),
        (["p;a;Utredning;2016-01-10;;;K;;nej;"], "uttag för 8112189876\n" + header, "1:1"),
    ])
    func `a personal number stops the file wherever it stands, and is not repeated`(
        rows: [String], header: String, place: String
    ) throws {
        #expect(Self.fault(rows, header: header) == ["cases.personal-number \(place)"])
        do {
            _ = try Self.read(rows, header: header)
        } catch let error as SourceError {
            for secret in ["9876", "811218", "2391"] { #expect(!"\(error)".contains(secret)) }
        }
    }

    @Test func `a number in the name of the file, or divided between columns, stops it too`() throws
    {
        let folder = try TemporaryFolder()
        let path = try folder.write("uttag 811218-9876.csv", Self.header + "\n")
        let (spec, key) = (try Self.spec(), try Self.key())
        do {
            _ = try CaseFile(path: path, spec: spec, key: key)
            Issue.record("it was read")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["cases.personal-number"])
            #expect(!"\(error)".contains("9876"))
        }
        // Five whose check digits are 9876-like: 811218-9876 and others of the same day.
        let rests = (0..<10_000).map { rest in
            String(repeating: "0", count: 4 - "\(rest)".count) + "\(rest)"
        }.filter { PersonalNumber.isFound(in: "811218" + $0) }.prefix(5)
        let rows = rests.enumerated().map {
            "p\($0.offset);a;Utredning;2016-01-10;;;K;;nej;;1981-12-18;\($0.element)"
        }
        #expect(Self.fault(rows) == ["cases.personal-number 2:11"])
        #expect(Self.fault(Array(rows.prefix(4))).isEmpty)
    }

    @Test(arguments: [
        ("p1;;Utredning;2016-01-10;;;K;;;", "cases.blank-cell 2:2 case"),
        ("p1;a1;Hembesök;2016-01-10;;;K;;;", "cases.unreadable-cell 2:3 kind"),
        ("p1;a1;Utredning;10/1 2016;;;K;;;", "cases.unreadable-cell 2:4 opened"),
        ("p1;a1;Utredning;2016-02-30;;;K;;;", "cases.unreadable-cell 2:4 opened"),
        ("p1;a1;Utredning;2018-01-01;;;K;;;", "cases.day-after-observation 2:4 opened"),
        ("p1;a1;Utredning;2016-01-10;2016-01-09;1;K;;;", "cases.days-out-of-order 2:5 closed"),
        ("p1;a1;Utredning;2016-01-10;2016-02-09;;K;;;", "cases.closed-without-age 2:6 age"),
        ("p1;a1;Utredning;2016-01-10;2016-02-09;12,5;K;;;", "cases.unreadable-cell 2:6 age"),
        ("p1;a1;Utredning;2016-01-10;;;T;;;", "cases.unreadable-cell 2:7 gender"),
        (
            "p1;a1;Utredning;2016-01-10;2016-02-09;1;K;2016-02-08;;",
            "cases.days-out-of-order 2:8 new_investigation"
        ),
        (
            "p1;a1;Utredning;2016-01-10;;;K;;kanske;",
            "cases.unreadable-cell 2:9 economic_assistance"
        ),
    ])
    func `a row that cannot be read is told of by line, column and reason alone`(
        row: String, expected: String
    ) throws {
        let file = try Self.read([row])
        #expect(file.records.isEmpty)
        #expect(
            file.rejects.map { "\($0.reason.rawValue) \($0.line):\($0.column) \($0.field ?? "")" }
                == [expected])
        #expect(!"\(file.rejects)".contains("p1"))
    }

    @Test func `an identical row is a repetition, and of two that differ neither is believed`()
        throws
    {
        let file = try Self.read([
            "p1;a1;Utredning;2016-01-10;;;K;;;", "p1;a1;utredning;20160110;;;F;;nej;annat",
            "p2;a1;Utredning;2016-01-10;;;K;;;", "p2;a1;Utredning;2016-01-11;;;K;;;",
        ])
        #expect(file.repetitions == 1)
        #expect(file.records.count == 1)
        #expect(file.rejects.map(\.reason) == [.contradiction])
        #expect(file.rejects.map(\.line) == [5])
    }

    @Test func `a torn row, a missing column and an empty file end the reading without their text`()
    {
        #expect(Self.fault(["p;a;\"Utr\"edning hemlig;2016"]) == ["cases.torn-row 2:0"])
        let missing = Self.fault(["x"], header: "Person;Hemlig;Typ")
        #expect(missing.count == 7)
        #expect(missing.allSatisfy { $0 == "header.missing-column 1:0" })
        #expect(Self.fault([], header: "") == ["header.none 0:0"])
        #expect(Self.fault([]) == ["cases.too-few-rows 0:0"])
        do {
            _ = try Self.read(["x"], header: "Person;Hemlig;Typ")
        } catch {
            #expect(!"\(error)".contains("Hemlig"))
        }
    }

    @Test(arguments: [
        ("in_all: false\n", ""), ("municipality: \"0180\"\n", "municipality: Stockholm\n"),
        ("until: 2017-12-31", "until: 2014-12-31"), ("  age: Ålder\n", ""),
        ("  case: Ärende\n", "  case: Person\n"),
        ("constant: no }\n  economic", "constant: kanske }\n  economic"),
        ("  age: Ålder", "  age: { constant: 12 }"), ("files: ./cases.csv\n", ""),
    ])
    func `a specification that would guess is refused`(old: String, new: String) {
        #expect(Self.yaml.contains(old))
        let decoded = SourceSpec.decode(
            Self.yaml.replacingOccurrences(of: old, with: new), path: "cases.yml")
        #expect(decoded.spec == nil)
        #expect(decoded.diagnostics.contains { $0.severity == .error })
    }
}
