/// Constants of the standard normal distribution.
public enum StandardNormal {
    /// The quantile of 97.5 %, for two-sided intervals at 95 %.
    public static let quantile975 = 1.959963984540054
}
