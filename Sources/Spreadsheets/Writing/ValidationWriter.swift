internal import CXlsxWriter
internal import Glibc

/// Writes what may be typed into the cells of a range.
struct ValidationWriter {
  private let range: CellRange
  private let validation: CellValidation

  init(_ placed: PlacedValidation) {
    range = placed.range
    validation = placed.validation
  }

  func write(to sheet: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFailure) {
    // The library copies what it is given.
    var texts = LibraryTexts()
    defer { texts.free() }
    var written = lxw_data_validation()
    written.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    written.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    written.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    written.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    written.error_type = UInt8(
      (validation.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING)
        .rawValue)
    if let prompt = validation.prompt {
      written.input_title = texts.copy(prompt.title)
      written.input_message = texts.copy(prompt.message)
    }
    if let refusal = validation.refusal {
      written.error_title = texts.copy(refusal.title)
      written.error_message = texts.copy(refusal.message)
    }
    set(&written, &texts)
    try check(
      worksheet_data_validation_range(
        sheet, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
        UInt16(range.last.column), &written))
  }

  private func set(_ written: inout lxw_data_validation, _ texts: inout LibraryTexts) {
    written.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch validation.rule {
    case .any: written.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .list(let values):
      written.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      written.value_list = texts.copy(values)
    case .listed(let formula):
      written.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      written.value_formula = texts.copy(formula)
    case .whole(let limits):
      written.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER_FORMULA.rawValue)
      written.minimum_formula = texts.copy(limits.least.text)
      written.maximum_formula = texts.copy(limits.most.text)
    case .decimal(let limits):
      written.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL_FORMULA.rawValue)
      written.minimum_formula = texts.copy(limits.least.text)
      written.maximum_formula = texts.copy(limits.most.text)
    case .date(let from, let through):
      written.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      written.minimum_datetime = from.library
      written.maximum_datetime = through.library
    case .length(let most):
      written.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      written.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
      written.value_number = Double(most)
    }
  }
}

/// C strings that live for one call.
struct LibraryTexts {
  private var texts: [UnsafeMutablePointer<CChar>] = []
  private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = []

  mutating func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    texts.append(copy)
    return copy
  }

  /// Ended by nil, as the library wants it.
  mutating func copy(_ values: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: values.count + 1)
    for (place, value) in values.enumerated() { list[place] = copy(value) }
    list[values.count] = nil
    lists.append(list)
    return list
  }

  func free() {
    texts.forEach { Glibc.free($0) }
    lists.forEach { $0.deallocate() }
  }
}
