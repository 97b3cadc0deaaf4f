internal import Diagnostics

/// Options that cannot stand together.
enum UsageConflict {
    /// The failure to throw, with status 64.
    static func between(_ first: String, _ second: String) -> Failure {
        Failure(
            .usage, code: "usage.conflict",
            Text(
                sv: "\(first) och \(second) kan inte användas tillsammans",
                en: "\(first) and \(second) cannot be used together"),
            at: .argument(second),
            hint: Text(sv: "ta bort den ena", en: "leave one of them out"))
    }
}
