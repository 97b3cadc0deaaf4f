internal import CLibPQ

/// A remark of the server that is not an error: a NOTICE, a WARNING, an INFO.
public struct Notice: Sendable, Hashable {
    /// How much it weighs, in English whatever the server's language, such as `WARNING`.
    public let severity: String
    /// The server's code; `00000` and `01000` carry no meaning of their own.
    public let sqlState: SQLState?
    /// The remark in one sentence, in the server's language.
    public let message: String
    /// Further explanation.
    public let detail: String?
    /// Advice.
    public let hint: String?
    /// The call stack on the server.
    public let where_: String?
}

/// Collects what the server remarks on one connection; used by the connection's owner only.
final class NoticeInbox {
    /// More than these are counted, not kept: a loop that warns a million times must not
    /// exhaust the memory.
    static let capacity = 1000

    private var notices: [Notice] = []
    private var dropped = 0

    func take() -> [Notice] {
        defer {
            notices = []
            dropped = 0
        }
        guard dropped > 0 else { return notices }
        return notices + [
            Notice(
                severity: "NOTICE", sqlState: nil, message: "\(dropped) further notices not kept",
                detail: nil, hint: nil, where_: nil)
        ]
    }

    /// The last words of a server that ended the session while nobody was listening: they come
    /// as a remark, not as the error of a statement.
    var lastWords: Notice? {
        notices.last { $0.severity == "FATAL" || $0.severity == "PANIC" }
    }

    /// Makes the connection report here.
    ///
    /// The connection keeps the inbox alive; libpq calls back
    /// only inside calls on that connection.
    func attach(to connection: OpaquePointer) {
        let receiver: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?) -> Void = {
            context, result in
            guard let context else { return }
            Unmanaged<NoticeInbox>.fromOpaque(context).takeUnretainedValue().receive(result)
        }
        _ = PQsetNoticeReceiver(connection, receiver, Unmanaged.passUnretained(self).toOpaque())
    }

    private func receive(_ result: OpaquePointer?) {
        guard notices.count < Self.capacity else {
            dropped += 1
            return
        }
        func field(_ code: Int32) -> String? {
            PQresultErrorField(result, code).map { String(cString: $0) }
        }
        notices.append(
            Notice(
                severity: field(DiagnosticField.severity) ?? "NOTICE",
                sqlState: field(DiagnosticField.sqlState).map(SQLState.init(rawValue:)),
                message: field(DiagnosticField.message)
                    ?? trimmed(PQresultErrorMessage(result)) ?? "",
                detail: field(DiagnosticField.detail), hint: field(DiagnosticField.hint),
                where_: field(DiagnosticField.context)))
    }
}
