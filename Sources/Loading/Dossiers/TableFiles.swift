internal import DossierCounting
internal import Glibc
internal import Grading

/// Where a report's tables are.
enum TableFiles {
  /// The `tables.yaml` that a path means: the file itself, or the one in a folder.
  static func declarations(at path: String) -> [String] {
    if hasExtension(path, "yaml") || hasExtension(path, "yml") { return [path] }
    guard !hasExtension(path, "csv") else { return [] }
    return ["tables.yaml", "dossiers/tables.yaml"].map { FileAccess.normalised("\(path)/\($0)") }
      .filter { access($0, R_OK) == 0 }.prefix(1).map(\.self)
  }

  /// The CSV tables that a path means: the file itself, or all in a folder, by name.
  static func tables(at path: String) -> [String] {
    if hasExtension(path, "csv") { return [path] }
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if hasExtension(name, "csv"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { FileAccess.normalised("\(path)/\($0)") }
  }

  private static func hasExtension(_ path: String, _ ending: String) -> Bool {
    path.lowercased().hasSuffix("." + ending)
  }

  /// The lists that official reports make of every such table.
  static func usualLists(_ table: String) -> [UnitListRule] {
    [
      UnitListRule(
        id: "watch", title: "Cơ quan, đơn vị có hồ sơ trễ hạn từ 3% trở lên", table: table,
        of: "late", over: "resolved", bound: .from, value: Exact(3, over: 100) ?? .zero),
      UnitListRule(
        id: "none-late", title: "Cơ quan, đơn vị không có hồ sơ trễ hạn", table: table, of: "late",
        over: "resolved", bound: .upTo, value: .zero),
    ]
  }
}
