internal import SystemPackage

/// Files under Tests/Fixtures.
public enum FixtureText {
    /// The text of a file, such as `similar/lss_2022_values.csv`.
    public static func read(_ name: String) throws -> String {
        let tests = FilePath(#filePath).removingLastComponent().removingLastComponent()
        let file = try FileDescriptor.open(
            tests.appending("Fixtures").pushing(FilePath(name)), .readOnly,
            options: [.closeOnExec])
        return try file.closeAfter { String(decoding: try file.readToEnd(), as: UTF8.self) }
    }
}
