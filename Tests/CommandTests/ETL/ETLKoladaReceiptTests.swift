import Foundation
import SystemPackage
import TestSupport
import Testing

/// Where a figure, and a row that could not be used, came from.
@Suite struct ETLKoladaReceiptTests {
    @Test func `explain names the page and the snapshot that a figure came from`() async throws {
        try await KoladaNight.with { night in
            _ = try await night.run()
            var query = try CommandRunner("riktmarke")
            query.environment = night.bench.tool.environment
            let result = try await query.run([
                "explain", "N90001", "-k", "Nacka", "-p", "2022",
            ])
            #expect(result.status == 0, "\(result)")
            let url = "\(night.service.address)data/kpi/N90001,N90002"
            #expect(result.output.contains("Fetched from"), "\(result.output)")
            #expect(result.output.filter { !$0.isWhitespace }.contains(url), "\(result.output)")
            let json = try await query.run([
                "explain", "N90001", "-k", "Nacka", "-p", "2022",
                "--format", "json",
            ])
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
            let file = try #require(
                (object["shown"] as? [String: Any])?["file"] as? [String: Any])
            #expect((file["url"] as? String)?.hasPrefix(url) == true)
            #expect(file["line"] is NSNull)
            // The name of the file leads to the snapshot, the digest to the very bytes.
            let name = try #require(file["name"] as? String)
            let snapshot = try #require(name.split(separator: " ").first)
            let digest = try #require(file["sha256"] as? String)
            let kept = try await Shell.run(
                "grep -c -- \"$2\" \"$1\"/snapshots/\"$3\"*",
                night.bench.folder.appending("snapshots"), digest, String(snapshot))
            #expect(kept == "1")
        }
    }

    @Test func `rows that cannot be used are in the ledger with address, place and reason`()
        async throws
    {
        try await KoladaNight.with { night in
            night.service.add(
                #"{"kpi":"N90002","municipality":"0182","period":2021,"values":[{"gender":"X","count":1,"status":"","value":1.5,"isdeleted":false}]}"#,
                of: "N90002")
            night.service.add(
                #"{"kpi":"Q1","municipality":"0182","period":2021,"values":[{"gender":"T","count":1,"status":"","value":1.5,"isdeleted":false}]}"#,
                of: "N90003")
            _ = try await night.run(status: 65)
            let result = try await night.bench.run("rejects", "--format", "json")
            #expect(result.status == 1, "\(result)")
            let rows = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8))
                    as? [[String: Any]])
            #expect(rows.count == 2, "\(rows)")
            let gender = try #require(rows.first { $0["code"] as? String == "kolada.row.gender" })
            #expect(gender["column"] as? String == "N90002/2021")
            let place = try #require(gender["place"] as? String)
            #expect(place.hasPrefix("\(night.service.address)data/kpi/N90001,"), "\(place)")
            #expect(place.contains(" byte ") && place.contains("$.values["), "\(place)")
            let form = rows.first { $0["code"] as? String == "kolada.row.indicator-form" }
            #expect(form?["cell"] as? String == "Q1")
            // By the run's number too, and of a file with its line.
            #expect(try await night.bench.run("rejects", "--run", "2").status == 1)
            try night.bench.write(
                "kpi,municipality,period,gender,value\nN90001,0180,2022,T,1.5\nN90001,0182,2022,X,1.5\n",
                to: "bulk.csv")
            #expect(
                try await night.bench.run("run", "kolada", "--from-file", "bulk.csv").status == 65)
            let file = try await night.bench.run("rejects")
            #expect(file.output.contains("bulk.csv:3"), "\(file.output)")
        }
    }

    @Test func `a plan holds no transaction while the network is slow, and changes nothing`()
        async throws
    {
        try await KoladaNight.with { night in
            let before = try await night.bench.digest()
            var slow = SmallServer.Reply.answer(#"{"values":[],"count":0,"next_url":null}"#)
            slow.delay = 3_000
            night.service.fail("/data/", slow)
            let planned = try await night.bench.start(["plan", "kolada"]) { _ in
                for _ in 0..<600 where night.asked().isEmpty {
                    try await Task.sleep(for: .milliseconds(20))
                }
                let open = try await night.bench.database.psql(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
                        AND backend_type = 'client backend'
                    """)
                #expect(open == "0")
            }
            #expect(planned.status == 0, "\(planned.errors)")
            #expect(try await night.bench.digest() == before)
            #expect(try await night.bench.database.psql("SELECT count(*) FROM etl.sweep") == "0")
            // What was planned can be loaded from what was kept.
            let names = try await Shell.run(
                "ls \"$1\" | wc -l", night.bench.folder.appending("snapshots/snapshots"))
            #expect(names == "1")
        }
    }
}
