internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// One of the user's own groups, in the database.
struct OwnGroup {
    let code: String
    let context: CommandContext

    /// Adds members, or replaces them.
    func change(
        name: String?, to words: [String], replacing: Bool
    ) async throws -> ExitStatus {
        try check()
        guard !words.isEmpty else {
            throw Failure(
                .usage, code: "group.no-members",
                Text(sv: "inga kommuner angavs", en: "no municipalities were given"),
                hint: Text(
                    sv: "skriv dem efter gruppens kod, eller en per rad på standard in",
                    en: "write them after the group's code, or one a line on standard input"))
        }
        let code = code
        let session = try await Session(context.connectionOptions(for: .load))
        let count = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try connection.transaction(.readWrite) { connection in
                let members = try Self.resolve(words, &connection)
                let before = try Self.own(code, &connection)
                if replacing {
                    let gone = Set(before?.members ?? []).subtracting(members)
                    if !gone.isEmpty {
                        _ = try ReferenceStore.closeOwnGroup(
                            &connection, code: code, members: gone.sorted())
                    }
                }
                let new = members.filter { before?.members.contains($0) != true }
                _ = try ReferenceStore.record(
                    &connection,
                    groups: [
                        GroupRow(
                            code: code, name: name ?? before?.group.name ?? code, kind: .own)
                    ],
                    members: new.map {
                        MembershipRow(
                            groupCode: code, municipalityCode: $0, listVersion: "egen",
                            validFrom: "", validTo: "", origin: "riktmarke-etl group")
                    }, covering: [])
                return try Self.own(code, &connection)?.members.count ?? 0
            }
        }
        await session.close()
        context.remark(
            Text(
                sv: "gruppen \(code) har nu \(count) kommuner",
                en: "the group \(code) now has \(count) municipalities"))
        return .ok
    }

    /// Removes members; all of them when none are named.
    func remove(_ words: [String]) async throws -> ExitStatus {
        try check()
        let code = code
        let session = try await Session(context.connectionOptions(for: .load))
        let closed = try await session.withConnection { connection in
            try SchemaCheck.run(&connection)
            return try connection.transaction(.readWrite) { connection in
                guard try Self.own(code, &connection) != nil else {
                    throw Failure(
                        .usage, code: "group.unknown",
                        Text(
                            sv: "ingen egen grupp heter \"\(code)\"",
                            en: "no own group is called \"\(code)\""),
                        hint: Text(
                            sv: "\"riktmarke groups\" visar dem som finns",
                            en: "\"riktmarke groups\" shows those there are"))
                }
                let members = words.isEmpty ? nil : try Self.resolve(words, &connection)
                return try ReferenceStore.closeOwnGroup(
                    &connection, code: code, members: members)
            }
        }
        await session.close()
        context.remark(
            Text(
                sv: "\(closed) kommuner togs bort ur gruppen \(code)",
                en: "\(closed) municipalities were removed from the group \(code)"))
        return closed > 0 ? .ok : .negative
    }

    private func check() throws(Failure) {
        guard PeerGroup.isCode(code) else {
            throw Failure(
                .usage, code: "group.invalid-code",
                Text(
                    sv: "\"\(code)\" kan inte vara en gruppkod",
                    en: "\"\(code)\" cannot be the code of a group"),
                hint: Text(
                    sv: "små bokstäver a–z, siffror och bindestreck",
                    en: "small letters a to z, digits and hyphens"))
        }
    }

    /// The group, when it is the user's own; a group of another kind is refused.
    private static func own(
        _ code: String, _ connection: inout Connection
    ) throws -> (group: GroupRow, members: [String])? {
        guard let found = try ReferenceStore.findGroup(&connection, code: code) else { return nil }
        guard found.group.kind == .own else {
            throw Failure(
                .usage, code: "group.not-own",
                Text(
                    sv: "gruppen \"\(code)\" är inte din egen",
                    en: "the group \"\(code)\" is not your own"
                ),
                hint: Text(sv: "välj en annan kod", en: "choose another code"))
        }
        return found
    }

    private static func resolve(
        _ words: [String], _ connection: inout Connection
    ) throws -> [String] {
        let directory = MunicipalityDirectory(
            municipalities: try MunicipalityDimension.all(&connection),
            aliases: try MunicipalityDimension.aliases(&connection))
        var problems: [Diagnostic] = []
        var codes: [String] = []
        for word in words {
            do throws(Failure) {
                let code = try directory.find(word, argument: "MUNICIPALITY").code.description
                if !codes.contains(code) { codes.append(code) }
            } catch {
                problems += error.diagnostics
            }
        }
        guard problems.isEmpty else { throw Failure(.usage, problems) }
        return codes
    }
}
