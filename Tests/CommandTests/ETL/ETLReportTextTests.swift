import TestSupport
import Testing

/// Figures of running text from the document to the warehouse, and what asks for them.
@Suite struct ETLReportTextTests {
    // The sentences are made up; 9 662 tkr beside +9,3 and +4,7 miljoner, 21 procent and ten persons
    // are those of Nacka socialnämnden, årsredovisning 2017, lines 75, 125, 224, 226 and 259.
    private static let report = """
        Provrapport 2018

        Verksamhet, tkr\tNetto\tAvvikelse
        Vuxna\t-150 000\t9 662
        Summa\t-150 000\t9 662

        Vuxna +9,3 miljoner kronor, varav boenden står för cirka +4,7 miljo-
        ner kronor. Av utövarna tog 21 procent emot stöd; målet var 30 procent.
        I kön stod först tio personer, till slut stod elva personer där. Det kom 12 ärenden.

        """

    private static let manifest = """
        report: prov-text-2018
        title: { sv: "Provrapport 2018", en: "Sample report 2018" }
        municipality: "0127"
        organisation: Socialnämnden
        report_type: annual_report
        period: "2018"
        tables:
          - id: economy
            kind: economy
            rows: 2
            unit: tkr
            subjects: { Summa: Socialnämnden }
            columns:
              - { header: "Verksamhet, tkr", role: name }
              - { header: Netto, measure: net, period: "2018" }
              - { header: Avvikelse, measure: deviation, period: "2018" }
        narrative:
          - period: "2018"
            unit: mnkr
            measure: deviation
            figures:
              - { find: "Vuxna {} miljoner kronor", subject: Vuxna }
              - { find: "boenden står för cirka {}", subject: Boenden }
          - period: "2018"
            unit: percent
            figures:
              - { find: "utövarna tog {}", subject: Stöd, indicator: L0182-035 }
              - { find: "målet var {}", subject: Stöd, indicator: L0182-035, measure: target }
          - period: "2018"
            unit: number
            figures:
              - { find: "stod först {} personer", subject: Kö, indicator: L0182-038 }
              - { find: "till slut stod {} personer", subject: Kö, indicator: L0182-038 }
              - { find: "kom {} ärenden", subject: Ärenden }

        """

    private static func load(_ bench: ETLBench) async throws -> String {
        try await Shell.run("mkdir -p \"$1/rapporter\"", bench.folder)
        try bench.write(report, to: "rapporter/prov.txt")
        try bench.write(manifest, to: "rapporter/prov.yml")
        return try await bench.report("run", "reports", "--from", "rapporter")
    }

    private static let money = """
        SELECT string_agg(concat_ws('|', v.subject_kind, v.subject, v.measure, v.amount, v.printed,
            v.source_line || ':' || v.source_column, v.note), '; '
            ORDER BY v.subject, v.measure, v.revision_no)
        FROM mart.economy_version AS v JOIN mart.document AS d USING (document_key)
        WHERE d.document_code = 'prov-text-2018' AND v.measure = 'deviation'
        """

