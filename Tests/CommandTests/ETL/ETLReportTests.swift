import TestSupport
import Testing

/// `run reports` and `findings` from the outside, over a document that is made up.
@Suite struct ETLReportTests {
    private static let report = """
        Provrapport 2018

        Indikatorer\tUtfall 2017\tUtfall 2018\tMål 2018\t
        Andel unga i årskurs 9 som inte dricker alkohol\t51 %\t55 %\t59 %\tT3
        Antal bostad med särskild service vuxna\t146\tI5I\t\tT3
        Antal ting som ingen känner\t1\t2\t3\tT3

        Verksamhet, tkr\tIntäkter\tKostnader\tNetto
        Barn och unga\t10\t-30\t-20
        Vuxna\t5\t-25\t-30

        Mötet hölls den 31 april.

        """

    private static let manifest = """
        report: prov-2018
        title: { sv: "Provrapport 2018", en: "Sample report 2018" }
        municipality: "0127"
        organisation: Socialnämnden
        report_type: annual_report
        period: "2018"
        tables:
          - id: indicators
            kind: indicators
            rows: 3
            columns:
              - { header: Indikatorer, role: name }
              - { header: Utfall 2017, measure: outcome, period: "2017" }
              - { header: Utfall 2018, measure: outcome, period: "2018" }
              - { header: Mål 2018, measure: target, period: "2018" }
              - { header: "", role: flags }
          - id: economy
            kind: economy
            rows: 2
            unit: tkr
            columns:
              - { header: "Verksamhet, tkr", role: name }
              - { header: Intäkter, measure: income, period: "2018" }
              - { header: Kostnader, measure: cost, period: "2018" }
              - { header: Netto, measure: net, period: "2018" }

        """

    private static func prepare(_ bench: ETLBench) async throws {
        try await Shell.run("mkdir -p \"$1/rapporter\"", bench.folder)
        try bench.write(report, to: "rapporter/prov.txt")
        try bench.write(manifest, to: "rapporter/prov.yml")
    }

    private static let stated = """
        SELECT string_agg(concat_ws(' ', i.indicator_code, p.period_code, f.value, f.status_key,
            f.document_line || ':' || f.source_column, f.note), '; '
            ORDER BY i.indicator_code, p.period_code)
        FROM dw.fact_outcome AS f
        JOIN dw.dim_indicator AS i USING (indicator_key)
        JOIN dw.dim_period AS p USING (period_key)
        JOIN dw.dim_document AS d USING (document_key)
        WHERE d.document_code = 'prov-2018'
        """

