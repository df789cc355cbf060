/// How much of everything a form with a file may have; each is counted while the form comes in.
struct MultipartLimits: Hashable, Sendable {
  /// Fields and files together.
  var parts = 24
  /// The bytes of one part's headers.
  var header = 4 << 10
  /// The bytes of a part's name.
  var name = 100
  /// The bytes of a file's name.
  var fileName = 500
  /// The bytes of a part that is no file.
  var field = 8_000
  /// The bytes of a file.
  var file = 50_000_000
  /// The bytes behind the last part, which mean nothing.
  var epilogue = 1 << 10

  /// The bytes of everything.
  var form: Int { file + (64 << 10) + parts * header }
}

/// Why a form is not read any further.
enum MultipartFault: Error, Hashable {
  /// The type of the content names no boundary, or one that none can be.
  case boundary
  /// What comes first is no boundary.
  case start
  /// A boundary is followed by something else than a line's end or the form's.
  case delimiter
  /// Headers that cannot be read, or say nothing of a form.
  case header
  case headerTooLong
  case nameTooLong
  case fileNameTooLong
  case tooManyParts
  case fieldTooLong
  case fileTooLong
  case formTooLong
  /// It ended before the boundary that ends it.
  case truncated
}
