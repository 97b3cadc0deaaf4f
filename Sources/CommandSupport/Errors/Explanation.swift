internal import Diagnostics
internal import LocalServer
internal import Postgres

/// Turns whatever was thrown into messages and a status.
enum Explanation {
    static func failure(of error: any Error, isVerbose: Bool) -> Failure {
        switch error {
        case let error as Failure: error
        case let error as any DiagnosticConvertible:
            Failure(error.exitStatus, error.diagnostics)
        case let error as Diagnostic: Failure(.data, [error])
        case let error as PostgresError: error.failure(isVerbose: isVerbose)
        case let error as LocalServerError: error.failure
        case is CancellationError:
            Failure(
                .interrupted, code: "program.cancelled", Text(sv: "avbrutet", en: "cancelled"))
        default: UnknownError.failure(error)
        }
    }
}
