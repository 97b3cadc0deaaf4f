internal import Diagnostics
internal import LocalServer

extension LocalServerError {
    /// The error as diagnostics with an exit status.
    var failure: Failure {
        Failure(
            status, code: code.rawValue, Text(verbatim: message),
            hint: hint.map(Text.init(verbatim:)), notes: details.map(Text.init(verbatim:)))
    }

    private var status: ExitStatus {
        switch code {
        case .noServerProgram, .startFailed, .notRunning, .creationFailed: .unavailable
        case .versionMismatch: .configuration
        case .folder, .user: .permission
        case .busy: .tryAgain
        case .stopFailed, .backupFailed, .restoreFailed: .inputOutput
        }
    }
}
