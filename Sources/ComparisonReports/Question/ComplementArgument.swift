package import Diagnostics
package import Indicators

/// Whether an indicator may be shown as its complement.
package enum ComplementArgument {
    /// Only an outcome that is exhaustive in two has a complement.
    /// - Throws: `Failure` with status 64 where it has none.
    package static func require(of indicator: Indicator) throws(Failure) {
        guard indicator.complementTitle == nil else { return }
        throw Failure(
            .usage, code: "compare.no-complement",
            Text(
                sv: "\(indicator.code) har inget komplement",
                en: "\(indicator.code) has no complement"),
            at: .argument("--complement"),
            hint: Text(
                sv: "ta bort --complement: 100 minus värdet har ingen given betydelse här",
                en: "leave out --complement: 100 minus the value has no settled meaning here"))
    }
}
