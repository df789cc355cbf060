package import DossierCounting
package import Grading

/// From which share of late dossiers on a unit is watched, and from which it must account for it.
package struct ReportBounds: Hashable, Sendable {
  package var watch: Exact
  package var accountable: Exact
  /// The fewest dossiers that a rate must be made of.
  package var atLeast: Int

  package init(
    watch: Exact = Exact(3, over: 100) ?? .zero, accountable: Exact = Exact(10, over: 100) ?? .zero,
    atLeast: Int = 1
  ) {
    self.watch = watch
    self.accountable = accountable
    self.atLeast = atLeast
  }
}

/// Which units are named, and why: every unit stands in exactly one of the lists, those to account
/// for it in the watch list too.
package struct ReportLists: Sendable {
  package struct Entry: Sendable {
    /// The place of its row.
    package let row: Int
    package let figures: LateFigures
    package let rate: Exact
  }

  /// At the bound or over it, the highest rate first; equal ones in the order of the rows.
  package private(set) var watch: [Entry] = []
  package private(set) var accountable: [Entry] = []
  /// Some late, under the bound.
  package private(set) var below: [Int] = []
  package private(set) var withoutLate: [Int] = []
  /// Dossiers, and none finished.
  package private(set) var withoutResolved: [Int] = []
  package private(set) var withoutDossiers: [Int] = []
  /// Fewer dossiers than a rate may be made of.
  package private(set) var tooFew: [Int] = []
  /// No figures, or figures that contradict each other.
  package private(set) var missing: [Int] = []
  package private(set) var doubtful: [Int] = []

  package init(_ sheet: ReportSheet, _ bounds: ReportBounds, overdueCounts: Bool) {
    for (place, row) in sheet.rows.enumerated() where row.isUnit {
      guard let late = row.figures.late else {
        if row.figures.doubtful.isEmpty { missing.append(place) } else { doubtful.append(place) }
        continue
      }
      guard let rate = late.rate(overdueCounts: overdueCounts) else {
        if row.figures[.received] == 0 {
          withoutDossiers.append(place)
        } else {
          withoutResolved.append(place)
        }
        continue
      }
      let base = late.resolved + (overdueCounts ? late.overdue : 0)
      if base < bounds.atLeast {
        tooFew.append(place)
        continue
      }
      let entry = Entry(row: place, figures: late, rate: rate)
      if rate >= bounds.accountable { accountable.append(entry) }
      if rate >= bounds.watch {
        watch.append(entry)
      } else if rate == .zero {
        withoutLate.append(place)
      } else {
        below.append(place)
      }
    }
    watch.sort { ($1.rate, $0.row) < ($0.rate, $1.row) }
    accountable.sort { ($1.rate, $0.row) < ($0.rate, $1.row) }
  }
}

/// What became of the units since an earlier stretch.
package struct ReportMovement: Sendable {
  package struct Change: Sendable {
    /// The place of its row in the later sheet.
    package let row: Int
    package let before: Exact?
    package let now: Exact?
  }

  /// On the watch list now and not before, or the other way round, in the lists' order.
  package let entered: [Change]
  package let left: [Change]
  /// The late rate of each unit of the later sheet before; nil where there was none.
  package let rates: [Exact?]

  package init(
    from before: ReportSheet, to now: ReportSheet, _ bounds: ReportBounds, overdueCounts: Bool
  ) {
    func rate(_ row: ReportRow?) -> Exact? { row?.figures.late?.rate(overdueCounts: overdueCounts) }
    let earlier = Dictionary(before.rows.map { ($0.key, $0) }) { first, _ in first }
    let rates = now.rows.map { rate(earlier[$0.key]) }
    let old = ReportLists(before, bounds, overdueCounts: overdueCounts)
    let new = ReportLists(now, bounds, overdueCounts: overdueCounts)
    let watchedBefore = Set(old.watch.map { before.rows[$0.row].key })
    let watchedNow = Set(new.watch.map { now.rows[$0.row].key })
    let places = Dictionary(now.rows.enumerated().map { ($1.key, $0) }) { first, _ in first }
    self.rates = rates
    entered = new.watch.filter { !watchedBefore.contains(now.rows[$0.row].key) }.map {
      Change(row: $0.row, before: rates[$0.row], now: $0.rate)
    }
    left = old.watch.compactMap { entry in
      let key = before.rows[entry.row].key
      guard !watchedNow.contains(key), let place = places[key] else { return nil }
      return Change(row: place, before: entry.rate, now: rate(now.rows[place]))
    }
  }
}
