/// Fills a list of figures for one unit after another; where each comes from is looked up once.
package struct FigureFiller: Sendable {
  private enum Source {
    case column(table: Int, column: Int)
    case submittedAt
    case onTime
    case linkedList
    /// Filled in by the round itself, or kept by nobody.
    case open
  }

  private let tables: [FigureTable]
  private let sources: [Source]
  /// The last moment for handing in.
  private let deadline: LocalMoment?

  package init(_ names: [FigureName], plan: RoundPlan) {
    var tables: [FigureTable] = []
    var placeOf: [Substring: Int] = [:]
    sources = names.map { name in
      switch name.name {
      case "submission.submitted_at": return .submittedAt
      case "submission.on_time": return .onTime
      case "submission.linked_list": return .linkedList
      default: break
      }
      guard let (table, column) = plan.figures.lookup(name) else { return .open }
      let place = placeOf[name.namespace] ?? tables.count
      if place == tables.count { tables.append(table) }
      placeOf[name.namespace] = place
      return .column(table: place, column: column)
    }
    self.tables = tables
    deadline = plan.claimDeadline
  }

  package func figures(of unit: Unit, _ assessment: SelfAssessment) -> [FigureValue] {
    let rows = tables.map { $0.row(unit.id) }
    return sources.map { source in
      switch source {
      case .column(let table, let column):
        return tables[table].value(row: rows[table], column: column, unit: unit.id)
      case .submittedAt:
        if assessment.isUnreadable { return .missing }
        return .known(assessment.submittedAt.map(Value.date) ?? .noDate)
      case .onTime:
        if assessment.isUnreadable { return .missing }
        guard let submitted = assessment.submittedAt else { return .known(.truth(false)) }
        return deadline.map { .known(.truth(submitted.isInTime(for: $0))) } ?? .missing
      case .linkedList: return .known(.truth(assessment.listsLinkedLate))
      case .open: return .missing
      }
    }
  }
}

extension LocalMoment {
  /// Whether something that came at this moment met a limit, to the minute where both state one
  /// (SCORING 45).
  func isInTime(for limit: LocalMoment) -> Bool {
    guard day == limit.day, let minute, let last = limit.minute else { return day <= limit.day }
    return minute <= last
  }
}
