internal import Diagnostics
internal import Postgres

extension Migrator {
    /// Whether the three roles exist and the login may take them.
    func canTakeRoles(_ connection: inout Connection) throws -> Bool {
        try connection.query(
            """
            SELECT count(*) = 3 AND coalesce(bool_and(pg_has_role(session_user, oid, 'MEMBER')), false)
            FROM pg_catalog.pg_roles
            WHERE rolname IN ('riktmarke_owner', 'riktmarke_etl', 'riktmarke_read')
            """, as: Bool.self
        ).first == true
    }

    /// Whether the owner's role may create schemas in this database; a copy of a database, made by a
    /// template or from a backup, does not have the privilege of its original.
    func ownerMayCreate(_ connection: inout Connection) throws -> Bool {
        try connection.query(
            "SELECT has_database_privilege('riktmarke_owner', current_database(), 'CREATE')",
            as: Bool.self
        ).first == true
    }

    /// Creates the roles, or says what a database administrator must run.
    func createRoles(_ connection: inout Connection) throws {
        do {
            try connection.transaction(.readWrite) { connection in
                try connection.runScript(scripts.roles)
            }
        } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
            throw Failure(
                .permission, code: "schema.roles-missing",
                Text(
                    sv: "rollerna riktmarke_owner, riktmarke_etl och riktmarke_read saknas, och "
                        + "inloggningen får inte skapa dem",
                    en: "the roles riktmarke_owner, riktmarke_etl and riktmarke_read are missing, "
                        + "and the login may not create them"),
                hint: Text(
                    sv: "låt en databasadministratör köra SQL:en nedan i databasen, följd av "
                        + "GRANT riktmarke_owner, riktmarke_etl, riktmarke_read TO <inloggning>",
                    en: "have a database administrator run the SQL below in the database, followed "
                        + "by GRANT riktmarke_owner, riktmarke_etl, riktmarke_read TO <login>"),
                notes: scripts.roles.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { Text(verbatim: String($0)) })
        }
    }

    /// Takes the owner's role until the end of the transaction.
    func takeOwnerRole(_ connection: inout Connection) throws {
        try connection.execute("SET LOCAL ROLE riktmarke_owner")
    }
}
