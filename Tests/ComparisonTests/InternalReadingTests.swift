import Comparison
import Diagnostics
import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// L0182-001 made internal, with women and men for Solna: 60 of 100 in all, 2 of 40 women, 39 of 60 men.
@Suite struct `Reading what is internal` {
    private static let database = Task {
        let database = try await EphemeralCluster.shared().makeDatabase(template: .query)
        _ = try await database.psql(
            """
            UPDATE dw.dim_indicator_version SET disclosure = 'internal'
            WHERE indicator_key = (SELECT indicator_key FROM dw.dim_indicator WHERE indicator_code = 'L0182-001');
            SELECT dw.write_current('indicator');
            INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key, load_key, revision_no, source_line,
                municipality_key, gender_key, status_key, source_file, source_column, value, numerator, denominator)
            SELECT f.indicator_key, f.period_key, f.document_key, f.load_key, 1, 900 + g.key, f.municipality_key, g.key, 0,
                f.source_file, f.source_column, g.value, g.numerator, g.denominator
            FROM dw.fact_outcome AS f
            JOIN dw.dim_municipality AS m USING (municipality_key)
            JOIN dw.dim_indicator AS i USING (indicator_key)
            CROSS JOIN (VALUES (1, 5, 2, 40), (2, 65, 39, 60)) AS g (key, value, numerator, denominator)
            WHERE i.indicator_code = 'L0182-001' AND m.municipality_code = '0184' AND f.period_key = 120170000
                AND f.gender_key = 0;
            INSERT INTO dw.fact_target (indicator_key, period_key, document_key, load_key, revision_no, source_line,
                municipality_key, gender_key, status_key, source_file, source_column, period_declared, value)
            SELECT f.indicator_key, f.period_key, f.document_key, f.load_key, 1, 990 + f.gender_key, f.municipality_key,
                f.gender_key, 0, f.source_file, f.source_column, true, 50
            FROM dw.fact_outcome AS f
            JOIN dw.dim_municipality AS m USING (municipality_key)
            JOIN dw.dim_indicator AS i USING (indicator_key)
            WHERE i.indicator_code = 'L0182-001' AND m.municipality_code = '0184' AND f.gender_key < 2
            """)
        var connection = try Connection(
            ConnectionOptions(
                target: .conninfo(database.conninfo), applicationName: "tests",
                role: "riktmarke_etl"))
        _ = try OutcomeClearance.refresh(&connection)
        return database
    }

    private func read<Result: Sendable>(
        _ body: @Sendable (inout Connection, Indicator, Municipality) throws -> Result
    ) async throws -> Result {
        let session = try await Session(
            ConnectionOptions(
                target: .conninfo(try await Self.database.value.conninfo),
                applicationName: "tests", role: "riktmarke_read"))
        let result = try await session.withConnection { connection in
            let code = try #require(IndicatorCode("L0182-001"))
            let indicator = try #require(try IndicatorDimension.find(&connection, code: code))
            let solna = try #require(
                try MunicipalityDimension.names(&connection)
                    .first { $0.code.description == "0184" })
            return try body(&connection, indicator, solna)
        }
        await session.close()
        return result
    }

    @Test func `hides both genders of a comparison, and shows the total`() async throws {
        let statuses = try await read { connection, indicator, solna in
            try Gender.allCases.map { gender in
                let figure = try ComparisonReader.figures(
                    &connection, indicator: indicator, period: try Sample.year2017(),
                    gender: gender, municipalities: [solna], asOf: nil)[solna.key]?.first
                return "\(gender.rawValue) \(figure?.status.rawValue ?? "none") "
                    + "\(figure?.value?.description ?? "-") "
                    + "\(figure?.numerator?.description ?? "-")"
            }
        }
        #expect(statuses == ["T ok 60 60", "K suppressed - -", "M suppressed - -"])
    }

    @Test(arguments: [nil, [Gender.men], [.women, .men]])
    func `hides them in an export, whichever genders are asked for`(
        genders: [Gender]?
    ) async throws {
        let rows = try await read { connection, indicator, solna in
            var selection = ExportSelection()
            selection.indicators = [indicator]
            selection.municipalities = [solna]
            selection.genders = genders
            var rows: [ExportRow] = []
            try OutcomeExport.stream(selection, &connection) { rows.append($0) }
            return rows.filter { $0.gender != "T" }
        }
        #expect(rows.count == (genders ?? [.women, .men]).count)
        for row in rows {
            #expect(row.status == "suppressed")
            #expect(row.value == nil && row.numerator == nil && row.denominator == nil)
        }
    }

    @Test func `tells of how many indicators a profile and differences hide the figure`()
        async throws
    {
        let counts = try await read { connection, indicator, solna in
            func hidden(
                _ genders: [Gender], _ indicators: [Int32]? = nil, _ period: Period? = nil
            ) throws -> Int {
                let lists = try genders.map { gender in
                    (
                        gender: gender,
                        rows: try ProfileReader.rows(
                            &connection, focus: solna, gender: gender, indicators: indicators,
                            scope: .everybody, period: period)
                    )
                }
                return try HiddenFigures.count(
                    &connection, beside: lists, of: solna, indicators: indicators,
                    period: period, asOf: nil)
            }
            let other = Period(year: 2016)
            return [
                try hidden([.total]), try hidden([.women]), try hidden([.women, .men]),
                try hidden([.women], [indicator.key]), try hidden([.women], []),
                try hidden([.women], nil, try Sample.year2017()),
                try hidden([.women], nil, other),
            ]
        }
        #expect(counts == [0, 1, 1, 1, 0, 1, 0])
    }

    @Test func `says in the notes what is hidden, and nothing where nothing is`() async throws {
        let solna = try await read { _, _, solna in solna }
        let year = try Sample.year2017()
        #expect(
            ProfileNotes.hidden(2, of: solna).map(\.sv) == [
                "För 2 nyckeltal omfattas det senaste värdet för Solna av sekretess och visas inte."
            ])
        #expect(
            ProfileNotes.hidden(1, of: solna, in: year).map(\.en) == [
                "Of 1 of the indicators the value for 2017 of Solna is suppressed and not shown."
            ])
        #expect(ProfileNotes.hidden(0, of: solna).isEmpty)
    }

    @Test func `says of a target that its outcome is suppressed, and computes nothing of it`()
        async throws
    {
        let rows = try await read { connection, _, solna in
            try TargetReader.rows(&connection, focus: solna)
        }
        #expect(rows.map(\.target.gender) == [.total, .women])
        #expect(rows.map(\.status) == [.reached, .suppressed])
        let women = try #require(rows.last)
        #expect(women.outcome == nil && women.latest == nil && women.isSuppressed)
        #expect((women.difference, women.gap, women.yearlyStep) == (nil, nil, nil))
        #expect(
            (women.gapInPersons, women.isWithinUncertainty, women.neededCases) == (nil, nil, nil))
    }

    @Test func `hides them in a receipt`() async throws {
        let receipts = try await read { connection, indicator, solna in
            try Receipt.outcomes(
                &connection, indicator: indicator, municipality: solna,
                period: try Sample.year2017())
        }
        let men = try #require(receipts.first { $0.gender == .men })
        #expect(men.status == .suppressed)
        #expect(men.value == nil && men.numerator == nil && men.denominator == nil)
        #expect(receipts.contains { $0.gender == .total && $0.value == ScaledDecimal(60) })
    }
}
