internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Reads the blocks of a round: who is ranked with whom, how, and what the grades are.
struct BlockLoader {
  /// Columns of all tables of the round, for grade conditions.
  let columns: [FigureName]
  /// Ids of areas, criteria and items of the sets, by unit type, for tie-breakers.
  let nodes: [String: Set<String>]
  let problems: DiagnosticCollector

  func load(_ node: YAMLNode) -> Block? {
    guard var reader = MappingReader(node, into: problems) else { return nil }
    let id = reader.string("id", .required)
    let title = reader.string("title")
    let council = reader.string("council", .required)
    let types = reader.strings("unit_types") ?? []
    let grades = grades(reader.elements("grades", .required) ?? [])
    if let list = reader.value("grades"),
      zip(grades, grades.dropFirst()).contains(where: { $0.from <= $1.from })
    {
      problems.add(.gradesDisordered(at: list.headSpan))
    }
    let gradesOn = reader.choice("grades_on", of: IndexBasis.self, .required)
    let gradesUnranked = reader.yesNo("grade_unranked") ?? true
    let ranking = reader.value("ranking", .required).flatMap { self.ranking($0, types) }
    var scope = NameScope()
    scope.allowsResult = true
    for column in columns { scope.columns[column.name] = column }
    let conditions = (reader.elements("grade_conditions") ?? [])
      .compactMap { condition($0, grades, &scope) }
    reader.finish()
    guard let id, let council, let gradesOn, let ranking else { return nil }
    return Block(
      id: id, title: title ?? id, council: council, unitTypes: types, grades: grades,
      gradesOn: gradesOn, rankedOn: ranking.basis, ties: ranking.ties,
      tieBreakers: ranking.breakers, groupsByParent: ranking.groupsByParent,
      conditions: conditions, conditionFigures: scope.figures, gradesUnranked: gradesUnranked,
      span: node["id"]?.span ?? node.span)
  }

  private func grades(_ nodes: [YAMLNode]) -> [Grade] {
    nodes.compactMap { node in
      guard var reader = MappingReader(node, into: problems) else { return nil }
      let name = reader.string("name", .required)
      let from = reader.exact("from", .required)
      reader.finish()
      guard let name, let from else { return nil }
      return Grade(name: name, from: from)
    }
  }

  private struct Ranking {
    let basis: IndexBasis
    let ties: TieMethod
    let breakers: [String]
    let groupsByParent: Bool
  }

  private func ranking(_ node: YAMLNode, _ types: [String]) -> Ranking? {
    guard var reader = MappingReader(node, key: "ranking", into: problems) else { return nil }
    if let by = reader.string("by"), by != "index" {
      problems.add(
        .badValue(
          reader.value("by") ?? node, key: "by", expected: Wording(vi: "`index`", en: "`index`")))
    }
    let basis = reader.choice("on", of: IndexBasis.self, .required)
    let ties = reader.choice("ties", of: TieMethod.self) ?? .competition
    var breakers: [String] = []
    for element in reader.elements("tie_breakers") ?? [] {
      guard let id = element.readString(key: "tie_breakers", into: problems) else { continue }
      breakers.append(id)
      let known = types.flatMap { nodes[$0] ?? [] }
      if !known.isEmpty, !known.contains(id) {
        problems.add(
          .unknownName(id, known: known.sorted(), at: element.span, listsKnown: known.count <= 30))
      }
    }
    let grouping = reader.string("group_by")
    if let grouping, grouping != "parent" {
      problems.add(
        .badValue(
          reader.value("group_by") ?? node, key: "group_by",
          expected: Wording(vi: "`parent`", en: "`parent`")))
    }
    reader.finish()
    return basis.map {
      Ranking(basis: $0, ties: ties, breakers: breakers, groupsByParent: grouping == "parent")
    }
  }

  private func condition(_ node: YAMLNode, _ grades: [Grade], _ scope: inout NameScope)
    -> GradeCondition?
  {
    guard var reader = MappingReader(node, into: problems) else { return nil }
    let when = reader.value("when", .required)
      .flatMap { $0.readExpression(.truth, in: &scope, into: problems) }
    let reason = reader.string("reason", .required)
    var effect: GradeCondition.Effect?
    if let name = reader.string("at_most") {
      if let place = grades.firstIndex(where: { $0.name == name }) {
        effect = .atMost(place)
      } else {
        problems.add(
          .unknownName(
            name, known: grades.map(\.name), at: reader.value("at_most")?.span ?? node.span,
            listsKnown: true))
      }
    }
    if let steps = reader.integer("lower_by") {
      if steps < 1 || effect != nil {
        problems.add(.gradeEffect(at: reader.value("lower_by")?.span ?? node.span))
      } else {
        effect = .lowerBy(min(steps, 100))
      }
    } else if effect == nil, reader.value("at_most") == nil {
      problems.add(.gradeEffect(at: node.headSpan))
    }
    let clause = reader.value("clause").flatMap { readClause($0, over: nil, into: problems) }
    reader.finish()
    guard let when, let effect else { return nil }
    return GradeCondition(
      when: when, effect: effect, reason: reason ?? "", clause: clause, span: node.headSpan)
  }
}
