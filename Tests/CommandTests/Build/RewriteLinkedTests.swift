import SystemPackage
import TestSupport
import Testing

/// `make build` writes what it has linked in sequence once more, and the build must not notice.
@Suite struct RewriteLinkedTests {
    /// Runs commands of the shell in a folder of their own, with the script's path as `$1`.
    private func run(_ commands: String) async throws -> CommandResult {
        let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
            .removingLastComponent().removingLastComponent()
        let folder = try TemporaryFolder("rewrite")
        var bash = CommandRunner(program: "/bin/bash")
        bash.folder = folder.path
        bash.environment = ["PATH": "/usr/bin:/bin"]
        let script = root.appending("scripts").appending("rewrite-linked").string
        return try await bash.run(["-euc", commands, "bash", script])
    }

    @Test func `the bytes, the inode, the time and the mode stay, and it is done once`()
        async throws
    {
        let result = try await run(
            """
            head -c 300000 /dev/urandom > tool; chmod 750 tool; touch -d '2026-01-02 03:04:05.678' tool
            was=$(stat -c '%i %s %y %a' tool; sha256sum < tool)
            "$1" tool
            [ "$was" = "$(stat -c '%i %s %y %a' tool; sha256sum < tool)" ] || echo changed
            changed=$(stat -c %z tool)
            "$1" tool
            [ "$changed" = "$(stat -c %z tool)" ] || echo twice
            touch tool
            "$1" tool
            [ "$changed" != "$(stat -c %z tool)" ] || echo 'not again after a build'
            ls
            """)
        #expect(result.status == 0, "\(result)")
        #expect(result.output == "tool\ntool.rewritten\n", "\(result)")
    }

    @Test func `a tool that runs is left as it is`() async throws {
        let result = try await run(
            """
            cp /bin/sleep tool
            ./tool 60 & running=$!
            sleep 0.2
            "$1" tool
            kill $running
            cmp tool /bin/sleep
            ls
            """)
        #expect(result.status == 0, "\(result)")
        #expect(result.output == "tool\n", "\(result)")
    }

    @Test func `without room no half a tool is left`() async throws {
        let result = try await run(
            """
            head -c 300000 /dev/urandom > tool
            cat > cat <<'END'
            #!/bin/sh
            head -c 1000 "$1"; exit 1
            END
            chmod 755 cat
            status=0; PATH=$PWD:$PATH "$1" tool || status=$?
            echo $status; ls
            """)
        #expect(result.output == "73\ncat\n", "\(result)")
        #expect(result.errors.contains("make room and build again"), "\(result)")
    }
}
