package import Diagnostics
package import EventLog

/// Files of a round's own that take the place of earlier ones, with where both can be read.
///
/// The new files either stand in the round already, or elsewhere until the event is recorded.
package struct FileReplacement: Sendable {
  package struct Part: Sendable {
    /// As the log names it: seen from the round's folder.
    package let cited: String
    /// Where the round reads it.
    let path: String
    /// The digest that the log has; nil: the log does not know the file.
    let earlier: String?
    /// Where what the log has can be read.
    let earlierPath: String?
    package let later: String
    let laterPath: String
  }

  /// Why files cannot be replaced.
  package enum Refusal: Error {
    /// A file is what the log has.
    case unchanged(String)
    case problem(Diagnostic)
  }

  package let parts: [Part]
  private let folder: String

  /// - Parameters:
  ///   - names: the files, seen from the round's folder or from where the command was started.
  ///   - round: the round's folder, or its round.yaml.
  ///   - source: a file, or a folder with files of the same names, that is to be put in their place;
  ///     nil: they stand there already.
  ///   - earlier: a file, or a folder with files of the same names, as the log has them.
  package init(
    _ names: [String], in round: String, from source: String?, earlier: String?
  ) throws(Refusal) {
    let folder = FileAccess.path(".", besides: FileAccess.roundFile(round))
    self.folder = folder
    var pins: [String: String] = [:]
    if let id = loadRoundIdentity(round).identity?.id {
      let found = RoundLog.pins(in: folder, round: id)
      if let problem = found.diagnostics.first(where: { $0.severity == .error }) {
        throw .problem(problem)
      }
      pins = found.pins
    }
    let history = RoundHistory(of: folder)
    var parts: [Part] = []
    for name in names {
      let cited = FileReplacement.cited(name, folder, pins)
      guard !parts.contains(where: { $0.cited == cited }) else { continue }
      let path = FileAccess.path(cited, besides: folder + "/")
      let new = source.map { FileReplacement.place(of: cited, at: $0) } ?? path
      let later: String
      do { later = try history.digest(new) } catch { throw .problem(error.diagnostic) }
      var earlierPath: String?
      if let pin = pins[cited] {
        if pin == later { throw .unchanged(cited) }
        let others =
          [path, history.copy(of: pin)]
          + [earlier.map { FileReplacement.place(of: cited, at: $0) }]
        earlierPath = others.compactMap(\.self).first { (try? history.digest($0)) == pin }
        guard earlierPath != nil else { throw .problem(.earlierFileGone(SourceFile(path: path))) }
      }
      parts.append(
        Part(
          cited: cited, path: path, earlier: pins[cited], earlierPath: earlierPath, later: later,
          laterPath: new))
    }
    self.parts = parts
  }

  /// A file as the log names it, however it was typed.
  private static func cited(_ name: String, _ folder: String, _ pins: [String: String]) -> String {
    let plain = FileAccess.normalised(name)
    if pins[plain] != nil || !FileAccess.exists(plain) { return plain }
    return FileAccess.path(plain, from: folder)
  }

  /// The file, or the one of a folder that has its name.
  private static func place(of cited: String, at source: String) -> String {
    guard FileAccess.isFolder(source) else { return FileAccess.normalised(source) }
    let inside = FileAccess.normalised("\(source)/\(cited)")
    if FileAccess.exists(inside) { return inside }
    return FileAccess.normalised("\(source)/\(cited.split(separator: "/").last ?? "")")
  }

  // MARK: Reading

  /// The round's files before and after.
  package var before: FileAccess { reading(\.earlierPath) }
  package var after: FileAccess { reading { $0.laterPath } }

  private func reading(_ place: (Part) -> String?) -> FileAccess {
    var files = FileAccess()
    for part in parts {
      if let read = place(part), read != part.path { files.copies[part.path] = read }
    }
    return files
  }

  // MARK: Recording

  /// Says it in an event.
  package func fill(_ content: inout EventContent) {
    var digests: [String: String] = [:]
    for part in parts {
      content.files[part.cited] = part.later
      digests[part.cited] = part.earlier
    }
    content.from = digests.isEmpty ? nil : .inputs(digests)
  }

  /// Keeps copies of both, so that the round can be read as of any moment.
  package func keep() throws(LoadingProblem) {
    let history = RoundHistory(of: folder)
    for part in parts {
      for path in [part.earlierPath, part.laterPath].compactMap(\.self) {
        _ = try history.keep(path)
      }
    }
  }

  /// Puts new files in the place of the earlier ones, all or none.
  package func place() -> Diagnostic? {
    var files: [(path: String, bytes: [UInt8])] = []
    for part in parts where part.laterPath != part.path {
      do { files.append((part.path, try RoundHistory(of: folder).bytes(of: part.laterPath))) } catch
      {
        return error.diagnostic
      }
    }
    return files.isEmpty ? nil : FileAccess.write(files)
  }
}
