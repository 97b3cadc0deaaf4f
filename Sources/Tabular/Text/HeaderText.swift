/// Brings the spellings of one column header together.
public enum HeaderText {
    /// Folds a header so that spellings which people take for the same compare equal.
    ///
    /// Letter case goes, blanks and line ends between words become one space, blanks at the ends and
    /// characters without width go. Composed and decomposed letters compare equal as strings do in
    /// Swift, so they are left as they are.
    ///
    /// - Parameter text: the header as it stands in the file or in the source's description.
    /// - Returns: the folded form, for comparing only.
    public static func folded(_ text: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        var needsSpace = false
        for scalar in text.unicodeScalars {
            if Blank.isInvisible(scalar.value) { continue }
            if Blank.contains(scalar.value) {
                needsSpace = !scalars.isEmpty
                continue
            }
            if needsSpace { scalars.append(" ") }
            needsSpace = false
            scalars.append(scalar)
        }
        return String(scalars).lowercased()
    }
}
