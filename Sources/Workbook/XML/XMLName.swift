internal import Glibc

/// The name of an element or attribute, without its namespace; valid while its event lasts.
package struct XMLName {
    /// What stands between namespace and name.
    static let separator = UInt8(ascii: "|")

    private let local: UnsafePointer<CChar>

    init(_ name: UnsafePointer<CChar>) {
        // A namespace is a URI and may hold the separator; a name cannot.
        local = strrchr(name, CInt(Self.separator)).map { UnsafePointer($0 + 1) } ?? name
    }

    /// Whether the name is a word.
    package static func == (name: XMLName, word: StaticString) -> Bool {
        guard word.hasPointerRepresentation else { return false }
        return word.utf8Start.withMemoryRebound(
            to: CChar.self, capacity: word.utf8CodeUnitCount
        ) { strcmp(name.local, $0) == 0 }
    }
}

/// The attributes of an element; valid while its event lasts.
package struct XMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        self.list = list
    }

    /// The value of an attribute, whatever its namespace; nil where it is not given.
    package subscript(name: StaticString) -> String? {
        bytes(name).map { String(cString: $0) }
    }

    /// The value of an attribute as a whole number from 0.
    package func number(_ name: StaticString) -> Int? {
        self[name].flatMap { Int($0) }
    }

    /// The value of an attribute as the C string it is.
    package func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
        var index = 0
        while let key = list[index] {
            if XMLName(key) == name { return list[index + 1] }
            index += 2
        }
        return nil
    }
}
