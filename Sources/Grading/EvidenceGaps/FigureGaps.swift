/// Figures that contradict each other or cannot be.
extension GapSearch {
  /// Inputs that repeat a figure of another office (`same_as`) and state another number.
  mutating func findDeclaredFigures() {
    for (place, input) in set.inputs.enumerated() {
      guard let figure = input.sameAs, record.figures.indices.contains(figure),
        case .known(let held) = record.figures[figure],
        record.assessment.inputs.indices.contains(place),
        case .given(let stated) = record.assessment.inputs[place], stated != held
      else { continue }
      let readers = set.items.filter { item in
        let isRead =
          item.rule.references.contains(.input(place))
          || item.rule.references.contains(.sharedInput(place))
        return isRead || item.inputs.contains(place)
      }
      // What appraisal has corrected stands corrected.
      let open = readers.filter {
        !reading.isDecided($0) && reading.values(of: $0).inputs[place] == .given(stated)
      }
      guard readers.isEmpty || !open.isEmpty else { continue }
      let effects = open.map { item -> GapEffect in
        let other = reading.outcome(item) { $0.inputs[place] = .given(held) }
        return either(item, other)
      }
      let name = set.figures[figure]
      let origin = plan.figures.origin(name, unit: record.unit.id)
      let lines = record.assessment.inputLines
      add(
        .declaredDiffers, effects,
        .figure(
          FigureStatement(
            title: input.title, type: input.type, stated: stated, held: .known(held),
            source: origin?.source,
            owner: origin?.owner)),
        at: fileCitation(lines.indices.contains(place) ? Int(lines[place]) : 0),
        due: name.namespace == "dossiers"
          ? deadline(RoundCalendar.dossierExplanations) ?? unitDeadline : unitDeadline)
    }
  }

  /// The effect of another reading of the facts: more points are held back, fewer in danger.
  func either(_ item: Item, _ other: Outcome) -> GapEffect {
    other.points >= now(item).points
      ? GapEffect(item.index, now: now(item), closed: other)
      : GapEffect(item.index, now: now(item), left: other)
  }

  /// Items whose data cannot be.
  ///
  /// An input that the check of the file refused is no gap beside it;
  /// a figure of another office that contradicts itself waits for that office.
  mutating func findBroken() {
    for place in set.items.indices {
      guard case .broken(let breakage) = reading.sheet[place].state else { continue }
      let item = set.items[place]
      let values = reading.values(of: item)
      var impossible: [Int] = []
      var isDiagnosed = breakage == .file
      for reference in item.rule.references {
        switch reference {
        case .input(let place), .sharedInput(let place):
          if values.inputs.indices.contains(place), values.inputs[place] == .impossible {
            isDiagnosed = true
          }
        case .figure(let place):
          if values.figures.indices.contains(place), values.figures[place] == .impossible {
            impossible.append(place)
          }
        case .trait, .deadline, .year: break
        }
      }
      let effect = GapEffect(item.index, now: now(item), closed: best(item), isUpTo: true)
      if !impossible.isEmpty {
        let owed = self.owed(impossible)
        add(
          .figuresContradictory, [effect], .owed(owed), at: nil,
          due: deadline(ofTable: set.figures[impossible[0]].namespace))
      } else if isDiagnosed {
        diagnosed.append(item.index)
      } else {
        add(
          .figuresImpossible, [effect], .breakage(breakage), at: citation(item),
          due: unitDeadline)
      }
    }
  }
}
