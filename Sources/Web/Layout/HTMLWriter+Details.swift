internal import HTMLWriting

extension HTMLWriter {
  /// A part of a page behind its title; what has faults or typed text in it is open, so that nothing
  /// that somebody typed looks lost.
  mutating func details(
    _ title: String, name: String = "", isOpen: Bool, _ content: (inout HTMLWriter) -> Void
  ) {
    var attributes: [Attribute] = name.isEmpty ? [] : [.class(name)]
    if isOpen { attributes.append(Attribute("open", nil)) }
    open("details", attributes)
    element("summary", text: title)
    content(&self)
    close("details")
    line()
  }
}
