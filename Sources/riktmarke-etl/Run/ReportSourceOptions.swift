internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import ReportLoading
internal import Reports
internal import SourceAdapters

/// Which reports a run loads.
struct ReportSourceOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Mappen med rapporter (text, PDF, HTML, DOCX), eller en; för källan reports.",
            en: "The folder of reports (text, PDF, HTML, DOCX), or one; for the source reports."
        ).help(valueName: "dir"), completion: .directory)
    var from: String?

    @Option(
        help: Text(
            sv: "Manifestet för den enda rapporten; annars det bredvid, eller som känner den.",
            en: "The manifest of the only report; else the one beside the file, or that knows it."
        ).help(valueName: "file"), completion: .file())
    var manifest: String?

    func validate() throws {
        guard manifest != nil, from == nil else { return }
        throw ValidationError(
            Text(
                sv: "--manifest hör till en rapport: ange den med --from",
                en: "--manifest belongs to a report: name it by --from"
            ).helpText)
    }

    /// The options as they were given, for the ledger.
    var written: [String] {
        [("--from", from), ("--manifest", manifest)].flatMap { name, value in
            value.map { [name, $0] } ?? []
        }
    }

    /// The reports and their manifests.
    ///
    /// - Throws: `Failure` when no folder was named, or there is nothing in it.
    func folder(etl: String, searchPath: String?) async throws(Failure) -> ReportFolder {
        guard let from else {
            throw Failure(
                .usage, code: "usage.no-reports",
                Text(
                    sv: "var rapporterna ligger är inte sagt",
                    en: "it is not said where the reports lie"),
                at: .argument("reports"),
                hint: Text(
                    sv: "ange mappen: riktmarke-etl run reports --from MAPP",
                    en: "name the folder: riktmarke-etl run reports --from DIR"))
        }
        return try await ReportFolder(
            path: from,
            shipped: ["\(etl)/local/reports", "\(etl)/reports"].map(ManifestFolder.init(path:)),
            manifest: manifest, searchPath: searchPath)
    }
}
