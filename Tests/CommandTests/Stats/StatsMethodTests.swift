import TestSupport
import Testing

/// Expected values computed with scipy and numpy, or by hand, as in StatisticsTests.
@Suite struct `The methods of stats` {
    @Test func `proportion adds Wilson's interval and keeps what was there`() async throws {
        let table = "area,x,n\n\"A, b\",1,100\n-0.50,0,20\nC,20,20\nD,,40\nE,3,\n"
        let result = try await StatsTool.run(["proportion", "--multiplier", "100"], table)
        let lines = result.output.split(separator: "\r\n")
        #expect(lines[0] == "area,x,n,value,lower,upper")
        #expect(lines[1].hasPrefix("\"A, b\",1,100,1,0.17674320641406"))
        #expect(lines[2].hasPrefix("-0.50,0,20,0,0,16.11251580528"))
        #expect(lines[3].hasSuffix(",100"))
        #expect(lines[4] == "D,,40,,,")
        #expect(lines[5] == "E,3,,,,")
        #expect(result.status == 0)
    }

    @Test func `rate is exact below ten events and Byar's from there on`() async throws {
        let rows = try await StatsTool.rows(["rate"], "x,n\n0,50\n5,100\n65,100000\n3,\n")
        #expect(rows.map { $0["method"] } == ["Exact", "Exact", "Byars", "Exact"])
        #expect(rows[0]["lower"] == "0")
        #expect(holds(rows[0]["upper"], 3.6888794541139363 * 2000))
        #expect(holds(rows[1]["lower"], 1623.4863901184207))
        #expect(holds(rows[2]["lower"], 50.163187710459454))
        #expect(holds(rows[2]["upper"], 82.84913854593984))
        #expect(rows[3]["value"] == "")
    }

    @Test func `mean gives a row a group in order of appearance`() async throws {
        let table = "group,value\nb,33.09375\na,7\nb,48.38596\nb,64.83495\nc,\nb,12.5\n"
        let rows = try await StatsTool.rows(["mean"], table)
        #expect(rows.map { $0["group"] } == ["b", "a", "c"])
        #expect(rows.map { $0["n"] } == ["4", "1", "0"])
        #expect(holds(rows[0]["mean"], 39.703665))
        #expect(holds(rows[0]["sd"], 22.291209761979424))
        #expect(holds(rows[0]["lower"], 4.2333759263422195))
        #expect(holds(rows[0]["upper"], 75.17395407365778))
        #expect(rows[1]["mean"] == "7")
        #expect(rows[1]["sd"] == "")
        #expect(rows[2]["mean"] == "")
    }

    @Test func `difference is Newcombe's`() async throws {
        let rows = try await StatsTool.rows(["difference"], "x1,n1,x2,n2\n56,70,48,80\n1,2,,4\n")
        #expect(holds(rows[0]["lower"], 0.0524314724023649))
        #expect(holds(rows[0]["upper"], 0.333872654036906))
        #expect(rows[1]["difference"] == "")
    }

