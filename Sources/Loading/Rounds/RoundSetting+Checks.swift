internal import Diagnostics
internal import Grading

extension RoundSettingBuilder {
  /// Names in the sets that only a round can know: deadlines, units, traits, registers.
  func checkNames(_ setting: RoundSetting) {
    let ids = Set(setting.units.map(\.id))
    var told: Set<String> = []
    for set in setting.sets {
      for unit in set.units where !ids.contains(unit) && !lacksUnits {
        problems.add(.unknownUnit(unit, known: ids.sorted(), at: set.span))
      }
      for item in set.items {
        for case .deadline(let id) in references(of: item)
        where setting.plan.calendar.deadlines[id] == nil && told.insert("deadline.\(id)").inserted {
          problems.add(
            .unknownDeadline(
              id, known: setting.plan.calendar.deadlines.keys.sorted(), at: item.ruleSpan))
        }
      }
      for figure in set.figures {
        let namespace = String(figure.namespace)
        guard !RoundSettingBuilder.ownNamespaces.contains(namespace),
          setting.plan.figures.tables[namespace] == nil, setting.bodies[namespace] == nil,
          !setting.unreadRegisters.contains(namespace),
          told.insert(namespace).inserted
        else { continue }
        problems.add(.unknownRegister(namespace, at: round.span))
      }
    }
  }

  /// Traits that the sets ask for, where the register of units declares its traits.
  func checkTraits(_ sets: [CriteriaSet], _ declared: [String: String]) {
    let known = declared.keys.sorted()
    var told: Set<SourceSpan> = []
    func check(_ references: [Reference], at span: SourceSpan) {
      for case .trait(let trait) in references
      where declared[trait] == nil && told.insert(span).inserted {
        problems.add(.unknownTrait(trait, known: known, at: span))
      }
    }
    for item in sets.flatMap(\.items) {
      check(item.rule.references, at: item.ruleSpan)
      for level in item.applicability { check(level.appliesWhen?.references ?? [], at: level.span) }
    }
  }

  /// A column is read once for all sets, so all must mean the same by it.
  func checkColumnTypes(_ sets: [CriteriaSet]) {
    var first: [String: (figure: FigureName, span: SourceSpan)] = [:]
    var told: Set<SourceSpan> = []
    for register in sets.flatMap(\.registers) {
      for (figure, span) in zip(register.columns, register.spans) {
        guard let other = first[figure.name] else {
          first[figure.name] = (figure, span)
          continue
        }
        guard other.figure.type != figure.type, told.insert(span).inserted else { continue }
        problems.add(
          .columnTypesDiffer(figure, other.figure, at: span, first: other.span))
      }
    }
  }

  /// Folders of units that the register does not have, and sets that are for the same units.
  func checkFolders(_ setting: RoundSetting) {
    let ids = Set(setting.units.map(\.id))
    for id in ids.sorted() {
      let place = "\(setting.submissions)/\(id)"
      if FileAccess.exists(place), !FileAccess.isFolder(place) {
        problems.add(.noFolder(SourceFile(path: place)))
      }
    }
    if !lacksUnits {
      for name in FileAccess.names(in: setting.submissions) where !ids.contains(name) {
        guard FileAccess.isFolder("\(setting.submissions)/\(name)") else { continue }
        problems.add(.folderOfNobody(name, in: setting.submissions, known: ids.sorted()))
      }
    }
    var first: [String: CriteriaSet] = [:]
    for set in setting.sets {
      let claims = set.units.isEmpty ? [set.unitType] : set.units.map { "=\($0)" }
      for claim in claims {
        if let earlier = first[claim] {
          problems.add(
            .setsForOneType(
              set.id, type: claim.replacing("=", with: ""), first: earlier.id, at: set.span,
              firstSpan: earlier.span))
        } else {
          first[claim] = set
        }
      }
    }
  }

  /// What the round itself counts.
  static let ownNamespaces: Set<String> = ["submission", "subordinates", "assessment", "result"]

  private func references(of item: Item) -> [Reference] {
    item.rule.references + item.applicability.compactMap(\.appliesWhen).flatMap(\.references)
      + [item.evidence.datedFrom, item.evidence.datedThrough].compactMap(\.self)
      .flatMap(\.references)
  }
}
