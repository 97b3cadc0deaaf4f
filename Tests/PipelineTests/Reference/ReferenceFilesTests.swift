import Pipeline
import TestSupport
import Testing

/// Faulty reference files: everything that is wrong is told with its place, and nothing is written.
@Suite struct ReferenceFilesTests {
    /// What is wrong, the file, the text that is replaced and its replacement, the place that must be
    /// named as `file:line`, and the code.
    static let faults:
        [(what: String, file: String, old: String, new: String, place: String, code: String)] = [
            (
                "an alias of an unknown indicator", "indicator_aliases.csv",
                "sjukfrånvaro,N00090,", "sjukfrånvaro,Z00091,", "indicator_aliases.csv:2",
                "reference.unknown-code"
            ),
            (
                "an alias of an unknown municipality", "municipality_aliases.csv", ",0114,",
                ",0113,",
                "municipality_aliases.csv", "reference.unknown-code"
            ),
            (
                "a break in an unknown series", "series_breaks.csv", "\nN", "\nX",
                "series_breaks.csv:2", "reference.unknown-code"
            ),
            (
                "a group member that is no municipality", "peer_group_members.csv", ",0162",
                ",0199",
                "peer_group_members.csv", "reference.unknown-code"
            ),
            (
                "an indicator described twice", "indicators.csv", "\nN00053,", "\nN00003,",
                "indicators.csv:3", "reference.declared-twice"
            ),
            (
                "a municipality described twice", "municipalities.csv", "\n0001,", "\n0000,",
                "municipalities.csv:3", "reference.declared-twice"
            ),
            (
                "a document described twice", "documents.csv",
                "\nnacka-socialnamnden-tertialbokslut-1-2018,",
                "\nnacka-socialnamnden-arsredovisning-2017,", "documents.csv:3",
                "reference.declared-twice"
            ),
            (
                "a row of a nämnd that is two verksamheter", "committee_activities.csv",
                ",Vuxna 21-64 år,", ",Barn och unga,", "committee_activities.csv:3",
                "reference.declared-twice"
            ),
            (
                "a task of an unknown municipality", "committee_activities.csv", "\n0120,",
                "\n0129,", "committee_activities.csv:8", "reference.unknown-code"
            ),
            (
                "a verksamhet with a code of capitals", "committee_activities.csv", ",vuxna,",
                ",VUXNA,", "committee_activities.csv:3:3", "reference.invalid-cell"
            ),
            (
                "a torn row", "indicators.csv", "\nN00003,", "\nN00003,,", "indicators.csv:2",
                "reference.torn-row"
            ),
            (
                "a missing column", "municipalities.csv", "municipality_code,name,",
                "municipality_code,namn,", "municipalities.csv:1", "reference.missing-column"
            ),
            (
                "a code of three digits", "municipalities.csv", "\n0001,", "\n001,",
                "municipalities.csv:3:1", "reference.invalid-cell"
            ),
            (
                "an unknown word", "municipalities.csv", "\n0000,Riket,nation,",
                "\n0000,Riket,land,",
                "municipalities.csv:2:3", "reference.invalid-cell"
            ),
            (
                "a municipality without a name", "municipalities.csv", "\n0000,Riket,", "\n0000,,",
                "municipalities.csv:2:2", "reference.invalid-cell"
            ),
            (
                "an indicator without a title", "indicators.csv",
                "\nN00003,\"Personalkostnader, kr/inv\",", "\nN00003,,", "indicators.csv:2:2",
                "reference.invalid-cell"
            ),
            (
                "too many decimals", "indicators.csv",
                ",kr/inv,0,amount,none,RKA (Kolada),\"Kommunen, övergripande\",,yearly,Avser kalenderåret enligt bokslutet",
                ",kr/inv,11,amount,none,RKA (Kolada),\"Kommunen, övergripande\",,yearly,Avser kalenderåret enligt bokslutet",
                "indicators.csv:2", "reference.invalid-cell"
            ),
            (
                "a county that is no code", "municipalities.csv",
                "\n0001,Region Stockholm,region,01,",
                "\n0001,Region Stockholm,region,1,", "municipalities.csv:3:4",
                "reference.invalid-cell"
            ),
            (
                "a day that does not exist", "documents.csv", "annual_report,2017-12-31,",
                "annual_report,2017-13-31,", "documents.csv:2", "reference.invalid-cell"
            ),
            (
                "a hash that is none", "documents.csv",
                "9f428f07d8749fc1e022b315e6c3d1756a439576d1de463060a5614d16aab471", "9f42",
                "documents.csv:2", "reference.invalid-cell"
            ),
        ]

