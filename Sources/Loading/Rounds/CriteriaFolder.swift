package import Diagnostics
internal import Glibc
package import Grading
internal import YAMLReading

/// The sets of one issued regulation, each with its file.
package struct CriteriaFolder: Sendable {
  package var sets: [(set: CriteriaSet, path: String)] = []
  package var diagnostics: [Diagnostic] = []
  /// Of the sets' files, and of all that was read for them.
  var digests: [FileDigest] = []
  /// Sets that could not be used at all.
  package var broken: [String] = []

  /// Reads the criteria sets that stand directly in a folder, or in the files named.
  ///
  /// A file in the folder with another format (cases, rules for dossiers) is not a set.
  /// - Parameter threads: the most threads; nil: as many as the machine has.
  package init(paths: [String], files: FileAccess = FileAccess(), threads: Int? = nil) {
    let found = paths.flatMap { path in files.yamlFiles(at: path).map { (path, $0) } }
    // A base is read once, however many overlays it has.
    let read = inParallel(found.count, threads: threads, stretch: 1) { files.yaml(found[$0].1) }
    let known = Dictionary(
      zip(found.map(\.1), read), uniquingKeysWith: { first, _ in first })
    let loadings = inParallel(found.count, threads: threads, stretch: 1) {
      place -> CriteriaLoading? in
      let (path, file) = found[place]
      let format = read[place].document?.root["format"]?.text
      guard file == path || format?.hasPrefix("parindex/criteria@") ?? true else { return nil }
      return loadCriteriaSet(file, files: files, known: known)
    }
    var seen: Set<Diagnostic> = []
    var digested: Set<String> = []
    for ((_, file), loading) in zip(found, loadings) {
      guard let loading else { continue }
      // A base's problems are met again through each of its overlays.
      diagnostics += loading.diagnostics.filter { seen.insert($0).inserted }
      if let set = loading.set {
        sets.append((set, file))
        digests += loading.digests.filter { digested.insert($0.path).inserted }
      } else {
        broken.append(file)
      }
    }
  }
}

extension FileAccess {
  /// The file itself, or the YAML files directly in a folder, sorted by name as bytes.
  package func yamlFiles(at path: String) -> [String] {
    guard FileAccess.isFolder(path) else { return [path] }
    return FileAccess.names(in: path).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .map { path + "/" + $0 }
  }

  /// What the file says its format is; nil when it says nothing or cannot be read.
  package func format(of path: String) -> String? { yaml(path).document?.root["format"]?.text }

  package static func isFolder(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFDIR
  }

  /// Why a folder's names cannot be read; nil when they can.
  static func unreadableFolder(_ path: String) -> Diagnostic? {
    guard let stream = opendir(path) else {
      return .folderUnreadable(SourceFile(path: path), reason: systemError(errno))
    }
    closedir(stream)
    return nil
  }

  package static func exists(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0
  }

  /// The last part of a folder's name, also of `.` and `..`.
  package static func name(ofFolder path: String) -> String {
    var whole = path
    if !path.hasPrefix("/"), let start = getcwd(nil, 0) {
      defer { free(start) }
      whole = normalised(String(cString: start) + "/" + path)
    }
    return whole.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The names in a folder, sorted as bytes.
  /// - Parameter hidden: whether those that begin with a dot are told too.
  package static func names(in folder: String, hidden: Bool = false) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    return names(of: stream).filter { hidden || !$0.hasPrefix(".") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

/// What tells one file or folder from all others, whatever its names.
struct FileIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  /// nil: there is none.
  init?(_ path: String) {
    var about = stat()
    guard stat(path, &about) == 0 else { return nil }
    device = UInt(about.st_dev)
    number = UInt(about.st_ino)
  }
}
