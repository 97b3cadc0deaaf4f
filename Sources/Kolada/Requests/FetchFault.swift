public import Diagnostics

/// Why a request gave nothing in the end.
public struct FetchFault: DiagnosticConvertible, Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
        /// The server answered with this status.
        case status(Int)
        /// The server answered with a message instead of values.
        case refused
        /// The answer is not what the API says, however often it is fetched.
        case invalidBody(KoladaFormatError)
        /// The answer is larger than is accepted, in bytes.
        case tooLarge(Int)
        /// No answer came in time.
        case timedOut
        /// The connection could not be made, or broke.
        case broken
        /// `next_url` leads away from the request, or in a circle.
        case strayNext(String)
        /// A snapshot does not hold the answer.
        case notInSnapshot
        /// The answer could not be kept.
        case notKept
    }

    /// What happened.
    public var kind: Kind
    /// The path that was asked for, below the service's address.
    public var path: String
    /// What the server or the system said; may be empty.
    public var said: String
    /// The address of the service, once it is known.
    public var service: String

    /// Describes a fault.
    public init(_ kind: Kind, path: String, said: String = "", service: String = "") {
        self.kind = kind
        self.path = path
        self.said = said
        self.service = service
    }

    /// Whether no other request can succeed either: the service is gone, or refuses everything.
    public var concernsAll: Bool {
        switch kind {
        case .status(401), .status(403), .status(410), .notKept: true
        default: false
        }
    }

    /// The status that the tool should exit with.
    public var exitStatus: ExitStatus {
        switch kind {
        case .status(let status) where status < 500 && status != 429: .configuration
        case .status, .timedOut, .broken: .unavailable
        case .refused: .configuration
        case .invalidBody, .tooLarge, .strayNext: .data
        case .notInSnapshot: .noInput
        case .notKept: .inputOutput
        }
    }

    /// The message.
    public var diagnostics: [Diagnostic] {
        var notes: [Text] = []
        if !said.isEmpty { notes.append(Text(verbatim: said)) }
        if case .invalidBody(let error) = kind {
            for diagnostic in error.diagnostics {
                notes.append(diagnostic.message)
                notes.append(contentsOf: diagnostic.notes)
            }
        }
        return [
            Diagnostic(
                .error, code: "kolada.\(code)", message, at: .url(service + path), hint: hint,
                notes: notes)
        ]
    }
}
