/// What a migration would do to a database.
public struct MigrationPlan: Sendable {
    /// A script that would be applied.
    public struct Step: Sendable, Hashable {
        /// Whether the script belongs to a numbered migration or to a repeatable one.
        public enum Kind: String, Sendable, Hashable {
            /// Applied once.
            case migration
            /// Applied again whenever it has changed.
            case repeatable
        }

        /// What kind of script it is.
        public var kind: Kind
        /// The file's name without its ending.
        public var name: String
        /// The script itself.
        public var text: String
    }

    /// Whether the roles are there, the login may take them, and the owner may create schemas here.
    public var rolesExist: Bool
    /// Scripts that would be applied, in order.
    public var steps: [Step]
    /// The number of the newest migration in the database; 0 for an empty one.
    public var installed: Int32
    /// The number of the newest migration that this program carries.
    public var newest: Int32

    /// Whether there is nothing to do.
    public var isCurrent: Bool { rolesExist && steps.isEmpty }
}
