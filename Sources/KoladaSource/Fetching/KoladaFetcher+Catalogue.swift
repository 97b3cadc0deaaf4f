public import Kolada

extension KoladaFetcher {
    /// Fetches the whole catalogue.
    /// - Throws: `FetchFault` where a part of it cannot be had; `CancellationError`.
    public func catalogue() async throws -> KoladaCatalogue {
        KoladaCatalogue(
            indicators: try await list(.indicators) { bytes throws(KoladaFormatError) in
                try CatalogueParser.indicators(bytes)
            },
            units: try await list(.units) { bytes throws(KoladaFormatError) in
                try CatalogueParser.units(bytes)
            },
            unitGroups: try await list(.unitGroups) { bytes throws(KoladaFormatError) in
                try CatalogueParser.groups(bytes)
            },
            indicatorGroups: try await list(.indicatorGroups) { bytes throws(KoladaFormatError) in
                try CatalogueParser.groups(bytes)
            })
    }

    private func list<Entry: Sendable>(
        _ list: CatalogueList,
        _ parse: @Sendable ([UInt8]) throws(KoladaFormatError) -> CataloguePage<Entry>
    ) async throws -> [Entry] {
        var entries: [Entry] = []
        do throws(FetchStop) {
            _ = try await pages(
                from: list.path,
                { bytes throws(KoladaFormatError) in
                    let page = try parse(bytes)
                    return (page.entries, page.facts)
                },
                take: { page, _ in entries.append(contentsOf: page) })
        } catch {
            switch error {
            case .fault(let fault): throw fault
            case .cancelled: throw CancellationError()
            }
        }
        return entries
    }
}
