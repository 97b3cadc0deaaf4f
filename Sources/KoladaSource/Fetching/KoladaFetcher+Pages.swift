internal import Kolada

extension KoladaFetcher {
    /// What a request and its further pages took.
    struct Effort: Sendable {
        var paths: [String] = []
        var bytes = 0
    }

    /// Fetches a request's page and those that follow it.
    ///
    /// - Parameters:
    ///   - first: The path of the first page.
    ///   - read: Reads a page's text: its value, and where the next page is.
    ///   - take: Takes each page's value and path, in order.
    /// - Returns: How much was fetched.
    /// - Throws: `FetchStop` where a page cannot be had.
    func pages<Value: Sendable>(
        from first: String,
        _ read: @Sendable ([UInt8]) throws(KoladaFormatError) -> (Value, PageFacts),
        take: (Value, _ path: String) throws(KoladaFormatError.Code) -> Void
    ) async throws(FetchStop) -> Effort {
        var effort = Effort()
        var seen: Set<String> = []
        var path = first
        while true {
            seen.insert(path)
            let page = try await get(path, read)
            effort.paths.append(path)
            effort.bytes += page.size
            let (value, facts) = page.value
            do throws(KoladaFormatError.Code) {
                try take(value, path)
            } catch {
                throw .fault(
                    fault(.invalidBody(KoladaFormatError(error, byteOffset: 0)), path: path))
            }
            guard let next = facts.next else { return effort }
            guard let following = service.path(ofNext: next, after: path),
                !seen.contains(following), seen.count < settings.mostPages
            else { throw .fault(fault(.strayNext(next), path: path)) }
            path = following
        }
    }

    func fault(_ kind: FetchFault.Kind, path: String) -> FetchFault {
        FetchFault(kind, path: path, service: service.description)
    }
}