    @Test func `a report's outcomes and targets are loaded once, with their lines`() async throws {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            let first = try await bench.report("run", "reports", "--from", "rapporter")
            #expect(first.contains("\"source\":\"reports\",\"state\":\"loaded\""), "\(first)")
            #expect(first.contains("\"read\":15,\"new\":12,"), "\(first)")
            #expect(first.contains("\"missing\":1,\"rejected\":3,"), "\(first)")
            let outcomes = try await bench.database.psql(Self.stated)
            #expect(
                outcomes
                    == "L0182-010 2017 146 0 5:1; "
                    + "L0182-010 2018 151 0 5:2 letter-for-digit: ”I5I” läst ”151”; "
                    + "L0182-013 2017 51 0 4:1; L0182-013 2018 55 0 4:2")
            let targets = try await bench.database.psql(
                """
                SELECT string_agg(concat_ws(' ', t.value, t.status_key, t.document_line,
                    t.period_declared), '; ' ORDER BY t.document_line)
                FROM dw.fact_target AS t JOIN dw.dim_document AS d USING (document_key)
                WHERE d.document_code = 'prov-2018'
                """)
            #expect(targets == "59 0 4 t; 101 5 t")
            let document = try await bench.database.psql(
                """
                SELECT concat_ws('|', s.source_code, d.title, o.name, d.report_kind,
                    d.published_on, d.published_on_basis, d.file_name)
                FROM dw.dim_document AS d JOIN dw.dim_source AS s USING (source_key)
                JOIN dw.dim_organisation AS o USING (organisation_key)
                WHERE d.document_code = 'prov-2018'
                """)
            #expect(
                document
                    == "reports/prov-2018|Provrapport 2018|Socialnämnden|annual_report|"
                    + "2018-12-31|period_end|prov.txt")
            let again = try await bench.run("run", "reports", "--from", "rapporter")
            #expect(again.status == 0, "\(again)")
            #expect(again.output.contains("nothing to do"), "\(again)")
            let status = try await bench.run("status", "--format", "csv")
            #expect(status.status == 0, "\(status)")
            let lines = status.output.split(whereSeparator: \.isNewline)
            for source in ["reports", "reports/prov-2018"] {
                #expect(lines.contains { $0.hasPrefix("\(source),fresh,") }, "\(lines)")
            }
        }
    }

    @Test func `a report's money is loaded with it, signs and net as printed, and asked for`()
        async throws
    {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            let stated = try await bench.database.psql(
                """
                SELECT string_agg(concat_ws(' ', subject_kind, subject, measure, amount, document_line,
                    printed_unit), '; ' ORDER BY document_line, measure)
                FROM mart.economy WHERE source = 'prov-2018'
                """)
            #expect(
                stated
                    == "activity Barn och unga cost -30 9 tkr; activity Barn och unga income 10 9 tkr; "
                    + "activity Barn och unga net -20 9 tkr; activity Vuxna cost -25 10 tkr; "
                    + "activity Vuxna income 5 10 tkr; activity Vuxna net -30 10 tkr")
            var query = try CommandRunner("riktmarke")
            query.environment = bench.tool.environment
            let shown = try await query.run(["economy", "-k", "0127"])
            #expect(shown.status == 0, "\(shown)")
            #expect(
                shown.output.contains("Vuxna: the net is −30 in the source (line 10)"), "\(shown)")
            // A net that is corrected is one change, and the old one is kept.
            try bench.write(
                Self.report.replacing("-25\t-30", with: "-25\t-20"), to: "rapporter/prov.txt")
            let second = try await bench.report("run", "reports", "--from", "rapporter")
            #expect(second.contains("\"new\":0,\"changed\":1,\"unchanged\":11,"), "\(second)")
            let versions = try await bench.database.psql(
                """
                SELECT string_agg(revision_no || ': ' || amount, ', ' ORDER BY revision_no)
                FROM mart.economy_version WHERE subject = 'Vuxna' AND measure = 'net'
                    AND document_key IN (SELECT document_key FROM mart.document WHERE document_code = 'prov-2018')
                """)
            #expect(versions == "1: -30, 2: -20")
            // The grants on a database are not those of the template it is a copy of.
            #expect(try await bench.run("migrate").status == 0)
            let doctor = try await bench.run("doctor", "--data")
            #expect(doctor.status == 0, "\(doctor)")
        }
    }

    @Test func `a report in HTML is loaded as a text is, and tells table, row and cell`()
        async throws
    {
        try await ETLBench.with { bench in
            try await Shell.run("mkdir -p \"$1/rapporter\"", bench.folder)
            try bench.write(Self.page(Self.report), to: "rapporter/prov.html")
            try bench.write(Self.manifest, to: "rapporter/prov.yml")
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            let findings = try await bench.run(
                "findings", "--document", "prov-2018", "--format", "csv")
            #expect(findings.output.contains("(table 2, row 3)"), "\(findings)")
            #expect(
                try await bench.database.psql(Self.stated)
                    == "L0182-010 2017 146 0 5:1 tabell 1, rad 3, cell 2; "
                    + "L0182-010 2018 151 0 5:2 letter-for-digit: ”I5I” läst ”151”; "
                    + "tabell 1, rad 3, cell 3; "
                    + "L0182-013 2017 51 0 4:1 tabell 1, rad 2, cell 2; "
                    + "L0182-013 2018 55 0 4:2 tabell 1, rad 2, cell 3")
            // Money says its place as outcomes do: the line is one of the text that was made of the page.
            #expect(
                try await bench.database.psql(
                    """
                    SELECT string_agg(measure || ' ' || note, '; ' ORDER BY measure) FROM mart.economy
                    WHERE source = 'prov-2018' AND subject = 'Vuxna'
                    """)
                    == "cost tabell 2, rad 3, cell 3; income tabell 2, rad 3, cell 2; "
                    + "net tabell 2, rad 3, cell 4")
            var tool = bench.tool
            tool.environment["RIKTMARKE_DATABASE_URL"] = "host=/nonexistent"
            let review = try await tool.run(["review", "rapporter/prov.html", "--format", "csv"])
            #expect(review.status == 1, "\(review)")
            let lines = review.output.split(whereSeparator: \.isNewline)
            #expect(
                lines.contains { $0.hasPrefix("10,") && $0.hasSuffix(",\"table 2, row 3\"") },
                "\(review)")
        }
    }

    /// The report as a page: lines with tabs are rows of tables, others paragraphs.
    private static func page(_ text: String) -> String {
        var page = "<!DOCTYPE html><html><meta charset=utf-8><body>"
        var isTable = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isRow = line.contains("\t")
            if isRow != isTable { page += isRow ? "<table>" : "</table>" }
            isTable = isRow
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            page +=
                isRow
                ? "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" : "<p>\(line)</p>"
        }
        return page + "</body></html>"
    }

    @Test func `an unknown indicator is a reject with its place`() async throws {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            let rejects = try await bench.run("rejects", "--run", "2", "--format", "csv")
            #expect(rejects.status == 1)
            let lines = rejects.output.split(whereSeparator: \.isNewline)
            #expect(lines.count == 4)
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("reports/prov-2018,") })
            #expect(lines[1].contains("prov.txt:6:1,Utfall 2017,1,"), "\(rejects)")
        }
    }

    @Test func `a document that does not fit loads nothing, says where, and stops no other`()
        async throws
    {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            try bench.write(
                Self.report.replacing("Mål 2018", with: "Mål 2019"), to: "rapporter/annan.txt")
            try bench.write(
                Self.manifest.replacing("prov-2018", with: "annan-2018"),
                to: "rapporter/annan.yml")
            let result = try await bench.run("run", "reports", "--from", "rapporter")
            #expect(result.status == 65, "\(result)")
            #expect(result.errors.contains("report.table-missing"), "\(result)")
            #expect(result.errors.contains("annan.txt"), "\(result)")
            let documents = try await bench.database.psql(
                """
                SELECT string_agg(DISTINCT d.document_code, ',') FROM dw.fact_outcome AS f
                JOIN dw.dim_document AS d USING (document_key) WHERE d.document_code ~ '-2018$'
                    AND d.document_code !~ 'nacka'
                """)
            #expect(documents == "prov-2018")
        }
    }

    @Test func `a changed figure is one change, and a plan changes nothing`() async throws {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            let plan = try await bench.report("plan", "reports", "--from", "rapporter/prov.txt")
            #expect(plan.contains("\"new\":12,"), "\(plan)")
            #expect(try await bench.database.psql(Self.stated) == "")
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            try bench.write(Self.report.replacing("55 %", with: "56 %"), to: "rapporter/prov.txt")
            let second = try await bench.report("run", "reports", "--from", "rapporter")
            #expect(second.contains("\"new\":0,\"changed\":1,\"unchanged\":11,"), "\(second)")
        }
    }

    @Test func `reports are loaded only when it is said where they lie`() async throws {
        try await ETLBench.with { bench in
            let nowhere = try await bench.run("run", "reports")
            #expect(nowhere.status == 64)
            #expect(nowhere.errors.contains("usage.no-reports"), "\(nowhere)")
            try bench.writeSource(["U33461;Nacka;2017;86"])
            let other = try await bench.run("run", "own", "--from", "rapporter")
            #expect(other.status == 64)
            #expect(other.errors.contains("usage.not-reports"), "\(other)")
            #expect(try await bench.run("run", "--all").status == 0)
        }
    }

    @Test func `findings tell what contradicts itself, with status 0, and review with 1`()
        async throws
    {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            var tool = bench.tool
            tool.environment["RIKTMARKE_DATABASE_URL"] = "host=/nonexistent"
            let result = try await tool.run(["findings", "--from", "rapporter", "--format", "csv"])
            #expect(result.status == 0, "\(result)")
            let lines = result.output.split(whereSeparator: \.isNewline)
            #expect(
                lines.first == "line,severity,rule,printed,expected,message,document,file,place")
            #expect(lines.count == 3)
            #expect(lines[1].hasPrefix("10,warning,net,-30,-20,"), "\(result)")
            #expect(lines[2].hasPrefix("12,warning,impossible-date,31 april,"), "\(result)")
            #expect(lines[1].hasSuffix(",prov-2018,rapporter/prov.txt,"))
            let errors = try await tool.run(
                ["findings", "--from", "rapporter", "--severity", "error", "--format", "csv"])
            #expect(errors.output.split(whereSeparator: \.isNewline).count == 1)
            let unknown = try await tool.run(
                ["findings", "--from", "rapporter", "--document", "x"])
            #expect(unknown.status == 64)
            #expect(unknown.errors.contains("report.unknown-document"))
            let review = try await tool.run(["review", "rapporter/prov.txt"])
            #expect(review.status == 1, "\(review)")
            #expect(review.errors.contains("report.no-warehouse"), "\(review)")
        }
    }

    @Test func `loaded documents tell their own contradictions, and what others state otherwise`()
        async throws
    {
        try await ETLBench.with { bench in
            try await Self.prepare(bench)
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            let own = try await bench.run(
                "findings", "--document", "prov-2018", "--format", "csv")
            #expect(own.status == 0, "\(own)")
            let lines = own.output.split(whereSeparator: \.isNewline)
            #expect(lines.count == 3, "\(own)")
            #expect(lines[1].hasPrefix("10,warning,net,-30,-20,"), "\(own)")
            #expect(lines[2].hasSuffix(",prov-2018,prov.txt,"), "\(own)")
            // The same kommun a year later: one figure is told otherwise, one within rounding.
            try bench.write(
                """
                Provrapport 2019

                Indikatorer\tUtfall 2018\tUtfall 2019\tMål 2019\t
                Andel unga i årskurs 9 som inte dricker alkohol\t55,4 %\t57 %\t59 %\tT3
                Antal bostad med särskild service vuxna\t153\t150\t\tT3

                """, to: "rapporter/senare.txt")
            try bench.write(Self.laterManifest, to: "rapporter/senare.yml")
            _ = try await bench.report("run", "reports", "--from", "rapporter")
            let across = try await bench.run(
                "findings", "--document", "prov-2019", "--format", "csv")
            let found = across.output.split(whereSeparator: \.isNewline)
            #expect(found.count == 2, "\(across)")
            #expect(found[1].hasPrefix("5,warning,other-document,153,151,"), "\(across)")
            #expect(found[1].contains("prov-2018:5"), "\(across)")
            let review = try await bench.run("review", "rapporter/senare.txt", "--format", "csv")
            #expect(review.status == 0, "\(review)")
            #expect(review.errors.contains("4 of the draft's outcomes"), "\(review)")
            try bench.write(
                """
                Utkast 2020

                Indikatorer\tUtfall 2018\tUtfall 2019\tMål 2020\t
                Andel unga i årskurs 9 som inte dricker alkohol\t54 %\t57 %\t59 %\tT3

                """, to: "utkast.txt")
            let draft = try await bench.run(
                "review", "utkast.txt", "--kommun", "0127", "--format", "csv")
            #expect(draft.status == 1, "\(draft)")
            let differing = draft.output.split(whereSeparator: \.isNewline)
            #expect(differing.count == 2, "\(draft)")
            #expect(differing[1].hasPrefix("4,warning,warehouse,54 %,\"55,4\","), "\(draft)")
        }
    }

    private static let laterManifest = """
        report: prov-2019
        municipality: "0127"
        organisation: Socialnämnden
        report_type: annual_report
        period: "2019"
        tables:
          - id: indicators
            kind: indicators
            rows: 2
            columns:
              - { header: Indikatorer, role: name }
              - { header: Utfall 2018, measure: outcome, period: "2018" }
              - { header: Utfall 2019, measure: outcome, period: "2019" }
              - { header: Mål 2019, measure: target, period: "2019" }
              - { header: "", role: flags }

        """
}
