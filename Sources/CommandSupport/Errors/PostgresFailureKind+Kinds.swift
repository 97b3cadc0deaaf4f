internal import Diagnostics
internal import Postgres

extension PostgresFailureKind {
    /// Sorts an error by its SQLSTATE, else by where it arose.
    init(_ error: PostgresError) {
        if error.code == .cancelled {
            self = .cancelled
        } else if error.code == .commitOutcomeUnknown {
            self = .outcomeUnknown
        } else if Self.lacksRole(error) {
            self = .noRole
        } else if let state = error.sqlState, let kind = Self.kind(of: state) {
            self = kind
        } else {
            self = Self.kind(of: error.code)
        }
    }

    /// Whether one of our roles does not exist: the session could not take it as it started.
    private static func lacksRole(_ error: PostgresError) -> Bool {
        error.code == .connectionFailed && error.sqlState == .invalidParameterValue
            && Purpose.allCases.contains { $0.role.map(error.message.contains) ?? false }
    }

    private static func kind(of state: SQLState) -> PostgresFailureKind? {
        switch state {
        case .invalidCatalogName: return .noDatabase
        case "3F000", .undefinedTable, .undefinedColumn, "42883", "42704": return .schema
        case .insufficientPrivilege, .readOnlyTransaction: return .denied
        case .cannotConnectNow: return .unreachable
        case .queryCanceled, .lockNotAvailable, .adminShutdown, "57P02", "55006": return .tryAgain
        case "53100": return .diskFull
        case "2BP01": return .dependents
        default: break
        }
        switch state.stateClass {
        case .connection: return .unreachable
        case .invalidAuthorization: return .denied
        case .transactionRollback, .insufficientResources: return .tryAgain
        case .integrityConstraint: return .constraint
        case .dataException, .syntaxOrAccess: return .fault
        default: return nil
        }
    }

    private static func kind(of code: PostgresError.Code) -> PostgresFailureKind {
        switch code {
        case .connectionFailed, .connectionLost: .unreachable
        case .authenticationFailed: .denied
        case .configuration: .connectionString
        case .commitFailed: .tryAgain
        default: .fault
        }
    }

    private static let unreachable = PostgresFailureKind(
        status: .unavailable, code: "database.unreachable",
        summary: Text(sv: "databasen kan inte nås", en: "the database cannot be reached"),
        hint: Text(
            sv: "starta servern eller rätta adressen; visa valet med: riktmarke-etl doctor",
            en: "start the server or correct the address; see the choice with: riktmarke-etl doctor"
        ))

    private static let denied = PostgresFailureKind(
        status: .permission, code: "database.denied",
        summary: Text(sv: "databasen nekar åtkomst", en: "the database denies access"),
        hint: Text(
            sv: "kontrollera användare och lösenord, eller be databasens ägare om rättigheten",
            en: "check user and password, or ask the owner of the database for the privilege"))

    private static let tryAgain = PostgresFailureKind(
        status: .tryAgain, code: "database.try-again",
        summary: Text(
            sv: "databasen kunde inte göra det just nu", en: "the database could not do it just now"
        ),
        hint: Text(
            sv: "inget ändrades; kör kommandot igen om en stund",
            en: "nothing was changed; run the command again in a while"))

    private static let cancelled = PostgresFailureKind(
        status: .interrupted, code: "database.cancelled",
        summary: Text(sv: "avbrutet", en: "cancelled"), hint: nil)

    private static let outcomeUnknown = PostgresFailureKind(
        status: .unavailable, code: "database.outcome-unknown",
        summary: Text(
            sv: "förbindelsen bröts just när ändringen skulle bekräftas",
            en: "the connection broke just as the change was being confirmed"),
        hint: Text(
            sv: "kör kommandot igen: det som redan är inläst läses inte in två gånger",
            en: "run the command again: what is loaded already is not loaded twice"))

    private static let noDatabase = PostgresFailureKind(
        status: .configuration, code: "database.missing",
        summary: Text(sv: "databasen finns inte", en: "the database does not exist"),
        hint: Text(
            sv: "skapa den med createdb, sedan: riktmarke-etl migrate",
            en: "make it with createdb, then: riktmarke-etl migrate"))

    private static let noRole = PostgresFailureKind(
        status: .configuration, code: "database.role-missing",
        summary: Text(
            sv: "databasen är inte förberedd för Riktmärke",
            en: "the database is not prepared for Riktmärke"),
        hint: Text(
            sv: "skapa roller och scheman med: riktmarke-etl migrate",
            en: "make the roles and schemas with: riktmarke-etl migrate"))

    private static let schema = PostgresFailureKind(
        status: .configuration, code: "database.schema",
        summary: Text(
            sv: "databasens schema passar inte programmet",
            en: "the schema of the database does not fit the program"),
        hint: Text(
            sv: "uppgradera det med: riktmarke-etl migrate",
            en: "upgrade it with: riktmarke-etl migrate"))

    private static let connectionString = PostgresFailureKind(
        status: .configuration, code: "database.configuration",
        summary: Text(
            sv: "databasens adress kan inte användas", en: "the address of the database is unusable"
        ),
        hint: Text(
            sv: "skriv den som postgresql://användare@värd/databas",
            en: "write it as postgresql://user@host/database"))

    private static let diskFull = PostgresFailureKind(
        status: .inputOutput, code: "database.disk-full",
        summary: Text(sv: "databasens disk är full", en: "the disk of the database is full"),
        hint: Text(
            sv: "gör plats på servern och kör kommandot igen; inget ändrades",
            en: "free space on the server and run the command again; nothing was changed"))

    private static let dependents = PostgresFailureKind(
        status: .configuration, code: "database.dependents",
        summary: Text(
            sv: "andras vyer eller tabeller bygger på det som ska göras om",
            en: "views or tables of others stand on what is to be made again"),
        hint: Text(
            sv: "inget ändrades; ta bort dem som räknas upp nedan, migrera, och gör dem sedan igen",
            en: "nothing was changed; drop those listed below, migrate, then make them again"))

    private static let constraint = PostgresFailureKind(
        status: .data, code: "database.constraint",
        summary: Text(
            sv: "databasen vägrar ta emot uppgifterna", en: "the database refuses the data"),
        hint: Text(
            sv: "inget ändrades; villkoret nedan säger vad som måste gälla",
            en: "nothing was changed; the constraint below says what must hold"))

    private static let fault = PostgresFailureKind(
        status: .software, code: "database.fault",
        summary: Text(
            sv: "en fråga till databasen misslyckades", en: "a query to the database failed"),
        hint: UnknownError.hint)
}
