import TestSupport
import Testing

/// What the reader adds to a comparison: numbers of cases, a least response rate, an earlier period.
@Suite struct `A comparison takes` {
    @Test(arguments: [
        ("0182=0", "base.not-positive"), ("0182=-3", "base.not-positive"),
        ("0182", "base.unreadable"), ("0182=1.5", "base.unreadable"), ("=5", "base.unreadable"),
        ("9999=4", "municipality.unknown"), ("Nakka=5", "municipality.unknown"),
        ("0180=5", "base.not-compared"), ("0182=5,Nacka=6", "base.repeated"),
    ])
    func `no number of cases that cannot be`(base: String, code: String) async throws {
        let result = try await QueryTool.runner().run(QueryTool.reference + ["--base", base])
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("--base: "), "\(result)")
        #expect(result.errors.contains("[\(code)]"), "\(result)")
    }

    @Test(arguments: [("L0182-001", "base.stated"), ("N00090", "base.no-interval")])
    func `no number of cases where it has no place`(
        indicator: String, code: String
    ) async throws {
        let result = try await QueryTool.run(
            "compare", indicator, "-k", "Nacka", "--with", "Solna", "-y", "2017", "--base",
            "0182=5")
        #expect(result.status == 64)
        #expect(result.errors.contains("[\(code)]"), "\(result)")
    }

    @Test func `the reader's numbers of cases for a verdict, and names them`() async throws {
        let output = try await QueryTool.output(
            QueryTool.reference + ["--base", "0182=240,Värmdö=95"])
        #expect(output.contains("Antal ärenden angivet av användaren: Nacka 240, Värmdö 95."))
        let varmdo = output.split(separator: "\n").first { $0.contains("5  Värmdö") }
        #expect(varmdo?.hasSuffix("sämre") == true)
        let danderyd = output.split(separator: "\n").first { $0.contains("1  Danderyd") }
        #expect(danderyd?.hasSuffix("osäkerhet okänd") == true)
    }

    @Test(arguments: ["101", "-1", "mycket", ""])
    func `no response rate that is none`(rate: String) async throws {
        let result = try await QueryTool.runner().run(
            QueryTool.reference + ["--least-response-rate", rate])
        #expect(result.status == 64, "\(result)")
    }

    @Test func `the same period of the year before`() async throws {
        let output = try await QueryTool.output(
            QueryTool.reference + ["--against", "same-period-last-year"])
        #expect(output.contains("2016 (procent)"))
        #expect(output.contains("Sedan 2016 har Nacka ändrats"))
    }
}

@Suite struct `The most similar kommuner` {
    @Test func `are printed with the columns that group save reads`() async throws {
        let output = try await QueryTool.output([
            "similar", "--all", "--by", "U33461", "--year", "2017", "--top", "1", "--format", "csv",
        ])
        // 66, 85, 86, 88, 89: the standard deviation is 9.5236547606473 by Python's statistics.stdev.
        #expect(
            output.replacing("\r\n", with: "\n") == """
                municipality_code,position,neighbour_code,neighbour,distance
                0120,1,0184,Solna,1.99503241954
                0160,1,0162,Danderyd,0.105001706292
                0162,1,0160,Täby,0.105001706292
                0182,1,0184,Solna,0.105001706292
                0184,1,0182,Nacka,0.105001706292

                """)
    }

    @Test(arguments: [
        (["-k", "Nacka", "--by", "U33461:0", "-y", "2017"], 64, "similar.weight"),
        (["-k", "Nacka", "--by", "U33461,U33461", "-y", "2017"], 64, "similar.repeated"),
        (["-k", "Nacka", "--by", "U33461"], 64, "similar.no-period"),
        (["-k", "Riket", "--by", "U33461", "-y", "2017"], 64, "similar.no-kommun"),
        (["-k", "Tyresö", "--by", "U33461", "-y", "2017"], 1, "similar.no-values"),
        (["-k", "Nacka", "--all", "--by", "U33461", "-y", "2017"], 64, "usage.conflict"),
    ])
    func `need words that mean something`(
        arguments: [String], status: Int32, code: String
    ) async throws {
        let result = try await QueryTool.runner().run(["similar"] + arguments)
        #expect(result.status == status)
        #expect(result.errors.contains("[\(code)]"), "\(result)")
    }
}
