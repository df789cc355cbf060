/// A file that proves something this year and was handed in the year before already.
package struct RepeatedDocument: Sendable {
  package let use: DocumentUse
  package let sha256: String
  /// Uses of the same file in the round before, its units and items counted there.
  package let before: [DocumentUse]
}

extension RepeatedDocument {
  /// By unit, then by place on the shelf.
  static func all(_ round: Round, since previous: Round) -> [RepeatedDocument] {
    var before: [String: [DocumentUse]] = [:]
    for use in previous.documentUses {
      guard let digest = previous.digest(of: use) else { continue }
      before[digest, default: []].append(use)
    }
    return round.documentUses.compactMap { use in
      guard let digest = round.digest(of: use), let earlier = before[digest] else { return nil }
      return RepeatedDocument(use: use, sha256: digest, before: earlier)
    }
  }
}

extension Round {
  fileprivate func digest(of use: DocumentUse) -> String? {
    units[use.unit].record.assessment.shelf[use.document].knownDigest
  }
}
