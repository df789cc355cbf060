internal import DossierCounting
internal import Loading

/// The closings of a round's dossiers: a folder each, numbered in the order in which they were made.
///
/// Nothing that somebody typed is part of a path.
struct ClosingShelf: Hashable, Sendable {
  /// The files that people take home.
  static let files = [
    ClosingFiles.handover, ClosingFiles.count, ClosingFiles.ledger, ClosingFiles.changes,
    ClosingFiles.rejects, ClosingFiles.sums, ClosingFiles.closing,
  ]

  private let home: String

  /// - Parameters:
  ///   - folder: that of all rounds' closings.
  ///   - round: the round's folder, whose name is theirs.
  init(in folder: String, of round: String) {
    let name = round.split(separator: "/").last.map(String.init) ?? "round"
    home = FileAccess.normalised("\(folder)/\(name)")
  }

  /// Newest first; folders that are not whole have other names.
  var numbers: [Int] {
    FileAccess.names(in: home).compactMap { name in
      Int(name).flatMap { $0 > 0 && String($0) == name ? $0 : nil }
    }.sorted(by: >)
  }

  func folder(of number: Int) -> String { "\(home)/\(number)" }

  /// Where a file of a closing stands; nil: it is none of those that are given out.
  func place(of file: String, in number: Int) -> String? {
    guard number > 0, ClosingShelf.files.contains(file) else { return nil }
    return "\(folder(of: number))/\(file)"
  }

  /// The files that a closing has.
  func files(of number: Int) -> [String] {
    ClosingShelf.files.filter { FileAccess.exists("\(folder(of: number))/\($0)") }
  }

  /// What a closing says of itself; nil: it cannot be read.
  func closing(_ number: Int) -> DossierClosing? { loadClosing(at: folder(of: number)).closing }

  /// The newest closing of a name, of those up to a number.
  func newest(named name: String, upTo most: Int) -> Int? {
    numbers.first { $0 <= most && closing($0)?.name == name }
  }
}