    @Test func `text is loaded beside the tables, with its line and its words`() async throws {
        try await ETLBench.with { bench in
            let first = try await Self.load(bench)
            // Four cells of the table, boenden, share and target; the two that differ are rejects.
            #expect(first.contains("\"read\":9,\"new\":7,"), "\(first)")
            #expect(first.contains("\"missing\":0,\"rejected\":2,"), "\(first)")
            #expect(
                first.contains(
                    "\"text_not_loaded\":{\"no_place\":1,\"in_tables\":1,\"repeated\":0}"),
                "\(first)")
            #expect(
                try await bench.database.psql(Self.money)
                    == "activity|Boenden|deviation|4700|cirka +4,7 miljoner kronor|7:0|"
                    + "löptext: ”boenden står för cirka +4,7 miljoner kronor”; ungefärligt; "
                    + "avrundat till 0,1 mnkr; total|Socialnämnden|deviation|9662|9 662|5:2; "
                    + "activity|Vuxna|deviation|9662|9 662|4:2")
            let outcome = try await bench.database.psql(
                """
                SELECT concat_ws('|', i.indicator_code, f.value, f.document_line, f.source_column, f.note)
                FROM dw.fact_outcome AS f JOIN dw.dim_indicator AS i USING (indicator_key)
                JOIN dw.dim_document AS d USING (document_key)
                WHERE d.document_code = 'prov-text-2018'
                """)
            #expect(outcome == "L0182-035|21|8|1|löptext: ”utövarna tog 21 procent”")
            let target = try await bench.database.psql(
                """
                SELECT concat_ws('|', t.value, t.document_line, t.period_declared)
                FROM dw.fact_target AS t JOIN dw.dim_document AS d USING (document_key)
                WHERE d.document_code = 'prov-text-2018'
                """)
            #expect(target == "30|8|t")
            let rejects = try await bench.run("rejects", "--run", "2", "--format", "csv")
            let lines = rejects.output.split(whereSeparator: \.isNewline).dropFirst()
            #expect(lines.count == 2)
            #expect(lines.allSatisfy { $0.contains("prov.txt:9") }, "\(rejects)")
            #expect(lines.allSatisfy { $0.contains("row.contradicts-another") }, "\(rejects)")
            let findings = try await bench.run(
                "findings", "--document", "prov-text-2018", "--format", "csv")
            #expect(
                findings.output.contains("7,warning,text-against-table,"), "\(findings)")
            var query = try CommandRunner("riktmarke")
            query.environment = bench.tool.environment
            let shown = try await query.run(["economy", "-k", "0127", "--lang", "en"])
            #expect(shown.status == 0, "\(shown)")
            #expect(shown.output.contains("told in running text 2018"), "\(shown)")
            #expect(shown.output.contains("cirka +4,7 miljoner kronor"), "\(shown)")
            let rows = try await query.run(["economy", "-k", "0127", "--format", "csv"])
            // What text says of a part is no row beside the verksamheter.
            #expect(!rows.output.contains("Boenden"), "\(rows)")
        }
    }

    @Test func `nothing is new the second time, and a changed sentence is a revision`()
        async throws
    {
        try await ETLBench.with { bench in
            _ = try await Self.load(bench)
            // Another manifest of the same meaning, so that the document is read anew.
            try bench.write(Self.manifest + "# läst igen\n", to: "rapporter/prov.yml")
            let again = try await bench.report("run", "reports", "--from", "rapporter")
            #expect(again.contains("\"new\":0,\"changed\":0,\"unchanged\":7,"), "\(again)")
            try bench.write(
                Self.report.replacing("+4,7", with: "+4,8").replacing(
                    "21 procent", with: "22 procent"),
                to: "rapporter/prov.txt")
            let changed = try await bench.report("run", "reports", "--from", "rapporter")
            #expect(changed.contains("\"new\":0,\"changed\":2,\"unchanged\":5,"), "\(changed)")
            let versions = try await bench.database.psql(
                """
                SELECT string_agg(revision_no || ': ' || amount || ' ' || printed, '; ' ORDER BY revision_no)
                FROM mart.economy_version WHERE subject = 'Boenden'
                """)
            #expect(
                versions
                    == "1: 4700 cirka +4,7 miljoner kronor; 2: 4800 cirka +4,8 miljoner kronor")
            // A table that comes to state what the text told takes over, and the text's is withdrawn
            // with no second row of the same figure.
            try bench.write(
                Self.report.replacing(
                    "Summa\t", with: "Boenden\t-90 000\t4 761\nSumma\t"), to: "rapporter/prov.txt")
            try bench.write(
                Self.manifest.replacing("rows: 2", with: "rows: 3"), to: "rapporter/prov.yml")
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            let tabled = try await bench.database.psql(
                """
                SELECT string_agg(concat_ws(' ', measure, amount, printed, document_line), '; ' ORDER BY measure)
                FROM mart.economy WHERE subject = 'Boenden' AND source = 'prov-text-2018'
                """)
            #expect(tabled == "deviation 4761 4 761 5; net -90000 -90 000 5")
            #expect(try await bench.run("migrate").status == 0)
            let doctor = try await bench.run("doctor", "--data")
            #expect(doctor.status == 0, "\(doctor)")
        }
    }
}
