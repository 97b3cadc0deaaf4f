internal import Glibc

/// The standard normal distribution.
public enum StandardNormal {
    /// The quantile of 97.5 %, for two-sided intervals at 95 %.
    public static let quantile975 = 1.959963984540054

    /// The probability of a value of at most `z`.
    ///
    /// Half the complementary error function of −z/√2 (NIST DLMF 7.18), so that both tails keep
    /// their relative precision.
    public static func cumulative(_ z: Double) -> Double {
        erfc(-z / 2.0.squareRoot()) / 2
    }

    /// The value that is not exceeded with a probability; `nil` unless that is between 0 and 1.
    ///
    /// Rational approximations of M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988)
    /// 477–484, the routine for 16 digits.
    public static func quantile(_ probability: Double) -> Double? {
        guard probability > 0, probability < 1 else { return nil }
        let centred = probability - 0.5
        if abs(centred) <= 0.425 {
            let r = 0.180625 - centred * centred
            return centred * ratio(centre, at: r)
        }
        let tail = centred < 0 ? probability : 1 - probability
        let r = (-log(tail)).squareRoot()
        let distance = r <= 5 ? ratio(shoulder, at: r - 1.6) : ratio(farTail, at: r - 5)
        return centred < 0 ? -distance : distance
    }

    /// Numerator and denominator of a rational function, the constant term first.
    private typealias Coefficients = (above: [Double], below: [Double])

    private static func ratio(_ coefficients: Coefficients, at x: Double) -> Double {
        value(coefficients.above, x) / value(coefficients.below, x)
    }

    private static func value(_ polynomial: [Double], _ x: Double) -> Double {
        var sum = 0.0
        for coefficient in polynomial.reversed() { sum = sum * x + coefficient }
        return sum
    }

    private static let centre: Coefficients = (
        above: [
            3.387132872796366608, 133.14166789178437745, 1971.5909503065514427,
            13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
            33430.575583588128105, 2509.0809287301226727,
        ],
        below: [
            1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
            21213.794301586595867, 39307.89580009271061, 28729.085735721942674,
            5226.495278852854561,
        ]
    )

    private static let shoulder: Coefficients = (
        above: [
            1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055,
            3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177,
            0.0227238449892691845833, 7.7454501427834140764e-4,
        ],
        below: [
            1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
            0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4,
            1.05075007164441684324e-9,
        ]
    )

    private static let farTail: Coefficients = (
        above: [
            6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358,
            0.29656057182850489123, 0.026532189526576123093, 0.0012426609473880784386,
            2.71155556874348757815e-5, 2.01033439929228813265e-7,
        ],
        below: [
            1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
            7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
            2.04426310338993978564e-15,
        ]
    )
}
