internal import Diagnostics

extension APIProblem {
  /// What a page would say of a document that was not taken, which is in the asker's language
  /// already.
  init(_ refusal: ShelfRefusal) {
    let text = refusal.text.hasSuffix(".") ? String(refusal.text.dropLast()) : refusal.text
    self.init(Code(ofShelf: refusal.status), text, text)
    parts = refusal.faults.sorted { $0.key < $1.key }.map { field, fault in
      Part(
        place: .body("/" + (APIProblem.members[field] ?? field)), code: "bad-value",
        message: Wording(vi: fault, en: fault))
    }
    if status == 503 { headers = [("retry-after", "60")] }
  }

  var status: Int { code.status }

  /// Members that are called otherwise than the fields of forms.
  private static let members = [ShelfForm.shown: "shownInPerson", ShelfForm.file: "upload"]
}

extension APIProblem.Code {
  fileprivate init(ofShelf status: Int) {
    self =
      switch status {
      case 400: .invalid
      case 408: .slow
      case 409: .conflict
      case 413: .tooLarge
      case 422: .unclear
      case 503: .unavailable
      case 507: .full
      default: .internalError
      }
  }
}
