import Statistics
import Testing

@Suite struct `Places` {
    @Test func `equal values share the lower place, and a missing one has none`() {
        let values: [Double?] = [10, 20, 20, nil, 30, 40]
        #expect(RankOrder.places(of: values, .high) == [5, 3, 3, nil, 2, 1])
        #expect(RankOrder.places(of: values, .low) == [1, 2, 2, nil, 4, 5])
        #expect(RankOrder.places(of: [Double?](arrayLiteral: nil, nil), .low) == [nil, nil])
        #expect(RankOrder.places(of: [7, 7, 7], .high) == [1, 1, 1])
    }

    @Test func `quarters of eight, and of ten`() {
        let eight = (1...8).map { Optional(Double($0)) }
        #expect(RankOrder.groups(of: eight, 4, .high) == [4, 4, 3, 3, 2, 2, 1, 1])
        #expect(RankOrder.groups(of: eight, 4, .low) == [1, 1, 2, 2, 3, 3, 4, 4])
        let ten = (1...10).map { Optional(Double($0)) }
        #expect(RankOrder.groups(of: ten, 4, .low) == [1, 1, 1, 2, 2, 3, 3, 3, 4, 4])
    }

    @Test func `equal values are never parted, and too few have no group`() {
        #expect(RankOrder.groups(of: [5, 5, 5, 5], 4, .high) == [1, 1, 1, 1])
        #expect(RankOrder.groups(of: [1, 2, nil, 3], 4, .high) == [nil, nil, nil, nil])
        #expect(RankOrder.groups(of: [1, nil, 2], 0, .high) == [nil, nil, nil])
    }

    /// Where doubles round the other way, by hand in fractions: 21 − ⌈(28 + 1 − 8)·20/28⌉ = 6.
    @Test(arguments: [(28, 8), (56, 15), (92, 24), (388, 98)])
    func `twenty groups in whole numbers`(count: Int, place: Int) {
        let values = (1...count).map { Optional(Double($0)) }
        #expect(RankOrder.groups(of: values, 20, .low)[place - 1] == 6)
    }

    @Test func `a complement has the same places and groups the other way round`() {
        let shares = [0.2, 0.7, 0.7, 0.35, 0.9, 0.51, 0.08].map(Optional.some)
        let rest = shares.map { share in share.map { 1 - $0 } }
        #expect(RankOrder.places(of: shares, .high) == RankOrder.places(of: rest, .low))
        #expect(RankOrder.groups(of: shares, 4, .high) == RankOrder.groups(of: rest, 4, .low))
    }

    @Test(arguments: [(0.0, 1.0), (0.25, 13.25), (0.5, 25.5), (0.75, 37.75), (1, 50)])
    func `percentiles of 1 to 50`(share: Double, expected: Double) {
        #expect(Percentile.type7(of: (1...50).map(Double.init).shuffled(), share) == expected)
    }

    @Test func `percentiles of one value and of none`() {
        #expect(Percentile.type7(of: [3], 0.9) == 3)
        #expect(Percentile.type7(of: [Double](), 0.5) == nil)
        #expect(Percentile.type7(of: [1, 2], 1.5) == nil)
        #expect(Percentile.median(of: [4, 1, 9, 2]) == 3)
        #expect(Percentile.rank(of: 35, among: [10, 20, 30, 40, 50]) == 0.6)
    }

    @Test func `a value on a bound is in the better band, and equal values share one`() throws {
        let values: [Double?] = [1, 2, 3, 4, 5, nil]
        let bands = try #require(PercentileBands(of: values, at: [0.25, 0.75]))
        #expect(bands.bounds == [2, 4])
        #expect([1, 2, 3, 4, 5].map { bands.band(of: $0, .high) } == [3, 2, 2, 1, 1])
        #expect([1, 2, 3, 4, 5].map { bands.band(of: $0, .low) } == [1, 1, 2, 2, 3])
        #expect(PercentileBands(of: [nil], at: [0.5]) == nil)
        let alike = try #require(PercentileBands(of: [7, 7, 7], at: [0.25, 0.75]))
        #expect(alike.band(of: 7, .high) == 1)
    }

    @Test func `rank intervals count whom a unit can be told from`() throws {
        func unit(_ x: Double, _ n: Double) -> Proportion? { Proportion(count: x, total: n) }
        let units = [unit(900, 1000), unit(5, 10), nil, unit(100, 1000), unit(88, 100)]
        let places = RankInterval.places(of: units, .high)
        #expect(places == [1...2, 3...3, nil, 4...4, 1...2])
        #expect(RankInterval.places(of: units, .low) == [3...4, 2...2, nil, 1...1, 3...4])
    }

    /// Computed with numpy.
    @Test func `distances with weights, to which what is alike adds nothing`() throws {
        let units: [[Double?]] = [[1, 10, 3], [2, 14, 3], [4, 9, 3], [8, 30, 3]]
        let weights = [42.5, 57.5, 1e-9]
        let city = try #require(Distance(units, weights: weights, metric: .manhattan))
        #expect(isClose(city.between(0, 1), 0.3733659719611175, 1e-9))
        #expect(isClose(city.between(0, 3), 2.1414046298552516, 1e-9))
        let straight = try #require(Distance(units, weights: weights, metric: .euclid))
        #expect(isClose(straight.between(0, 1), 0.37586560782749995, 1e-9))
        #expect(isClose(straight.between(1, 3), 1.7740788607330018, 1e-9))
        #expect(city.nearest(to: 3).map(\.unit) == [1, 2, 0])
        #expect(city.nearest(to: 3, top: 1).map(\.position) == [1])
        #expect(city.contributions(0, 1)?[2] == 0)
    }

    @Test func `a unit without a value is nobody's neighbour, and ties go by order`() throws {
        let units: [[Double?]] = [[0], [1], [nil], [-1], [5]]
        let distance = try #require(Distance(units))
        #expect(distance.nearest(to: 0).map(\.unit) == [1, 3, 4])
        #expect(distance.nearest(to: 2).isEmpty)
        #expect(distance.between(0, 2) == nil)
        #expect(Distance(units, weights: [0]) == nil)
        #expect(Distance(units, weights: [1, 1]) == nil)
        #expect(Distance([[1], [1, 2]]) == nil)
    }
}
