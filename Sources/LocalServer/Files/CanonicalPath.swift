internal import Glibc
internal import SystemPackage

extension FilePath {
    /// The path, counted from the current directory where it is relative.
    var absolute: FilePath {
        guard isRelative, let buffer = getcwd(nil, 0) else { return lexicallyNormalized() }
        defer { free(buffer) }
        return FilePath(String(cString: buffer)).pushing(self).lexicallyNormalized()
    }

    /// The path without symbolic links, as far as it exists.
    ///
    /// One folder has one canonical path, however it is spelt; so one cluster has one socket.
    var canonical: FilePath {
        var existing = self
        var missing: [FilePath.Component] = []
        while true {
            if let resolved = existing.resolved {
                return missing.reversed().reduce(resolved) { $0.appending($1) }
            }
            guard let last = existing.lastComponent else { return self }
            missing.append(last)
            existing.removeLastComponent()
        }
    }

    private var resolved: FilePath? {
        withPlatformString { path in
            guard let buffer = realpath(path, nil) else { return nil }
            defer { free(buffer) }
            return FilePath(String(cString: buffer))
        }
    }
}