    @Test(arguments: faults)
    func `what is wrong is told with its place, and nothing is written`(
        what: String, file: String, old: String, new: String, place: String, code: String
    ) async throws {
        try await Workbench.withShipped { bench in
            try bench.replaceFirst(old, by: new, in: "seeds/" + file)
            // Something else changes as well; it must not be written either.
            try bench.replaceFirst(
                "Riket totalt", by: "Hela Sverige", in: "seeds/municipality_aliases.csv")
            let before = try await bench.everyRow()
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains(code), "\(what): \(failure)")
            #expect(failure.contains("ExitStatus.data"), "\(what): \(failure)")
            #expect(failure.contains("/\(place)"), "\(what): \(failure)")
            #expect(try await bench.everyRow() == before)
        }
    }

    @Test(arguments: [
        ("tertial,L0182-001,,,accumulates,", "tertial,L0182-001,,,adds,", "reference.invalid-cell"),
        (",complement,", ",counterpart,", "reference.invalid-cell"),
        ("tertial,L0182-001,", "tertiary,L0182-001,", "reference.invalid-cell"),
        ("tertial,L0182-001,", "tertial,L9999-001,", "reference.unknown-code"),
        (",,unstated,", ",,2018-T9,", "reference.invalid-cell"),
        ("tertial,L0182-002,,,", "tertial,L0182-001,,,", "reference.declared-twice"),
        ("tertialbokslut-1-2018,,unstated", "okand,,unstated", "reference.unknown-code"),
    ])
    func `what is wrong with harmonisation is told with its place`(
        old: String, new: String, code: String
    ) async throws {
        try await Workbench.withShipped { bench in
            try bench.replaceFirst(old, by: new, in: "etl/harmonisation/nacka.csv")
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains(code), "\(failure)")
            #expect(failure.contains("/harmonisation/nacka.csv:"), "\(failure)")
        }
    }

    @Test func `what is declared reaches the readers, and a reason that changes is one change`()
        async throws
    {
        try await Workbench.withShipped { bench in
            _ = try await bench.run()
            let count =
                "SELECT count(*), count(*) FILTER (WHERE reason = 'rad 9') FROM mart.harmonisation"
            let before = try await bench.database.psql(count)
            #expect(before == "18|0")
            try bench.replaceFirst(
                "accumulates,Nya lösningar från årets början. Fyra månader är inget utfall för året",
                by: "accumulates,rad 9", in: "etl/harmonisation/nacka.csv")
            _ = try await bench.run()
            #expect(try await bench.database.psql(count) == "18|1")
        }
    }

    @Test func `a membership declared twice, and lists that overlap in time, are told`()
        async throws
    {
        try await Workbench.withShipped { bench in
            let members = try bench.read("seeds/peer_group_members.csv").split(separator: "\n")
            let last = try #require(members.last)
            try bench.write(
                (members + [last]).joined(separator: "\n") + "\n",
                to: "seeds/peer_group_members.csv")
            let before = try await bench.everyRow()
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains("reference.declared-twice"), "\(failure)")
            #expect(failure.contains("peer_group_members.csv:\(members.count + 1):3"), "\(failure)")
            #expect(try await bench.everyRow() == before)
        }
    }

    @Test func `a group may have one list after another, but not two on the same days`()
        async throws
    {
        try await Workbench.withShipped { bench in
            let groups = try bench.read("seeds/peer_groups.csv")
            let members = try bench.read("seeds/peer_group_members.csv")
            try bench.write(
                members + "nacka-lss-survey,2020,0162\n", to: "seeds/peer_group_members.csv")
            let name = "Nackas jämförelsekommuner i brukarundersökningen LSS"
            try bench.write(
                groups + "nacka-lss-survey,\(name),named,2020,2020-01-01,,test\n",
                to: "seeds/peer_groups.csv")
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains("reference.overlapping-lists"), "\(failure)")
            // With an end the older list makes room.
            try bench.replaceFirst(
                "\(name),named,2017,2017-01-01,,", by: "\(name),named,2017,2017-01-01,2020-01-01,",
                in: "seeds/peer_groups.csv")
            _ = try await bench.run()
            let lists = try await bench.database.psql(
                """
                SELECT list_version, count(*) FROM mart.peer_group_member
                WHERE group_code = 'nacka-lss-survey' AND upper_inf(recorded) GROUP BY 1 ORDER BY 1
                """)
            #expect(lists == "2017|4\n2020|1")
        }
    }

    @Test func `a shipped group whose code the user has taken is refused, not mixed with it`()
        async throws
    {
        try await Workbench.withShipped { bench in
            try await bench.database.psql(
                "INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES ('near', 'Mina', 'own')"
            )
            let groups = try bench.read("seeds/peer_groups.csv")
            let members = try bench.read("seeds/peer_group_members.csv")
            try bench.write(groups + "near,Nära,named,1,,,test\n", to: "seeds/peer_groups.csv")
            try bench.write(members + "near,1,0162\n", to: "seeds/peer_group_members.csv")
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains("reference.group-taken"), "\(failure)")
            let mine = try await bench.database.psql(
                """
                SELECT count(*) FROM dw.bridge_peer_group JOIN dw.dim_peer_group USING (group_key)
                WHERE group_code = 'near'
                """)
            #expect(mine == "0")
        }
    }

    @Test func `a break in a series declared twice with different reasons is told`() async throws {
        try await Workbench.withShipped { bench in
            let rows = try bench.read("seeds/series_breaks.csv").split(separator: "\n")
            let cells = rows[1].split(separator: ",", maxSplits: 2)
            try bench.write(
                (rows + ["\(cells[0]),\(cells[1]),ett annat skäl"]).joined(separator: "\n") + "\n",
                to: "seeds/series_breaks.csv")
            let failure = await failureText { try await bench.run() }
            #expect(failure.contains("reference.declared-twice"), "\(failure)")
        }
    }

    @Test func `all faults of all files are told at once`() async throws {
        try await Workbench.withShipped { bench in
            try bench.replaceFirst("\n0001,", by: "\n001,", in: "seeds/municipalities.csv")
            try bench.replaceFirst("\nN00003,", by: "\nN00003,,", in: "seeds/indicators.csv")
            try bench.replaceFirst("title", by: "titel", in: "seeds/documents.csv")
            let failure = await failureText { try await bench.run() }
            for file in ["municipalities.csv", "indicators.csv", "documents.csv"] {
                #expect(failure.contains("/" + file))
            }
        }
    }

    @Test func `a changed title is one change, and its figures keep their indicator`() async throws
    {
        try await Workbench.withShipped { bench in
            _ = try await bench.run()
            let before = try await bench.facts()
            try bench.replaceFirst(
                "\"Personalkostnader, kr/inv\"", by: "Personalkostnader", in: "seeds/indicators.csv"
            )
            let report = try await bench.run()
            let changed = report.referenceChanges.filter { $0.changed > 0 }
            #expect(changed.map(\.table) == ["indicators"])
            #expect(changed.map(\.changed) == [1])
            #expect(try await bench.facts() == before)
            let versions = try await bench.database.psql(
                """
                SELECT version_no, title, upper_inf(recorded) FROM dw.dim_indicator_version
                JOIN dw.dim_indicator USING (indicator_key)
                WHERE indicator_code = 'N00003' ORDER BY 1
                """)
            #expect(versions == "1|Personalkostnader, kr/inv|f\n2|Personalkostnader|t")
        }
    }
}

extension Workbench {
    /// Replaces the first occurrence of a text, which must be there.
    func replaceFirst(_ old: String, by new: String, in path: String) throws {
        let text = try read(path)
        guard let range = text.firstRange(of: old) else {
            throw TestFailure("\"\(old)\" is not in \(path)")
        }
        try write(text.replacingCharacters(range, by: new), to: path)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, by new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }
}
