internal import Diagnostics
internal import Grading
package import Typesetting

/// A paper by the file it becomes, before it is made.
package struct PaperFile: Sendable {
  /// From the folder of all papers, without an ending.
  package let path: String
  package let formats: [PaperFormat]
  /// nil: there is nothing to say on this paper.
  package let make: @Sendable () -> Paper?
}

extension RoundPapers {
  /// The papers of some kinds.
  /// - Parameters:
  ///   - unit: only papers of this unit, and of the council that ranks it; nil: all.
  ///   - formats: what they are written as, as far as their kind can be; nil: as is usual.
  package func files(
    _ kinds: [PaperKind], unit: Int? = nil, formats: [PaperFormat]? = nil
  ) -> [PaperFile] {
    kinds.flatMap { kind in
      let written = formats.map { $0.filter(kind.formats.contains) } ?? kind.usualFormats
      return written.isEmpty
        ? []
        : papers(kind, unit: unit).map { name, make in
          PaperFile(path: "\(kind.folder)/\(name)", formats: written, make: make)
        }
    }
  }

  private func papers(_ kind: PaperKind, unit: Int?) -> [(String, @Sendable () -> Paper?)] {
    let councils = unit.map { council(of: $0).map { [$0] } ?? [] } ?? self.councils
    let units = unit.map { [$0] } ?? Array(round.units.indices)
    func ofUnits(_ make: @escaping @Sendable (Int) -> Paper?) -> [(String, @Sendable () -> Paper?)]
    {
      units.map { unit in (round.units[unit].record.unit.id, { make(unit) }) }
    }
    switch kind {
    case .annex: return councils.map { council in (council.name, { annexes(council) }) }
    case .submission: return councils.map { council in (council.name, { submission(council) }) }
    case .minutes:
      let meetings = meetings
      guard !meetings.isEmpty else { return [("mau", { minutes(nil) })] }
      return meetings.enumerated().map { place, meeting in
        ("hop-\(place + 1)", { minutes(meeting) })
      }
    case .report: return ofUnits(report)
    case .notice: return ofUnits(notice)
    case .unitSheet: return ofUnits(unitSheet)
    case .criteria:
      let used = Set(units.map { round.units[$0].record.set }).sorted()
      let names = setNames
      return used.map { set in (names[set], { criteriaAnnex(set) }) }
    }
  }

  /// File names of the sets: the last part of the id, or all of it where two sets share that.
  private var setNames: [String] {
    let short = round.sets.map { set in set.id.split(separator: "/").last.map(String.init) ?? set.id
    }
    return round.sets.enumerated().map { place, set in
      short.count { $0 == short[place] } == 1
        ? short[place] : set.id.replacing("/", with: "-")
    }
  }
}
