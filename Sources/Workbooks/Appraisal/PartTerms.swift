/// What may be chosen in a part: decisions, and the round's grounds.
package struct PartTerms: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package let id: String
    package let title: String
    /// Whether points are given with it, and a day until when to answer.
    package let takesPoints: Bool
    package let takesDue: Bool

    package init(id: String, title: String, takesPoints: Bool = false, takesDue: Bool = false) {
      self.id = id
      self.title = title
      self.takesPoints = takesPoints
      self.takesDue = takesDue
    }
  }

  package struct Ground: Hashable, Sendable {
    package let id: String
    package let title: String

    package init(id: String, title: String) {
      self.id = id
      self.title = title
    }
  }

  package let choices: [Choice]
  package let grounds: [Ground]

  package init(choices: [Choice], grounds: [Ground]) {
    self.choices = choices
    self.grounds = grounds
  }

  /// Titles of the grounds; those that another ground has too get their id behind.
  var groundTitles: [String] {
    grounds.map { ground in
      grounds.count { $0.title == ground.title } == 1
        ? ground.title : "\(ground.title) (\(ground.id))"
    }
  }

  /// A choice by its title, in whatever case, or by its id.
  func choice(_ word: String) -> Choice? {
    choices.first { $0.title.folded == word.folded } ?? choices.first { $0.id == word }
  }

  func ground(_ word: String) -> Ground? {
    groundTitles.firstIndex { $0.trimmed.folded == word.folded }.map { grounds[$0] }
      ?? grounds.first { $0.id == word }
  }
}
