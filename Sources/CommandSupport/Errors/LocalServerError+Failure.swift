internal import Diagnostics
internal import LocalServer

extension LocalServerError {
    /// The error as diagnostics with an exit status.
    var failure: Failure { Failure(exitStatus, diagnostics) }
}
