/// A day that somebody typed into a form.
package enum TypedDay {
  /// Reads `27/12/2018`, `27-12-2018`, `27.12.2018`, `2018-12-27`, each with `15:30` behind, as
  /// `2018-12-27T15:30`.
  /// - Returns: nil for anything else, two digits of a year among them.
  package static func iso(_ text: String) -> String? {
    let halves = text.split { $0 == " " || $0 == "T" }
    guard let day = halves.first, halves.count <= 2 else { return nil }
    let parts = day.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let isYearFirst = parts[0].count == 4
    let year = isYearFirst ? parts[0] : parts[2]
    let date = isYearFirst ? parts[2] : parts[0]
    guard year.count == 4, (1...2).contains(date.count), (1...2).contains(parts[1].count) else {
      return nil
    }
    let iso = "\(year)-\(two(parts[1]))-\(two(date))"
    guard halves.count == 2 else { return iso }
    let time = halves[1].split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
    guard time.count == 2 || time.count == 3,
      time.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    return "\(iso)T\(two(time[0])):\(two(time[1]))"
  }

  private static func two(_ text: Substring) -> String {
    text.count == 1 ? "0\(text)" : String(text)
  }
}
