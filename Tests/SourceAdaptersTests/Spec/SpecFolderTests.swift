import Diagnostics
import Foundation
import SourceAdapters
import Testing

@Suite struct SpecFolderTests {
    @Test func `the user's overlay adds and replaces sources`() throws {
        let folder = try TemporaryFolder()
        try folder.write("etl/b.yml", Self.spec("beta", title: "shipped"))
        try folder.write("etl/a.yml", Self.spec("alpha", title: "shipped"))
        try folder.write("etl/local/b.yml", Self.spec("beta", title: "own"))
        try folder.write("etl/local/c.yml", Self.spec("gamma", title: "own"))
        try folder.write("etl/notes.txt", "not a specification")
        let specs = try SpecFolder(path: "\(folder.path)/etl", seeds: folder.path)
        #expect(specs.sources.map(\.name) == ["alpha", "beta", "gamma"])
        #expect(specs["beta"]?.title.sv == "own")
        #expect(specs["beta"]?.layer == .local)
        #expect(specs.diagnostics.map(\.code) == ["spec.replaced"])
    }

    @Test func `faulty and doubled specifications are reported and the others kept`() throws {
        let folder = try TemporaryFolder()
        try folder.write("etl/a.yml", Self.spec("alpha", title: "one"))
        try folder.write("etl/b.yml", Self.spec("alpha", title: "two"))
        try folder.write("etl/c.yml", "source: [")
        try folder.write("etl/d.yml", Data([0x61, 0xE5]))
        let specs = try SpecFolder(path: "\(folder.path)/etl", seeds: folder.path)
        #expect(specs.sources.map(\.title.sv) == ["one"])
        #expect(
            specs.diagnostics.map(\.code)
                == ["spec.duplicate-source", "spec.syntax", "spec.unreadable"])
    }

    @Test func `a missing folder is an error that says how to name it`() {
        #expect {
            try SpecFolder(path: "/nowhere/etl", seeds: ".")
        } throws: { error in
            (error as? SourceError)?.exitStatus == .noInput
        }
    }

    @Test func `sources are selected by name, and misspelt names are suggested`() throws {
        let folder = try TemporaryFolder()
        try folder.write("etl/a.yml", Self.spec("alpha", title: "a"))
        try folder.write("etl/b.yml", Self.spec("beta", title: "b") + "in_all: false\n")
        let specs = try SpecFolder(path: "\(folder.path)/etl", seeds: folder.path)
        #expect(try specs.select([]).map(\.name) == ["alpha"])
        #expect(try specs.select(["beta"]).map(\.name) == ["beta"])
        #expect {
            try specs.select(["bta"])
        } throws: { error in
            let diagnostic = (error as? SourceError)?.diagnostics.first
            return diagnostic?.code == "source.unknown"
                && diagnostic?.hint?.en.contains("beta") == true
        }
    }

    @Test func `file patterns are found in byte order, and missing files are errors`() throws {
        let folder = try TemporaryFolder()
        for name in ["seeds/o/b2.csv", "seeds/o/b10.csv", "seeds/o/.b3.csv", "seeds/o/c.csv"] {
            try folder.write(name, "x")
        }
        try folder.write("etl/local/own.csv", "x")
        let files = "files: [o/b*.csv, o/b2.csv, ./own.csv]"
        try folder.write("etl/local/a.yml", Self.spec("alpha", title: "a", files: files))
        try folder.write(
            "etl/b.yml", Self.spec("beta", title: "b", files: "files: [o/?.txt, x.csv]"))
        let seeds = "\(folder.path)/seeds"
        let specs = try SpecFolder(path: "\(folder.path)/etl", seeds: seeds)
        let alpha = try #require(specs["alpha"])
        let found = try specs.files(of: alpha)
        #expect(
            found == [
                "\(seeds)/o/b10.csv", "\(seeds)/o/b2.csv", "\(folder.path)/etl/local/own.csv",
            ])
        let beta = try #require(specs["beta"])
        #expect {
            try specs.files(of: beta)
        } throws: { error in
            (error as? SourceError)?.diagnostics.map(\.code) == [
                "source.no-file", "source.no-file",
            ]
        }
    }

    private static func spec(
        _ name: String, title: String, files: String = "files: a.csv"
    ) -> String {
        """
        source: \(name)
        kind: outcomes
        title: \(title)
        \(files)
        columns: {indicator: a, municipality: b, period: c, value: d}

        """
    }
}
