/// Tables that can be read without a script, and sorted and filtered with one.
extension HTMLWriter {
  package struct Column {
    package enum Sorting {
      case none
      /// By the cells' keys or numbers.
      case keys
      /// By keys, and rows can be chosen by what stands in it.
      case choice
    }

    package let title: String
    package var isNumber = false
    package var sorting = Sorting.none

    package init(_ title: String, isNumber: Bool = false, sorting: Sorting = .none) {
      self.title = title
      self.isNumber = isNumber
      self.sorting = sorting
    }
  }

  /// A table in a box of its own that scrolls sideways where the page is narrow.
  /// - Parameters:
  ///   - id: unique in the page.
  ///   - filter: the label of the field that narrows the rows; nil: there is none.
  ///   - isStacked: whether each cell says its column, to stand below each other where the screen is
  ///     narrow.
  package mutating func table(
    id: String, caption: String, _ columns: [Column], filter: String? = nil, name: String = "",
    isStacked: Bool = false, body: (inout HTMLWriter) -> Void
  ) {
    element(
      "div", .class("scroll"), Attribute("role", "region"),
      Attribute("aria-labelledby", "\(id)-c"), Attribute("tabindex", "0")
    ) { page in
      var attributes: [Attribute] = [.id(id)]
      let classes = [name, isStacked ? "stack" : ""].filter { !$0.isEmpty }
      if !classes.isEmpty { attributes.append(.class(classes.joined(separator: " "))) }
      if columns.contains(where: { $0.sorting != .none }) {
        attributes.append(Attribute("data-sort", nil))
      }
      if let filter { attributes.append(Attribute("data-filter", filter)) }
      page.open("table", attributes)
      page.element("caption", .id("\(id)-c")) { $0.element("span", text: caption) }
      page.element("thead") { head in
        head.open("tr")
        for column in columns {
          var cell: [Attribute] = [.scope("col")]
          if column.isNumber { cell.append(.class("n")) }
          switch column.sorting {
          case .none: break
          case .keys: cell.append(Attribute("data-k", nil))
          case .choice:
            cell.append(Attribute("data-k", nil))
            cell.append(Attribute("data-c", nil))
          }
          head.open("th", cell)
          head.text(column.title)
          head.close("th")
        }
        head.close("tr")
      }
      page.line()
      page.columns = isStacked ? columns.map(\.title) : nil
      body(&page)
      page.columns = nil
      page.close("table")
    }
    line()
  }

  /// A table with one row for each of some lines.
  package mutating func table<Line>(
    id: String, caption: String, _ columns: [Column], filter: String? = nil, name: String = "",
    isStacked: Bool = false, rows lines: [Line], cells: (inout HTMLWriter, Line) -> Void
  ) {
    table(
      id: id, caption: caption, columns, filter: filter, name: name, isStacked: isStacked
    ) { table in
      table.element("tbody") { body in
        for line in lines { body.row { cells(&$0, line) } }
      }
    }
  }

  /// A row; ends with a line break, so that pages can be compared line by line.
  package mutating func row(_ attributes: Attribute..., cells: (inout HTMLWriter) -> Void) {
    open("tr", attributes)
    cells(&self)
    close("tr")
    line()
  }

  package mutating func cell(_ text: String, isNumber: Bool = false, key: String? = nil) {
    var attributes: [Attribute] = []
    if isNumber { attributes.append(.class("n")) }
    if let key { attributes.append(.key(key)) }
    open("td", attributes)
    self.text(text)
    close("td")
  }

  package mutating func numberCell(_ text: String, key: String? = nil) {
    cell(text, isNumber: true, key: key)
  }
}
