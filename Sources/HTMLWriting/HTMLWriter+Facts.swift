/// Figures that stand out, each with its name.
extension HTMLWriter {
  /// A figure with its name.
  package mutating func fact(_ name: String, _ value: String, more: String = "") {
    element("div") { box in
      box.element("dt", text: name)
      box.element("dd") { line in
        line.text(value)
        if !more.isEmpty { line.element("small", text: more) }
      }
    }
  }
}
