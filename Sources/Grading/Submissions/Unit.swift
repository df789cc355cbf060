package import Diagnostics

/// A body that is assessed, as the register of units lists it.
package struct Unit: Sendable {
  package let id: String
  package let name: String
  package let type: String
  package let parent: String?
  /// Its block, when the register names one; otherwise the block of its type.
  package let block: String?
  /// Its place in the decision's own order.
  package let order: Int?
  package let traits: Set<String>
  package let aliases: [String]
  package let codes: [String]
  package let isRanked: Bool
  package let span: SourceSpan

  package init(
    id: String, name: String, type: String, parent: String? = nil, block: String? = nil,
    order: Int? = nil, traits: Set<String> = [], aliases: [String] = [], codes: [String] = [],
    isRanked: Bool = true, span: SourceSpan
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.parent = parent
    self.block = block
    self.order = order
    self.traits = traits
    self.aliases = aliases
    self.codes = codes
    self.isRanked = isRanked
    self.span = span
  }
}
