internal import DossierCounting
internal import Grading

/// Dossier figures by unit for programs: commas, line feeds, ascending by unit id.
///
/// Units without records are left out. This is the layout that the reference job is compared in,
/// byte for byte; people get `CountText`.
package struct CountCSV {
  private let dossiers: CountedDossiers

  package init(_ dossiers: CountedDossiers) { self.dossiers = dossiers }

  package func text() -> String {
    let rules = dossiers.rules
    let front: [DossierMetric] = [.received, .resolved, .early, .onDueDay, .late]
    let middle: [DossierMetric] = [
      .unresolvedInTime, .unresolvedOverdue, .online, .digitised, .paidOnline,
    ]
    var text =
      (["unit_id"] + front.map(\.rawValue) + rules.exclusions.map(\.id) + middle.map(\.rawValue)
      + rules.lists.map(\.id)).joined(separator: ",") + "\n"
    let rows = dossiers.counted.sorted {
      $0.unit.id.utf8.lexicographicallyPrecedes($1.unit.id.utf8)
    }
    for (unit, figures) in rows {
      var row = unit.id
      for metric in front { row += ",\(figures.value(metric))" }
      for place in rules.exclusions.indices { row += ",\(figures.excluded(by: place))" }
      for metric in middle { row += ",\(figures.value(metric))" }
      for place in rules.lists.indices { row += ",\(figures.listed(place))" }
      text += row + "\n"
    }
    return text
  }
}
