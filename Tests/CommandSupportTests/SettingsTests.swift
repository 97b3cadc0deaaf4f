import CommandSupport
import Diagnostics
import Glibc
import Reporting
import Testing

struct SettingsTests {
    @Test func `reads keys, comments, blank lines, BOM and CRLF`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "settings",
            "\u{FEFF}# mine\r\n\r\nmunicipality = Nacka\r\n  language=en  \ncsv_dialect = excel-sv\n"
                + "database = postgresql:///x?application_name=a=b\ngroup = Mina egna\n")
        let settings = try Settings.load(Environment(["RIKTMARKE_SETTINGS": path]))
        #expect(settings.municipality == .init("Nacka", at: .file(path: path, line: 3)))
        #expect(settings.language == .init(.en, at: .file(path: path, line: 4)))
        #expect(settings.csvDialect?.value == .excelSwedish)
        #expect(settings.database?.value == "postgresql:///x?application_name=a=b")
        #expect(settings.group?.value == "Mina egna")
    }

    @Test func `reports every fault with its line and what to write instead`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "settings",
            "municpality = Nacka\nlanguage = swedish\ngroup\ngroup =\ngroup = a\nlanguage = sv\n")
        let failure = #expect(throws: Failure.self) {
            try Settings.load(Environment(["RIKTMARKE_SETTINGS": path]))
        }
        #expect(failure?.exitStatus == .configuration)
        #expect(
            failure?.diagnostics.map(\.code) == [
                "settings.unknown-key", "settings.invalid-value", "settings.syntax",
                "settings.empty-value", "settings.duplicate-key", "settings.duplicate-key",
            ])
        #expect(
            failure?.diagnostics.map(\.location)
                == (1...6).map { .file(path: path, line: $0) })
        #expect(failure?.diagnostics.first?.hint?.en.contains("\"municipality\"") == true)
    }

    @Test func `reports a line that is not UTF-8`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/latin1"
        let file = try #require(fopen(path, "w"))
        fwrite([UInt8]("group = M".utf8) + [0xF6, 0x0A], 1, 11, file)
        fclose(file)
        let failure = #expect(throws: Failure.self) {
            try Settings.load(Environment(["RIKTMARKE_SETTINGS": path]))
        }
        #expect(failure?.diagnostics.map(\.code) == ["settings.encoding"])
    }

    @Test func `does without a file unless one was named`() throws {
        let folder = try TemporaryFolder()
        #expect(try Settings.load(Environment(["HOME": folder.path])) == Settings())
        #expect(try Settings.load(Environment([:])) == Settings())
        let failure = #expect(throws: Failure.self) {
            try Settings.load(Environment(["RIKTMARKE_SETTINGS": folder.path + "/none"]))
        }
        #expect(failure?.exitStatus == .noInput)
        #expect(failure?.diagnostics.first?.code == "settings.unreadable")
    }

    @Test func `looks where the XDG specification says`() {
        #expect(Settings.path(Environment(["HOME": "/h"])) == "/h/.config/riktmarke/settings")
        #expect(
            Settings.path(Environment(["HOME": "/h", "XDG_CONFIG_HOME": "/x"]))
                == "/x/riktmarke/settings")
        #expect(
            Settings.path(Environment(["HOME": "/h", "XDG_CONFIG_HOME": "relative"]))
                == "/h/.config/riktmarke/settings")
        #expect(
            Settings.path(Environment(["HOME": "/h", "RIKTMARKE_SETTINGS": "/s"])) == "/s")
    }
}
