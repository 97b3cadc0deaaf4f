import Cases
import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// What the database says of case data when it does not take them.
@Suite struct CaseStoreTests {
    @Test func `an error of the server repeats nothing of the row that it is about`() async throws {
        try await WarehouseFixture.withDatabase(WarehouseFixture.empty) { database in
            let session = try await Session(
                ConnectionOptions(
                    target: .conninfo(database.conninfo), applicationName: "test", role: nil))
            let opened = try #require(CalendarDay("2016-05-17"))
            let closed = try #require(CalendarDay("2016-05-16"))
            let observation = try #require(CaseObservation(from: closed, until: opened))
            let nacka = try MunicipalityCode("0182")
            try await session.withConnection { connection in
                var record = CaseRecord(
                    person: [UInt8](repeating: 0xAB, count: 32),
                    id: [UInt8](repeating: 0xCD, count: 32), kind: .investigation,
                    openedOn: opened)
                // Closed the day before it was opened, which the reading of files would have refused.
                record.closedOn = closed
                record.ageAtClose = 7
                let delivery = CaseStore.Delivery(
                    source: "a", municipality: nacka, load: 1,
                    fingerprint: [UInt8](repeating: 1, count: 32), observation: observation,
                    readRows: 1, rejectedRows: 0)
                let records = [record]
                let error = try postgresError {
                    try connection.transaction(.readWrite) { connection in
                        try CaseStore.withRole(&connection) { connection in
                            _ = try CaseStore.merge(&connection, delivery, records)
                        }
                    }
                }
                #expect(error.constraint == "case_closes_after_it_opens")
                for secret in ["abab", "cdcd", "2016-05"] {
                    #expect(!"\(error)".contains(secret), "\(secret)")
                }
            }
            await session.close()
        }
    }
}
