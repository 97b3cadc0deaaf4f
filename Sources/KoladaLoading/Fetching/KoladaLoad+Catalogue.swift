internal import Indicators
internal import Kolada
internal import Pipeline
internal import Snapshots
internal import SourceAdapters

extension KoladaLoad {
    /// Kolada's catalogue as the dimensions take it.
    ///
    /// - Throws: `SourceError` when OpenSSL refuses.
    static func catalogue(
        _ catalogue: KoladaCatalogue, _ manifest: SnapshotManifest
    ) throws -> Catalogue {
        Catalogue(
            indicators: catalogue.indicators.compactMap(entry),
            units: catalogue.units.compactMap(unit),
            groups: catalogue.unitGroups.map { group in
                Catalogue.Group(
                    id: group.id, title: group.title,
                    members: group.members.compactMap { try? MunicipalityCode($0.id) })
            },
            indicatorGroups: catalogue.indicatorGroups.map { group in
                Catalogue.IndicatorGroup(
                    id: group.id, title: group.title,
                    members: group.members.compactMap { IndicatorCode($0.id) })
            }, isWhole: true, sha256: try digest(manifest))
    }

    private static func entry(_ indicator: CatalogueIndicator) -> Catalogue.Entry? {
        guard let code = IndicatorCode(indicator.id), !indicator.title.isEmpty else { return nil }
        return Catalogue.Entry(
            code: code, title: indicator.title, description: indicator.description,
            operatingArea: indicator.operatingArea ?? "", perspective: indicator.perspective ?? "",
            auspice: indicator.auspice ?? "", municipalityType: indicator.municipalityType ?? "",
            publicationPeriod: indicator.publicationYear.map(String.init) ?? "",
            publicationDate: indicator.publication.map(\.description) ?? "",
            preliminaryDate: indicator.preliminaryPublication.map(\.description) ?? "",
            isDividedByGender: indicator.isDividedByGender ?? false,
            hasUnitData: indicator.hasOrganisationData ?? false)
    }

    private static func unit(_ unit: CatalogueUnit) -> Catalogue.Unit? {
        guard let code = unit.code else { return nil }
        let kind: MunicipalityKind =
            code.description == "0000" ? .nation : unit.type == "L" ? .region : .municipality
        return Catalogue.Unit(code: code, name: unit.title, kind: kind)
    }

    /// The SHA-256 over the answers that hold the catalogue, in the order of their paths.
    private static func digest(_ manifest: SnapshotManifest) throws -> [UInt8] {
        let lists = Set(CatalogueList.allCases.map(\.rawValue))
        let answers = manifest.accepted.values
            .filter { lists.contains(String($0.path.prefix { $0 != "?" })) }
            .sorted { $0.path < $1.path }
        return try LoadIdentity.digest(of: answers.map { Array($0.sha256.utf8) })
    }
}
