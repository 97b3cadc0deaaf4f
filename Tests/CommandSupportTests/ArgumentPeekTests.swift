import Diagnostics
import Testing

@testable import CommandSupport

struct ArgumentPeekTests {
    @Test func `finds flags that messages depend on, in both spellings`() {
        let peek = ArgumentPeek(["x", "--lang=en", "--color", "never", "--format=jsonl"])
        #expect(peek.language == .en)
        #expect(peek.color == .never)
        #expect(peek.wantsJSON)
    }

    @Test func `ignores nonsense, missing values and what stands after two dashes`() {
        let peek = ArgumentPeek(["--lang", "xx", "--color"])
        #expect(peek.language == nil)
        #expect(peek.color == .auto)
        #expect(ArgumentPeek(["--", "--lang", "en"]).language == nil)
        #expect(!ArgumentPeek(["--format", "table"]).wantsJSON)
    }
}
