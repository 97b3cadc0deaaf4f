internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// The receipt of a figure as JSON: every statement with its document, file, line and load.
struct ReceiptJSON {
    let receipt: FigureReceipt
    let language: Language

    /// Writes the one object.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema_version", 1)
            json.key("indicator")
            indicator(&json)
            json.member("municipality_code", receipt.municipality.code.description)
            json.member("municipality", receipt.municipality.name)
            json.member("period", receipt.period.description)
            json.member("gender", receipt.gender.rawValue)
            json.key("shown")
            if let shown = receipt.shown { statement(shown, &json) } else { json.null() }
            json.member("reason", receipt.shown == nil ? nil : receipt.reason[language])
            json.member("publication", receipt.publication.state(of: receipt.period).rawValue)
            json.key("warnings")
            json.array { json in
                for warning in receipt.warnings { json.string(warning.kind.rawValue) }
            }
            json.key("harmonisation")
            json.array { json in
                for declared in receipt.harmonisation {
                    json.object { json in
                        json.member("rule", declared.rule.rawValue)
                        json.member(
                            "document", declared.document.isEmpty ? nil : declared.document)
                        json.member("printed", declared.printed.isEmpty ? nil : declared.printed)
                        json.member("means", declared.means.isEmpty ? nil : declared.means)
                        json.member("reason", declared.reason)
                    }
                }
            }
            list("others", receipt.others, &json)
            list("targets", receipt.currentTargets, &json)
            list("superseded", receipt.superseded, &json)
        }
    }

    private func list(_ key: String, _ receipts: [Receipt], _ json: inout JSONWriter) {
        json.key(key)
        json.array { json in
            for receipt in receipts { statement(receipt, &json) }
        }
    }

    private func indicator(_ json: inout JSONWriter) {
        let indicator = receipt.indicator
        json.object { json in
            json.member("code", indicator.code.description)
            json.member("title", indicator.title)
            json.member("definition", indicator.definition)
            json.member("unit", indicator.unit)
            json.member("polarity", indicator.polarity.rawValue)
            json.member("polarity_reason", indicator.polarityReason)
            json.member("complement_title", indicator.complementTitle)
            json.member("reference_window", indicator.referenceWindow)
            json.member("uncertainty", indicator.uncertainty.rawValue)
            json.member("publisher", indicator.publisher)
            json.key("series_breaks")
            json.array { json in
                for seriesBreak in indicator.seriesBreaks {
                    json.object { json in
                        json.member("year", seriesBreak.year)
                        json.member("reason", seriesBreak.reason)
                    }
                }
            }
        }
    }

    private func statement(_ receipt: Receipt, _ json: inout JSONWriter) {
        json.object { json in
            json.member("is_target", receipt.isTarget)
            json.member("value", receipt.value)
            json.member("status", receipt.status.rawValue)
            json.member("numerator", receipt.numerator)
            json.member("denominator", receipt.denominator)
            json.member("period_declared", receipt.periodDeclared)
            json.member("note", receipt.note)
            json.key("document")
            document(receipt, &json)
            json.key("file")
            file(receipt, &json)
            json.member("revision", receipt.revision)
            json.member("run", receipt.run)
            json.member("load", receipt.load)
            json.member("recorded_from", receipt.recordedFrom.rfc3339)
            json.member("recorded_to", receipt.recordedTo?.rfc3339)
        }
    }

    private func document(_ receipt: Receipt, _ json: inout JSONWriter) {
        json.object { json in
            json.member("code", receipt.documentCode)
            json.member("title", receipt.documentTitle)
            json.member(
                "organisation", receipt.organisation.isEmpty ? nil : receipt.organisation)
            json.member("published_on", receipt.publishedOn?.description)
            json.member("reference", receipt.reference)
            json.member("file", receipt.documentFile)
            json.member("line", receipt.documentLine)
            json.member("sha256", receipt.documentSHA256.map(Hexadecimal.text))
            json.member("publisher", receipt.publisher)
            json.member("licence", receipt.licence)
        }
    }

    private func file(_ receipt: Receipt, _ json: inout JSONWriter) {
        json.object { json in
            json.member("name", receipt.fileName)
            // A withdrawn figure stands in no file any more, and an answer has no lines.
            let hasLine = receipt.fileName != nil && receipt.line > 0
            json.member("line", hasLine ? receipt.line : nil)
            json.member("column", hasLine ? receipt.column : nil)
            json.member("sha256", receipt.fileSHA256.map(Hexadecimal.text))
            json.member("url", receipt.fileURL)
            json.member("fetched_at", receipt.fetchedAt?.rfc3339)
        }
    }
}
