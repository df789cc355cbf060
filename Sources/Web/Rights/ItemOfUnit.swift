/// One item of one unit, both by their ids: what is appraised.
package struct ItemOfUnit: Hashable, Sendable {
  package let unit: String
  package let item: String

  package init(unit: String, item: String) {
    self.unit = unit
    self.item = item
  }
}
