/// Which operations stand at a path.
struct APIRoute: Sendable {
  let operations: [APIOperation]
  /// What stands in the place of the path's parameters.
  let parameters: [String: String]

  /// Whether a path is of the API at all, whatever stands there.
  static func isOfAPI(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

  /// nil: there is nothing.
  init?(_ path: String) {
    let root = APIDescription.root + "/"
    guard path.hasPrefix(root), path.utf8.count <= 300 else { return nil }
    let parts = path.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.allSatisfy(Route.isName) else { return nil }
    let found = APIOperation.all.compactMap { operation in
      APIRoute.parameters(operation.segments, parts).map { (operation, $0) }
    }
    // A path that is named goes before one that has a parameter there.
    let fewest = found.map(\.1.count).min()
    operations = found.filter { $0.1.count == fewest }.map(\.0)
    guard let first = found.first(where: { $0.1.count == fewest }) else { return nil }
    parameters = first.1
  }

  private static func parameters(
    _ segments: [APIOperation.Segment], _ parts: [String]
  ) -> [String: String]? {
    guard segments.count == parts.count else { return nil }
    var found: [String: String] = [:]
    for (segment, part) in zip(segments, parts) {
      switch segment {
      case .name(let name): if name != part { return nil }
      case .parameter(let name): found[name] = part
      }
    }
    return found
  }

  /// What may be asked for there.
  var allowed: String {
    operations.flatMap { operation -> [String] in
      let name = operation.method.rawValue.uppercased()
      return operation.method == .get ? [name, "HEAD"] : [name]
    }.joined(separator: ", ")
  }

  /// nil: it is not for this method.
  func operation(_ method: WebRequest.Method) -> APIOperation? {
    operations.first { operation in
      switch (operation.method, method) {
      case (.get, .get), (.get, .head), (.put, .put), (.post, .post): true
      case (.get, _), (.put, _), (.post, _): false
      }
    }
  }
}
