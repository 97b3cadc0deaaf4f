import Diagnostics
import Foundation
import Testing

@testable import SourceAdapters

@Suite struct CaseKeyTests {
    private static let digits = String(repeating: "0aF9", count: 16)

    private static func code(_ text: String, mode: Int) throws -> String {
        let folder = try TemporaryFolder()
        let path = try folder.write("key", text)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        do {
            _ = try CaseKey(path: path)
            return "read"
        } catch {
            #expect(!"\(error)".contains("0aF9"))
            return error.diagnostics[0].code
        }
    }

    @Test func `a key of 64 hexadecimal digits in a file of one's own is read`() throws {
        #expect(try Self.code(Self.digits, mode: 0o600) == "read")
        #expect(try Self.code(Self.digits + "\n", mode: 0o400) == "read")
        #expect(try Self.code(Self.digits + "\r\n", mode: 0o600) == "read")
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o666, 0o610])
    func `a key file that others may touch is refused`(mode: Int) throws {
        #expect(try Self.code(Self.digits, mode: mode) == "cases.open-key-file")
    }

    @Test(arguments: ["", "0aF9", "x" + digits.dropFirst(), digits + "0aF9", digits + "\n\n "])
    func `anything else is no key, and is not repeated`(text: String) throws {
        #expect(try Self.code(text, mode: 0o600) == "cases.bad-key")
    }

    @Test func `a folder or a missing file is no key file`() throws {
        let folder = try TemporaryFolder()
        for path in [folder.path, "\(folder.path)/none"] {
            do {
                _ = try CaseKey(path: path)
                Issue.record("\(path) was read")
            } catch {
                #expect(error.diagnostics.map(\.code) == ["cases.no-key-file"])
            }
        }
    }

    @Test func `the same key gives the same pseudonym, that of another program too`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("key", String(repeating: "01", count: 32))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let code = try CaseKey(path: path).person("4711", of: "0180")
        // printf 'riktmarke 1\0person\0000180\0004711' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101…
        #expect(
            code.map { String($0, radix: 16) }.joined()
                == "0e711734b4982345db06664a119e27d466055ee84ad7dae2df5f643ce0c9")
    }
}
