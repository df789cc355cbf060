internal import Diagnostics
internal import Grading
internal import Loading
internal import Reports
internal import Workbooks

/// What a part that came back says of one item of one unit.
struct PartDecision: Sendable {
  /// The columns of a part and the fields of forms that say the same.
  static let fields: [(column: PartColumn, name: String)] = [
    (.decision, AppraisalForm.choice), (.points, AppraisalForm.points),
    (.ground, AppraisalForm.ground), (.reason, AppraisalForm.reason),
    (.basis, AppraisalForm.basis), (.due, AppraisalForm.due),
  ]

  let matter: ItemOfUnit
  /// As the item's own form would send it.
  let fields: [String: String]
  /// Whether the page before said that it is left to a second approver; nil: none did.
  var isProposal: Bool?
  private let labels: [String: SourceLabel]

  /// A row of a workbook; what no form could send is told.
  init(_ row: FilledPart.Row, _ problems: inout [Diagnostic]) {
    matter = ItemOfUnit(unit: row.unit, item: row.item)
    var fields: [String: String] = [:]
    var labels: [String: SourceLabel] = [:]
    for (column, name) in PartDecision.fields {
      labels[name] = row.label(column)
      guard let value = row.values[column] else { continue }
      guard value.utf8.count <= FormReading.longest,
        let clean = FormReading.text(plain: Array(value.utf8))
      else {
        problems.append(.partTextUnfit(labels[name]))
        continue
      }
      fields[name] = clean
    }
    self.fields = fields
    self.labels = labels
  }

  /// What the page before carries; nil: no page of ours does.
  init?(_ value: JSONValue) {
    guard case .object(let members) = value, case .string(let unit)? = value["unit"],
      case .string(let item)? = value["item"], case .boolean(let isProposal)? = value["propose"],
      case .object(let typed)? = value["fields"], members.count == 4, Route.isName(unit),
      Route.isName(item), unit.utf8.count <= 120, item.utf8.count <= 120
    else { return nil }
    matter = ItemOfUnit(unit: unit, item: item)
    self.isProposal = isProposal
    let names = Set(PartDecision.fields.map(\.name))
    var fields: [String: String] = [:]
    for member in typed {
      guard names.contains(member.key), case .string(let text) = member.value, !text.isEmpty,
        text.utf8.count <= FormReading.longest,
        // What was cleaned once stays as it is.
        FormReading.text(plain: Array(text.utf8)) == text,
        fields.updateValue(text, forKey: member.key) == nil
      else { return nil }
    }
    self.fields = fields
    let place = SourceSpan(whole: SourceFile(path: "\(unit), \(item)"))
    labels = Dictionary(
      PartDecision.fields.map { ($0.name, SourceLabel(place)) },
      uniquingKeysWith: { first, _ in first })
  }

  var json: JSONValue {
    .object([
      .init(key: "unit", value: .string(matter.unit)),
      .init(key: "item", value: .string(matter.item)),
      .init(key: "propose", value: .boolean(isProposal == true)),
      .init(
        key: "fields",
        value: .object(
          fields.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value)) })),
    ])
  }

  /// The cell of a field.
  func label(_ field: String = AppraisalForm.choice) -> SourceLabel? { labels[field] }
}
