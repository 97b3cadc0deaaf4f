internal import Diagnostics
internal import Postgres

extension Migrator {
    /// Whether the roles exist and the login may take those that a migration needs: not those by which
    /// people work with case data, which are given by name.
    func canTakeRoles(_ connection: inout Connection) throws -> Bool {
        try connection.query(
            """
            SELECT count(*) = 6 AND coalesce(
                bool_and(rolname IN ('riktmarke_case_load', 'riktmarke_case_read')
                    OR pg_has_role(session_user, oid, 'MEMBER')), false)
            FROM pg_catalog.pg_roles
            WHERE rolname IN ('riktmarke_owner', 'riktmarke_etl', 'riktmarke_read',
                'riktmarke_case_owner', 'riktmarke_case_load', 'riktmarke_case_read')
            """, as: Bool.self
        ).first == true
    }

    /// Whether the owners' roles may create schemas in this database; a copy of a database, made by a
    /// template or from a backup, does not have the privilege of its original.
    func ownerMayCreate(_ connection: inout Connection) throws -> Bool {
        try connection.query(
            """
            SELECT has_database_privilege('riktmarke_owner', current_database(), 'CREATE')
                AND has_database_privilege('riktmarke_case_owner', current_database(), 'CREATE')
            """, as: Bool.self
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
                    sv: "rollerna riktmarke_owner, riktmarke_etl, riktmarke_read och "
                        + "riktmarke_case_owner, eller medlemskap i dem, saknas, och inloggningen "
                        + "får inte skapa dem",
                    en: "the roles riktmarke_owner, riktmarke_etl, riktmarke_read and "
                        + "riktmarke_case_owner, or memberships in them, are missing, and the login "
                        + "may not create them"),
                hint: Text(
                    sv: "låt en databasadministratör köra SQL:en nedan i databasen, följd av "
                        + "GRANT riktmarke_owner, riktmarke_etl, riktmarke_read, "
                        + "riktmarke_case_owner TO <inloggning>",
                    en: "have a database administrator run the SQL below in the database, followed "
                        + "by GRANT riktmarke_owner, riktmarke_etl, riktmarke_read, "
                        + "riktmarke_case_owner TO <login>"),
                notes: scripts.roles.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { Text(verbatim: String($0)) })
        }
    }

    /// Takes the owner's role until the end of the transaction.
    func takeOwnerRole(_ connection: inout Connection) throws {
        try connection.execute("SET LOCAL ROLE riktmarke_owner")
    }
}
