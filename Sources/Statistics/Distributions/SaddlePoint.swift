internal import Glibc

/// The parts of the saddle-point expansion: densities without cancellation for any size.
///
/// C. Loader, *Fast and Accurate Computation of Binomial Probabilities* (2000). Logarithms of gamma
/// functions would lose as many digits as the counts have.
enum SaddlePoint {
    /// What Stirling's formula lacks: ln Γ(n + 1) − ½ ln(2πn) − n ln n + n, for n > 0.
    static func stirlingError(_ n: Double) -> Double {
        guard n > 15 else {
            return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.918938533204672742
        }
        // Stirling's series, NIST DLMF 5.11.1; at 15 the first term left out is below 1e-17.
        let s = 1 / (n * n)
        let series: [Double] = [
            1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
        ]
        var sum = 0.0
        for term in series.reversed() { sum = sum * s + term }
        return sum / n
    }

    /// The deviance x ln(x/m) + m − x, exact also where x and m are close; both above 0.
    static func deviance(_ x: Double, _ m: Double) -> Double {
        guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
        let v = (x - m) / (x + m)
        var sum = (x - m) * v
        var power = 2 * x * v
        var j = 1.0
        while true {
            power *= v * v
            let next = sum + power / (2 * j + 1)
            if next == sum { return sum }
            sum = next
            j += 1
        }
    }

    /// m to the power x times e to −m, over Γ(x + 1); the Poisson probability of x where x is whole.
    static func poissonTerm(_ x: Double, mean m: Double) -> Double {
        guard x > 0 else { return exp(-m) }
        guard m > 0 else { return 0 }
        return exp(-stirlingError(x) - deviance(x, m)) / (2 * Double.pi * x).squareRoot()
    }

    /// The density of Student's t at `t` with `degrees` of freedom.
    static func studentDensity(_ t: Double, degrees: Double) -> Double {
        let half = degrees / 2
        let scale =
            -deviance(half, half + 0.5) + stirlingError(half + 0.5) - stirlingError(half)
        let square = t * t / degrees
        return exp(scale - half * log1p(square))
            / (2 * Double.pi * (1 + square)).squareRoot()
    }
}
