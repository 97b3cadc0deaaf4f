/// Finds where a monotone function passes through zero.
enum Root {
    /// The zero between two points on whose sides the function has different signs.
    ///
    /// T. R. Chandrupatla, Advances in Engineering Software 28 (1997) 145–149: inverse quadratic
    /// interpolation where it is safe, else bisection. Ends when neighbouring doubles are reached.
    static func between(
        _ low: Double, _ high: Double, _ function: (Double) -> Double
    ) -> Double {
        var b = low
        var a = high
        var c = high
        var fa = function(a)
        var fb = function(b)
        var fc = fa
        var t = 0.5
        for _ in 0..<200 {
            let x = a + t * (b - a)
            let fx = function(x)
            if (fx < 0) == (fa < 0) {
                c = a
                fc = fa
            } else {
                c = b
                b = a
                fc = fb
                fb = fa
            }
            a = x
            fa = fx
            let best = abs(fb) < abs(fa) ? b : a
            let tolerance = 2 * Double.ulpOfOne * abs(best) + Double.leastNormalMagnitude
            let limit = tolerance / abs(b - c)
            if limit > 0.5 || fa == 0 || fb == 0 { return best }
            let xi = (a - b) / (c - b)
            let phi = (fa - fb) / (fc - fb)
            if phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi {
                t =
                    fa / (fb - fa) * fc / (fb - fc)
                    + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
            } else {
                t = 0.5
            }
            t = min(1 - limit, max(limit, t))
        }
        return abs(fb) < abs(fa) ? b : a
    }

    /// The zero of a function of positive numbers that rises through it, near a first guess.
    static func ofRising(near guess: Double, _ function: (Double) -> Double) -> Double {
        var low = guess
        var high = guess
        var factor = 1.1
        while function(low) > 0, low > Double.leastNormalMagnitude {
            high = low
            low /= factor
            factor *= factor
        }
        factor = 1.1
        while function(high) < 0, high < 1e300 {
            low = high
            high *= factor
            factor *= factor
        }
        return between(low, high, function)
    }
}
