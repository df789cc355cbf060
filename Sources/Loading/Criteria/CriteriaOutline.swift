package import Diagnostics
internal import Grading
package import YAMLReading

/// A set of criteria as its author wrote it, key by key, with what overlays change already applied:
/// for a table in which it is edited.
package struct CriteriaOutline: Sendable {
  package enum Level: Sendable, CaseIterable {
    case area
    case criterion
    case subCriterion
  }

  /// A value of a key.
  package enum Value: Sendable {
    /// A text, as people read it.
    case text(String)
    /// As files write it.
    case written(String)
    case node(YAMLNode)
  }

  /// An area, criterion or sub-criterion.
  package struct Row: Sendable {
    package let level: Level
    package let id: String
    /// Its other keys, in the order of the file.
    package let fields: [(key: String, value: Value)]
  }

  /// The keys above `areas`, in the order of the language; `shared_inputs.NAME` and
  /// `figures.REGISTER` for the entries of those two.
  package let head: [(key: String, value: Value)]
  /// From the top, each level behind the one that it belongs to.
  package let rows: [Row]

  init(_ draft: SetDraft, _ set: CriteriaSet) {
    head = draft.head
    let maxima = Dictionary(
      set.areas.map { ($0.id, $0.maximum) } + set.criteria.map { ($0.id, $0.maximum) },
      uniquingKeysWith: { first, _ in first })
    func rows(_ draft: Draft, _ level: Level, isOverlay: Bool) -> [Row] {
      var fields = draft.fields.map { ($0.key.text ?? "", Value.node($0.value)) }
      // In an overlay the levels above the items have what remains of them.
      if isOverlay, !draft.children.isEmpty, let maximum = maxima[draft.id],
        !fields.contains(where: { $0.0 == "weight" })
      {
        fields.removeAll { $0.0 == "max_points" }
        fields.append(("max_points", .written(maximum.canonicalText)))
      }
      let below: Level = level == .area ? .criterion : .subCriterion
      return [Row(level: level, id: draft.id, fields: fields)]
        + draft.children.flatMap { rows($0, below, isOverlay: isOverlay) }
    }
    self.rows = draft.areas.flatMap { rows($0, .area, isOverlay: draft.isOverlay) }
  }
}

/// What reading a set for a table gave.
package struct OutlineLoading: Sendable {
  /// nil: the set has errors.
  package let outline: CriteriaOutline?
  package let diagnostics: [Diagnostic]
}

extension SetDraft {
  fileprivate var head: [(key: String, value: CriteriaOutline.Value)] {
    typealias Value = CriteriaOutline.Value
    var head: [(key: String, value: Value)] = [
      ("format", .text("parindex/criteria@1")), ("id", .text(id)), ("title", .text(title)),
      ("year", .written("\(year)")), ("unit_type", .text(unitType)),
    ]
    if !units.isEmpty { head.append(("units", .written("[\(units.joined(separator: ", "))]"))) }
    if let basis { head.append(("basis", .written(basis.written))) }
    if let clause { head.append(("clause", .written(clause.written))) }
    if let standIn { head.append(("stand_in", .text(standIn))) }
    head.append(("max_points", .written(maximum.canonicalText)))
    let points = rounding.points.map(String.init) ?? "exact"
    head.append(
      (
        "rounding",
        .written("{points: \(points), index: \(rounding.index), mode: \(rounding.mode.rawValue)}")
      ))
    head.append(("without_evidence", .text(withoutEvidence.rawValue)))
    if let counterparts { head.append(("counterparts", .node(counterparts))) }
    for (key, entries) in [("shared_inputs", sharedInputs), ("figures", figures)] {
      head += entries.map { ("\(key).\($0.key.text ?? "")", .node($0.value)) }
    }
    return head
  }
}

extension Clause {
  /// As files write it.
  fileprivate var written: String {
    let parts = [
      ("document", document), ("date", date?.isoText), ("article", article), ("point", point),
      ("annex", annex),
    ].compactMap { key, value in
      value.map { key == "date" ? "\(key): \($0)" : "\(key): \(quoted($0))" }
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func quoted(_ text: String) -> String {
    var json = JSONWriter(indented: false)
    json.string(text)
    return json.text
  }
}
