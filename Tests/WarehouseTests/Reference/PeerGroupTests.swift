import Postgres
import TestSupport
import Testing
import Warehouse

/// Membership of peer groups: versioned, never overwritten.
@Suite struct PeerGroupTests {
    private static let group = GroupRow(code: "near", name: "Nära", kind: .named)

    @Test func `a member that is removed is closed, not deleted, and was a member before`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            let both = [
                ReferenceFixture.membership("near", "0182"),
                ReferenceFixture.membership("near", "0160"),
            ]
            let added = try ReferenceStore.record(
                &connection, groups: [Self.group], members: both, covering: [.named])
            #expect(added == 2)
            let same = try ReferenceStore.record(
                &connection, groups: [Self.group], members: both, covering: [.named])
            #expect(same == 0)
            let between = try #require(
                try connection.query("SELECT clock_timestamp()", as: PostgresTimestamp.self).first)
            let closed = try ReferenceStore.record(
                &connection, groups: [Self.group], members: [both[0]], covering: [.named])
            #expect(closed == 1)

            let day = try #require(PostgresDate(year: 2018, month: 1, day: 1))
            let now = try PeerGroup.find(&connection, code: "near", day: day, asOf: nil)
            let then = try PeerGroup.find(&connection, code: "near", day: day, asOf: between)
            #expect(now?.members == [2])
            #expect(then?.members == [2, 4])
            let rows = try connection.texts(
                """
                SELECT municipality_key || ' ' || upper_inf(recorded) FROM dw.bridge_peer_group
                ORDER BY municipality_key
                """)
            #expect(rows == ["2 true", "4 false"])
        }
    }

    @Test func `lists of other kinds, and the user's own groups, are not touched`() async throws {
        try await WarehouseFixture.withConnection { connection in
            _ = try ReferenceStore.record(
                &connection, groups: [GroupRow(code: "mine", name: "Mina", kind: .own)],
                members: [ReferenceFixture.membership("mine", "0182")], covering: [])
            _ = try ReferenceStore.record(
                &connection, groups: [Self.group],
                members: [ReferenceFixture.membership("near", "0160")],
                covering: [.named, .skr, .county])
            _ = try ReferenceStore.record(
                &connection, groups: [], members: [], covering: [.named, .skr, .county])
            let open = try connection.texts(
                """
                SELECT group_code FROM dw.bridge_peer_group JOIN dw.dim_peer_group USING (group_key)
                WHERE upper_inf(recorded)
                """)
            #expect(open == ["mine"])
        }
    }

    @Test func `a code that belongs to one kind of group is not taken over by another`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            _ = try ReferenceStore.record(
                &connection, groups: [GroupRow(code: "near", name: "Mina", kind: .own)],
                members: [], covering: [])
            _ = try ReferenceStore.record(
                &connection, groups: [Self.group], members: [], covering: [.named])
            let kept = try connection.texts("SELECT kind || ' ' || name FROM dw.dim_peer_group")
            #expect(kept == ["own Mina"])
        }
    }

    @Test func `a member that leaves an own group and comes back has two memberships`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            let own = GroupRow(code: "mine", name: "Mina", kind: .own)
            let member = ReferenceFixture.membership("mine", "0182")
            for _ in 1...2 {
                _ = try ReferenceStore.record(
                    &connection, groups: [own], members: [member], covering: [])
                let closed = try ReferenceStore.closeOwnGroup(
                    &connection, code: "mine", members: nil)
                #expect(closed == 1)
            }
            let rows = try connection.texts(
                "SELECT upper_inf(recorded)::text FROM dw.bridge_peer_group")
            #expect(rows == ["false", "false"])
        }
    }

    @Test func `members leave and come back even when the clock was set back`() async throws {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            let own = GroupRow(code: "mine", name: "Mina", kind: .own)
            let member = ReferenceFixture.membership("mine", "0182")
            _ = try ReferenceStore.record(
                &connection, groups: [own], members: [member], covering: [])
            try connection.execute(
                "UPDATE dw.bridge_peer_group SET recorded = tstzrange(now() + interval '1 day', NULL)"
            )
            let closed = try ReferenceStore.closeOwnGroup(
                &connection, code: "mine", members: ["0182"])
            #expect(closed == 1)
            let back = try ReferenceStore.record(
                &connection, groups: [own], members: [member], covering: [])
            #expect(back == 1)
            let gone = try ReferenceStore.record(
                &connection, groups: [own], members: [], covering: [.own])
            #expect(gone == 1)
        }
    }

    @Test func `groups follow from the municipalities: SKR's lists with their years, and län`()
        throws
    {
        let (groups, members) = ReferenceStore.derivedGroups(
            of: [
                try ReferenceFixture.municipality(
                    "0138", "Tyresö", skr2017: "A2", skr2023: "B3", county: "01")
            ], skrNames: ["A2": "Pendlingskommun nära storstad"])
        #expect(groups.map(\.code) == ["county-01", "skr-a2", "skr-b3"])
        #expect(groups[1].name == "SKR A2 Pendlingskommun nära storstad")
        let lists = members.map {
            "\($0.groupCode) \($0.listVersion) \($0.validFrom) \($0.validTo)"
        }
        #expect(
            lists.sorted() == [
                "county-01 län  ", "skr-a2 2017 2017-01-01 2023-01-01", "skr-b3 2023 2023-01-01 ",
            ])
    }
}