    @Test func `funnel of ratios has the benchmark 1 and words as upstream`() async throws {
        let table = "x,n\n8,6.239860227\n151,106.4429719\n159,232.9329036\n0,5\n,15\n"
        let rows = try await StatsTool.rows(["funnel", "--kind", "ratio"], table)
        #expect(
            rows.map { $0["significance"] } == [
                "Not significant", "High (0.001)", "Low (0.001)", "Low (0.025)", "",
            ])
        #expect(rows.allSatisfy { $0["benchmark"] == "1" })
        #expect(holds(rows[4]["lower95"], 0.4952524031092583))
        #expect(holds(rows[4]["upper998"], 1.9190963787569744))
    }

    @Test func `funnel allows for overdispersion where there is any`() async throws {
        let units = [
            (31, 40), (50, 55), (80, 120), (20, 33), (70, 80), (140, 210), (60, 64), (66, 95),
            (131, 150), (40, 71), (28, 28), (250, 310),
        ]
        let table = "x,n\n" + units.map { "\($0.0),\($0.1)\n" }.joined()
        let rows = try await StatsTool.rows(["funnel", "--overdispersion"], table)
        #expect(holds(rows[0]["benchmark"], 0.7691082802547771))
        #expect(holds(rows[0]["phi"], 7.76484391302967))
        #expect(holds(rows[0]["tau2"], 0.01884356952677409))
        #expect(holds(rows[0]["lower95"], 0.47369503785497813))
        #expect(holds(rows[0]["upper998"], 0.9998627367399198))
        #expect(rows[10]["upper998"] == "1")
        let plain = try await StatsTool.rows(["funnel"], table)
        #expect(plain[0]["phi"] == nil)
        #expect(rows.filter { $0["significance"] != "Not significant" }.map { $0["x"] } == ["28"])
        #expect(plain.count { $0["significance"] != "Not significant" } == 9)
        let few = try await StatsTool.rows(["funnel", "--overdispersion"], "x,n\n1,40\n39,40\n")
        #expect(few[0]["phi"] == "")
        #expect(few[0]["significance"] == "Low (0.001)")
    }

    @Test func `verdict turns with the polarity`() async throws {
        let table =
            "value,lower,upper,benchmark\n4,2.9,5.1,1\n3,1.9,4.1,1.9\n1,0,2,4\n4,,,1\n,1,2,3\n"
        func words(_ polarity: String...) async throws -> [String?] {
            try await StatsTool.rows(["verdict"] + polarity, table).map { $0["verdict"] }
        }
        #expect(
            try await words("--polarity", "high") == ["better", "similar", "worse", "none", "none"])
        #expect(
            try await words("--polarity", "low") == ["worse", "similar", "better", "none", "none"])
        #expect(try await words() == ["higher", "similar", "lower", "none", "none"])
    }

    @Test func `rank and quantile leave out what is missing`() async throws {
        let table = "value\n10\n\n20\n20\n5\n\n"
        let ranks = try await StatsTool.rows(["rank", "--polarity", "low"], table)
        #expect(ranks.map { $0["rank"] } == ["2", "", "3", "3", "1"])
        #expect(ranks.map { $0["of"] } == ["4", "4", "4", "4", "4"])
        let groups = try await StatsTool.rows(["quantile", "--groups", "2"], table)
        #expect(groups.map { $0["group"] } == ["2", "", "1", "1", "2"])
    }

    @Test func `trend gives one row, and a reason where it refuses`() async throws {
        let years = "year,x,n\n2023,52,99\n2019,30,100\n2020,34,98\n2021,41,105\n2022,44,101\n"
        let rise = try await StatsTool.rows(["trend", "--polarity", "low"], years)
        #expect(rise.count == 1)
        #expect(holds(rise[0]["chi_squared"], 12.035018977877314))
        #expect(rise[0]["direction"] == "increasing")
        #expect(rise[0]["verdict"] == "worse")
        #expect(rise[0]["reason"] == "")
        let broken = try await StatsTool.rows(["trend", "--break", "2017,2021"], years)
        #expect(broken[0]["direction"] == "not_calculable")
        #expect(broken[0]["verdict"] == "none")
        #expect(broken[0]["reason"] == "series_break")
        #expect(holds(broken[0]["chi_squared"], 12.035018977877314))
        let above = try await StatsTool.rows(["trend"], years + "2024,9,8\n")
        #expect(above[0]["reason"] == "x_above_n")
    }

    @Test func `distance names neighbours, ties by id, and says who is left out`() async throws {
        let table = "id,v1,v2\n0115,2,14\n0114,1,10\n0138,4,9\n0182,8,30\n"
        let rows = try await StatsTool.rows(
            ["distance", "--weights", "42.5,57.5", "--top", "2"], table)
        #expect(rows.map { $0["id"] }.prefix(3) == ["0115", "0115", "0114"])
        #expect(rows.map { $0["position"] }.prefix(4) == ["1", "2", "1", "2"])
        #expect(holds(rows[0]["distance"], 0.3733659719611175))
        #expect(rows[0]["neighbour"] == "0114")
        let ties = try await StatsTool.rows(["distance"], "id,v\nb,1\nc,1\na,1\n")
        #expect(ties.map { $0["neighbour"] } == ["a", "c", "a", "b", "b", "c"])
        #expect(ties.allSatisfy { $0["distance"] == "0" })
        let incomplete = try await StatsTool.run(["distance"], "id,v\nb,1\nc,\na,3\n")
        #expect(incomplete.errors.contains("[stats.incomplete]"))
        #expect(incomplete.output.split(separator: "\r\n").count == 3)
    }
}
