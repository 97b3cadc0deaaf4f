internal import WarehouseSQL

/// The scripts that make up the schema, as this program carries them.
struct SchemaScripts: Sendable {
    /// A migration: applied once, in one transaction with its verification.
    struct Migration: Sendable {
        /// The first four digits of the file's name.
        var number: Int32
        /// The file's name without its ending.
        var name: String
        /// The script.
        var text: String
        /// The script that raises unless the migration did its work.
        var verification: String
    }

    /// A script that is applied again whenever it has changed.
    struct Repeatable: Sendable {
        /// The file's name without its ending.
        var name: String
        /// The script.
        var text: String
    }

    /// Migrations by number, from 1 without a gap.
    var migrations: [Migration]
    /// Repeatable scripts in the order of their names.
    var repeatables: [Repeatable]
    /// Creates the roles.
    var roles: String

    /// The scripts embedded in this program.
    static var embedded: SchemaScripts { SchemaScripts(texts: SQLText.all) }

    /// Sorts embedded texts by their folders.
    init(texts: [String: String]) {
        func scripts(in folder: String) -> [(name: String, text: String)] {
            texts.filter { $0.key.hasPrefix(folder) }
                .map { (String($0.key.dropFirst(folder.count)), $0.value) }
                .sorted { $0.0 < $1.0 }
        }
        migrations = scripts(in: "migrations/").map { name, text in
            Migration(
                number: Self.number(of: name), name: name, text: text,
                verification: texts["verify/" + name] ?? "")
        }
        repeatables = scripts(in: "repeatable/").map { Repeatable(name: $0.name, text: $0.text) }
        roles = texts["roles/create_roles"] ?? ""
    }

    /// The number of the newest migration.
    var newest: Int32 { migrations.last?.number ?? 0 }

    /// The number of the newest embedded migration; every session asks, so no other script is
    /// looked at.
    static var newestEmbedded: Int32 {
        let folder = "migrations/"
        return SQLText.last(in: folder).map { number(of: String($0.dropFirst(folder.count))) } ?? 0
    }

    private static func number(of name: String) -> Int32 { Int32(name.prefix(4)) ?? 0 }
}
