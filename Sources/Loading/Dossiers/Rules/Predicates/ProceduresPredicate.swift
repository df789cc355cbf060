internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

extension Predicate {
  /// `procedures`: a named subset, or a file of codes.
  static let procedures = Predicate(key: "procedures") { reader, builder in
    guard let node = reader.value("procedures", .required), let id = builder.subset(node) else {
      return nil
    }
    return .procedures(subset: id)
  }
}
