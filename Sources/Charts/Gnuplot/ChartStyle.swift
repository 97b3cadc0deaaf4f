/// Colours and shapes of the charts.
///
/// The colours are Okabe and Ito's (Color Universal Design, 2008), which people with every common
/// kind of colour vision tell apart; each meaning also has a shape or a stroke of its own.
enum ChartStyle {
    /// The one asked about: vermilion, a filled diamond.
    static let focusColor = "#D55E00"
    static let focusPoint = 13
    /// The others: blue, a filled circle.
    static let otherColor = "#0072B2"
    static let otherPoint = 7
    /// A preliminary value: an open circle.
    static let preliminaryPoint = 6
    /// What the others are held against: dark grey, dashed.
    static let referenceColor = "#4D4D4D"
    /// The middle half of the group: sky blue made light.
    static let bandColor = "#CDE8F6"
    static let gridColor = "#D9D9D9"
    static let inkColor = "#1A1A1A"

    /// Width of every chart in pixels at the size it is read.
    static let width = 720
}
