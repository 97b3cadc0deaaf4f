import Indicators
import Postgres
import Testing
import Warehouse

/// The rule stands twice, in SQL for what psql and export read and in Swift for comparisons.
@Suite struct PublicationStateTests {
    @Test func `SQL and Swift tell the same state of a year`() async throws {
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: "riktmarke_read") {
            connection in
            let dates = [nil, "2017-04-01", "2017-08-28", "2018-01-01"]
            let days = ["2016-12-31", "2017-04-01", "2017-08-27", "2017-08-28", "2018-01-01"]
            var states: Set<String> = []
            for year in 2015...2018 {
                for planned in [nil, 2016, 2017] {
                    for preliminary in dates {
                        for final in dates {
                            for collects in [false, true] {
                                let plan = PublicationPlan(
                                    source: "kolada", year: planned,
                                    preliminaryDay: preliminary.flatMap { CalendarDay($0) },
                                    finalDay: final.flatMap { CalendarDay($0) },
                                    collectsInAutumn: collects)
                                let told = try connection.query(
                                    """
                                    SELECT string_agg(mart.publication_state('year', \(Int16(year)), \(planned.map { Int16($0) }),
                                        \(preliminary)::text::date, \(final)::text::date, \(collects), day::date), ',' ORDER BY day)
                                    FROM unnest(\(days)::text[]) AS day
                                    """, as: String.self
                                ).first
                                let expected = try days.map {
                                    plan.state(ofYear: year, on: try #require(CalendarDay($0)))
                                        .rawValue
                                }
                                states.formUnion(expected)
                                #expect(
                                    told == expected.joined(separator: ","), "\(year) \(plan)")
                            }
                        }
                    }
                }
            }
            #expect(states == ["collecting", "preliminary", "final"])
        }
    }
}
