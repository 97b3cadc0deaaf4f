internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// One document's statement as facts: the value, and every step back to the cell it came from.
struct StatementFacts {
    let indicator: Indicator
    let showsWholeHashes: Bool

    /// The value first, then where it stands, then how it came in.
    func facts(of receipt: Receipt) -> [FactSheet.Fact] {
        var facts = [FactSheet.Fact(Text(sv: "Värde", en: "Value"), value(of: receipt))]
        func add(_ sv: String, _ en: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            facts.append(.init(Text(sv: sv, en: en), Text(verbatim: value)))
        }
        if let counts = counts(of: receipt) {
            facts.append(.init(Text(sv: "Antal", en: "Counts"), counts))
        }
        add("Anmärkning", "Remark", receipt.note)
        add("Dokument", "Document", "\(receipt.documentTitle) (\(receipt.documentCode))")
        add("Utfärdare", "Issued by", receipt.organisation)
        add("Datum", "Date", receipt.publishedOn?.description)
        add("Diarienummer", "Reference", receipt.reference)
        facts += documentFile(of: receipt)
        add("Utgivare", "Publisher", receipt.publisher)
        add("Licens", "Licence", receipt.licence)
        facts += loadedFile(of: receipt)
        facts.append(.init(Text(sv: "Inläsning", en: "Load"), load(of: receipt)))
        add("Registrerat", "Recorded", receipt.recordedFrom.rfc3339)
        return facts
    }

    /// The value in words: a number with its unit, or why there is none.
    func value(of receipt: Receipt) -> Text {
        guard let value = receipt.value else { return receipt.status.meaning }
        let shown = indicator.sentence(value)
        guard receipt.status == .preliminary else { return shown }
        let meaning = receipt.status.meaning
        return Text(sv: "\(shown.sv), \(meaning.sv)", en: "\(shown.en), \(meaning.en)")
    }

    private func counts(of receipt: Receipt) -> Text? {
        guard receipt.numerator != nil || receipt.denominator != nil else { return nil }
        func written(_ language: Language) -> String {
            let format = NumberFormat(language)
            let numerator = receipt.numerator.map { format.string($0) } ?? "?"
            let denominator = receipt.denominator.map { format.string($0) } ?? "?"
            let of = Text(sv: "av", en: "of")[language]
            return "\(numerator) \(of) \(denominator)"
        }
        return Text(sv: written(.sv), en: written(.en))
    }

    private func documentFile(of receipt: Receipt) -> [FactSheet.Fact] {
        var facts: [FactSheet.Fact] = []
        let line = receipt.documentLine
        if let file = receipt.documentFile {
            facts.append(
                .init(
                    Text(sv: "I dokumentet", en: "In the document"),
                    Text(
                        sv: file + (line.map { ", rad \($0)" } ?? ""),
                        en: file + (line.map { ", line \($0)" } ?? ""))))
        } else if let line {
            facts.append(
                .init(
                    Text(sv: "I dokumentet", en: "In the document"),
                    Text(sv: "rad \(line)", en: "line \(line)")))
        }
        if let hash = receipt.documentSHA256 { facts.append(sha256(hash)) }
        return facts
    }

    private func loadedFile(of receipt: Receipt) -> [FactSheet.Fact] {
        guard let file = receipt.fileName else { return [] }
        if let url = receipt.fileURL { return answer(url, file, of: receipt) }
        let place = SourceLocation.file(path: file, line: receipt.line, column: receipt.column)
        return [
            FactSheet.Fact(
                Text(sv: "Inläst ur", en: "Loaded from"), Text(verbatim: place.description))
        ] + [receipt.fileSHA256].compactMap(\.self).map(sha256)
    }

    /// A page of a service's answers, and the snapshot that keeps it.
    private func answer(
        _ url: String, _ snapshot: String, of receipt: Receipt
    ) -> [FactSheet.Fact] {
        var facts = [
            FactSheet.Fact(Text(sv: "Hämtat från", en: "Fetched from"), Text(verbatim: url)),
            FactSheet.Fact(
                Text(sv: "Ögonblicksbild", en: "Snapshot"), Text(verbatim: snapshot)),
        ]
        if let time = receipt.fetchedAt {
            facts.append(
                .init(Text(sv: "Hämtat", en: "Fetched"), Text(verbatim: time.rfc3339)))
        }
        return facts + [receipt.fileSHA256].compactMap(\.self).map(sha256)
    }

    private func load(of receipt: Receipt) -> Text {
        let run = receipt.run.map(String.init) ?? "?"
        return Text(
            sv: "körning \(run), inläsning \(receipt.load), version \(receipt.revision)",
            en: "run \(run), load \(receipt.load), version \(receipt.revision)")
    }

    private func sha256(_ hash: [UInt8]) -> FactSheet.Fact {
        let text = Hexadecimal.text(hash)
        return .init(
            Text(verbatim: "  sha-256"),
            Text(verbatim: showsWholeHashes ? text : String(text.prefix(16)) + "…"))
    }
}
