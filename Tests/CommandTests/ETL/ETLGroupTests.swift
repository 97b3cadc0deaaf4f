import TestSupport
import Testing

/// The user's own peer groups.
@Suite struct ETLGroupTests {
    @Test func `members are added by name and code, once each`() async throws {
        try await ETLBench.with { bench in
            let added = try await bench.run(
                "group", "add", "near", "Danderyd", "0184", "Täby kommun", "danderyd", "--name",
                "Nära oss")
            #expect(added.status == 0, "\(added)")
            #expect(added.errors == "the group near now has 3 municipalities\n")
            #expect(try await bench.members(of: "near") == "Nära oss: Danderyd, Solna, Täby")
            let more = try await bench.run("group", "add", "near", "Lund")
            #expect(more.errors == "the group near now has 4 municipalities\n")
            #expect(try await bench.members(of: "near") == "Nära oss: Danderyd, Lund, Solna, Täby")
        }
    }

    @Test(arguments: [
        "Lund\nUmeå\n", "1281\r\n2480\r\n", "\u{FEFF}Lund\n\n  \nUmeå",
        "municipality_code,municipality\n1281,Lund\n2480,Umeå\n",
        "rank,neighbour_code,distance\n1,1281,0.1\n2,2480,0.2\n",
    ])
    func `saving replaces the members by those on standard input`(input: String) async throws {
        try await ETLBench.with { bench in
            _ = try await bench.run("group", "add", "alike", "Nacka", "Lund")
            let saved = try await bench.run("group", "save", "alike", input: input)
            #expect(saved.status == 0, "\(saved)")
            #expect(try await bench.members(of: "alike") == "alike: Lund, Umeå")
            // Who left was a member until now.
            let closed = try await bench.database.psql(
                """
                SELECT municipality, upper_inf(recorded) FROM mart.peer_group_member
                WHERE group_code = 'alike' ORDER BY municipality
                """)
            #expect(closed == "Lund|t\nNacka|f\nUmeå|t")
        }
    }

    @Test func `the neighbours of several municipalities are no group`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run(
                "group", "save", "alike",
                input: """
                    municipality_code,position,neighbour_code,neighbour,distance
                    0182,1,0184,Solna,0.1
                    0184,1,0182,Nacka,0.1

                    """)
            #expect(result.status == 64)
            #expect(result.errors.contains("group.several"), "\(result)")
            #expect(try await bench.members(of: "alike") == "")
        }
    }

    @Test func `a name that nobody has leaves the group as it was`() async throws {
        try await ETLBench.with { bench in
            _ = try await bench.run("group", "add", "near", "Nacka")
            let result = try await bench.run("group", "save", "near", "Lund", "Umeo", "Nakca")
            #expect(result.status == 64)
            #expect(result.errors.contains("Umeå") && result.errors.contains("Nacka"), "\(result)")
            #expect(try await bench.members(of: "near") == "near: Nacka")
        }
    }

    @Test func `members and whole groups are removed; a second time there is nothing to remove`()
        async throws
    {
        try await ETLBench.with { bench in
            _ = try await bench.run("group", "add", "near", "Nacka", "Solna", "Lund")
            let one = try await bench.run("group", "remove", "near", "Solna")
            #expect(one.status == 0, "\(one)")
            #expect(try await bench.members(of: "near") == "near: Lund, Nacka")
            let same = try await bench.run("group", "remove", "near", "Solna")
            #expect(same.status == 1, "\(same)")
            let all = try await bench.run("group", "remove", "near")
            #expect(all.status == 0)
            #expect(try await bench.members(of: "near") == "")
            // A run of the reference data does not bring them back, nor takes others away.
            _ = try await bench.run("group", "add", "near", "Umeå")
            _ = try await bench.run("run", "--all")
            #expect(try await bench.members(of: "near") == "near: Umeå")
        }
    }
}

extension ETLBench {
    /// The current members of a group, after its name.
    fileprivate func members(of group: String) async throws -> String {
        try await database.psql(
            """
            SELECT group_name || ': ' || string_agg(municipality, ', ' ORDER BY sort_order)
            FROM mart.peer_group_member WHERE group_code = '\(group)' AND upper_inf(recorded)
            GROUP BY group_name
            """)
    }
}
