internal import CLibPQ

extension PostgresError {
    /// Reads the error fields of a failed result.
    init(result: OpaquePointer?, on connection: OpaquePointer, statement: String?) {
        func field(_ code: Int32) -> String? {
            PQresultErrorField(result, code).map { String(cString: $0) }
        }
        let state = field(DiagnosticField.sqlState).map(SQLState.init(rawValue:))
        let text =
            field(DiagnosticField.message)
            ?? trimmed(PQresultErrorMessage(result))
            ?? trimmed(PQerrorMessage(connection))
        // Every error of a server has a state. Without one the words are libpq's own: it could not send,
        // and from version 14 on it says so before it calls the connection bad.
        let lost = PQstatus(connection) == CONNECTION_BAD || state == nil
        self.init(
            lost ? .connectionLost : .server,
            text ?? (lost ? "the connection to the server was lost" : "unknown error"),
            sqlState: state, detail: field(DiagnosticField.detail),
            hint: field(DiagnosticField.hint), statement: statement)
        constraint = field(DiagnosticField.constraint)
        schema = field(DiagnosticField.schema)
        table = field(DiagnosticField.table)
        column = field(DiagnosticField.column)
        dataType = field(DiagnosticField.dataType)
        where_ = field(DiagnosticField.context)
        position = field(DiagnosticField.position).flatMap { Int($0) }
        if let query = field(DiagnosticField.internalQuery) {
            // The failing text is one the server made up itself, in a function or trigger.
            let place = field(DiagnosticField.internalPosition).map { " at \($0)" } ?? ""
            where_ = [where_, "in \"\(query)\"\(place)"].compactMap(\.self).joined(separator: "\n")
        }
    }

    /// The error of a connection that could not even take the request.
    init(sendingOn connection: OpaquePointer, statement: String?) {
        let lost = PQstatus(connection) == CONNECTION_BAD
        self.init(
            lost ? .connectionLost : .protocolMisuse,
            trimmed(PQerrorMessage(connection)) ?? "the statement could not be sent",
            statement: statement)
    }
}

/// The field codes of `PQresultErrorField`, which are characters in C.
enum DiagnosticField {
    static let severity = Int32(UInt8(ascii: "V"))
    static let sqlState = Int32(UInt8(ascii: "C"))
    static let message = Int32(UInt8(ascii: "M"))
    static let detail = Int32(UInt8(ascii: "D"))
    static let hint = Int32(UInt8(ascii: "H"))
    static let position = Int32(UInt8(ascii: "P"))
    static let internalPosition = Int32(UInt8(ascii: "p"))
    static let internalQuery = Int32(UInt8(ascii: "q"))
    static let context = Int32(UInt8(ascii: "W"))
    static let schema = Int32(UInt8(ascii: "s"))
    static let table = Int32(UInt8(ascii: "t"))
    static let column = Int32(UInt8(ascii: "c"))
    static let dataType = Int32(UInt8(ascii: "d"))
    static let constraint = Int32(UInt8(ascii: "n"))
}

/// A message of libpq without its line end; `nil` if there is none.
func trimmed(_ message: UnsafePointer<CChar>?) -> String? {
    guard let message else { return nil }
    var text = Substring(String(cString: message))
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
}
