internal import Glibc

/// One worker's counters: for every unit a stretch of numbers, and where each lies in it.
///
/// A counted dossier is one increment: its standing and its traits together name the place. An
/// excluded one is counted by the exclusion, by the next exclusion that would have taken it, and by
/// its standing, so that what each rule changed is known exactly.
struct CounterLayout {
  let units: Int
  let exclusions: Int
  let lists: Int
  let subsets: Int
  /// Exclusions that take dossiers out of the late ones only, a bit each.
  let onlyLate: UInt64

  static let standings = 8
  static let counted = standings * Traits.combinations
  static let marks = 16

  /// Behind the counted ones of all dossiers and of each subset.
  var excludedStart: Int { CounterLayout.counted * (1 + subsets) }
  var listStart: Int { excludedStart + exclusions * (exclusions + 1) * CounterLayout.standings }
  var markStart: Int { listStart + lists }
  var stride: Int { markStart + CounterLayout.marks }

  @inline(__always)
  func counted(_ standing: Standing, _ traits: Traits) -> Int {
    Int(standing.rawValue) &* Traits.combinations &+ Int(traits.rawValue)
  }

  /// - Parameter next: the exclusion that would have applied without it; `exclusions` for none.
  @inline(__always)
  func excluded(by rule: Int, next: Int, _ standing: Standing) -> Int {
    excludedStart &+ (rule &* (exclusions &+ 1) &+ next) &* CounterLayout.standings
      &+ Int(standing.rawValue)
  }

  func takesOnlyLate(_ exclusion: Int) -> Bool { onlyLate >> UInt64(exclusion) & 1 == 1 }

  /// Zeros that take memory only where they are counted up.
  func makeCounters() -> UnsafeMutablePointer<UInt32>? {
    calloc(max(1, units * stride), MemoryLayout<UInt32>.size)?
      .assumingMemoryBound(to: UInt32.self)
  }
}
