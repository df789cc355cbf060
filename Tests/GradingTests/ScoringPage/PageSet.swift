import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A criteria file as a test of the page writes it; every criterion is scored itself.
struct PageSet {
  struct Entry {
    let points: String
    let keys: String

    /// - Parameter keys: the item's keys in flow style, without its id, title and maximum.
    init(_ points: String, _ keys: String) {
      self.points = points
      self.keys = keys
    }
  }

  /// The items 1.1, 1.2, … of area 1.
  var items: [Entry]
  var type = "so"
  var rounding = "{points: 2, index: 2, mode: half_up}"
  var withoutEvidence = "keep"
  var shared = "{}"
  var figures = "{}"
  /// Keys of area 1, in flow style.
  var area = ""
  /// Further areas, each in flow style.
  var areas: [String] = []
  /// Of the set; nil: the sum of the items.
  var maximum: String?

  init(_ items: Entry..., change: (inout PageSet) -> Void = { _ in }) {
    self.items = items
    change(&self)
  }

  var yaml: String {
    let sum = items.map { Exact(parsing: $0.points) ?? .zero }.reduce(.zero, +)
    let total = maximum ?? sum.canonicalText
    let criteria = items.enumerated().map { place, entry in
      "{id: \"1.\(place + 1)\", title: Tiêu chí, max_points: \(entry.points), \(entry.keys)}"
    }.joined(separator: ", ")
    let first =
      "{id: \"1\", title: Lĩnh vực, max_points: \(sum.canonicalText), "
      + (area.isEmpty ? "" : area + ", ") + "criteria: [\(criteria)]}"
    return """
      format: parindex/criteria@1
      id: thu/\(type)
      title: Thử
      year: 2017
      unit_type: \(type)
      clause: {document: 1590/QĐ-UBND}
      max_points: \(total)
      rounding: \(rounding)
      without_evidence: \(withoutEvidence)
      shared_inputs: \(shared)
      figures: \(figures)
      areas:
      \(([first] + areas).map { "  - \($0)\n" }.joined())
      """
  }

  /// Reads it as the engine would; what is wrong with it comes along.
  func loading() throws -> CriteriaLoading {
    let folder = try TemporaryFolder()
    return loadCriteriaSet(try folder.write("\(type).yaml", yaml))
  }

  /// The set, which must be without errors.
  func load(sourceLocation: SourceLocation = #_sourceLocation) throws -> CriteriaSet {
    let loading = try loading()
    let told = TextRenderer(language: .english).render(loading.diagnostics)
    #expect(
      !loading.diagnostics.contains { $0.severity == .error }, "\(told)",
      sourceLocation: sourceLocation)
    return try #require(loading.set, "\(told)", sourceLocation: sourceLocation)
  }

  /// What is said about it, by code.
  var codes: [DiagnosticCode] {
    get throws { try loading().diagnostics.map(\.code) }
  }

  /// An item that reads one number `a`, 0 to its maximum; the number is its points.
  static func number(_ points: String, _ name: String = "a", _ more: String = "") -> Entry {
    Entry(
      points,
      "inputs: {\(name): {type: number, title: a}}, "
        + "rule: {proportional: {of: \(name), ceiling: \(points)}}" + (more.isEmpty ? "" : ", ")
        + more)
  }
}

/// A number as people write it in these tests: `81.33`, `5/3`.
func exact(_ text: String) -> Exact {
  let parts = text.split(separator: "/").map { Exact(parsing: String($0)) ?? .zero }
  guard parts.count == 2 else { return Exact(parsing: text) ?? .zero }
  return parts[0].divided(by: parts[1]) ?? .zero
}
