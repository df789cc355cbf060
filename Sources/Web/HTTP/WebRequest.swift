internal import Diagnostics
internal import EventLog

/// A request as the application sees it: whole, within its limits, whatever server brought it.
package struct WebRequest: Sendable {
  package enum Method: Sendable {
    case get
    /// As `get`; the server leaves the body out.
    case head
    case post
    case put
    case other
  }

  package var method: Method
  /// As sent, without the query: `/don-vi/so-y-te`.
  package var path: String
  package var query: [String: String]
  /// Whether all of the query could be read; what could not is left out.
  package let isQueryReadable: Bool
  /// By lower-case name; of several of one name the first.
  package var headers: [String: String]
  package var body: [UInt8]
  /// The body of a form with a file, or a piece of a file, which is not read yet.
  package var stream: BodyStream?
  /// Where it came from.
  package var address: String
  /// Why the body is not there, where it is not.
  package var fault: BodyFault?

  package enum BodyFault: Sendable {
    case tooLong
    case tooSlow
  }

  package init(
    _ method: Method, _ target: String, headers: [String: String] = [:], body: [UInt8] = [],
    stream: BodyStream? = nil, address: String = "127.0.0.1"
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? ""
    let read = parts.count > 1 ? FormReading.fields(Array(parts[1].utf8)) : FormFields()
    query = read?.values ?? [:]
    isQueryReadable = read != nil
    self.headers = headers
    self.body = body
    self.stream = stream
    self.address = address
  }

  /// A cookie by its name; of several the first.
  func cookie(_ name: String) -> String? {
    for part in (headers["cookie"] ?? "").split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0].filter({ $0 != " " }) == name else { continue }
      return String(pair[1])
    }
    return nil
  }

  /// Whether its body is bytes of a file, and nothing around them.
  var bringsBytes: Bool {
    headers["content-type"]?.lowercased().hasPrefix("application/octet-stream") == true
  }

  /// Whether its body is read while it comes in: a form with a file, or a piece of one.
  var isStreamed: Bool {
    bringsBytes
      || headers["content-type"]?.lowercased().hasPrefix("multipart/form-data") == true
  }

  /// Whether it is made to the API.
  var isOfProgram: Bool { APIRoute.isOfAPI(path) }

  /// The language that `Accept-Language` (RFC 9110) puts first of those that there are; Vietnamese
  /// where it names none.
  var acceptedLanguage: Language {
    var best: (language: Language, weight: Double)?
    for part in (headers["accept-language"] ?? "").prefix(500).split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      let name = pieces.first?.split(separator: "-").first.map(String.init) ?? ""
      guard let language = Language(rawValue: name) else { continue }
      let weight =
        pieces.dropFirst().first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if weight > best?.weight ?? 0 { best = (language, weight) }
    }
    return best?.language ?? .vietnamese
  }

  /// Whether a browser says that another site made it send this; who says nothing is no browser.
  var isFromElsewhere: Bool {
    if let site = headers["sec-fetch-site"], site != "same-origin", site != "none" { return true }
    guard let origin = headers["origin"] else { return false }
    guard let host = headers["host"] else { return true }
    return origin != "http://\(host)" && origin != "https://\(host)"
  }
}

/// What the application answers.
package struct WebResponse: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// Comes in the place of the body, where that is a file.
  package var file: FileBody?

  init(_ status: Int, type: String = "text/html; charset=utf-8", _ body: [UInt8]) {
    self.status = status
    headers = [("content-type", type)]
    self.body = body
  }

  /// After a form: the browser asks for another page, and going back sends nothing twice.
  static func redirect(to path: String) -> WebResponse {
    var response = WebResponse(303, type: "text/plain; charset=utf-8", [])
    response.headers.append(("location", path))
    return response
  }

  /// To be kept by who asked for it.
  /// - Parameter name: of letters, digits, `-`, `_` and `.`.
  static func attachment(_ bytes: [UInt8], type: String, name: String) -> WebResponse {
    var response = WebResponse(200, type: type, bytes)
    response.headers.append(("content-disposition", "attachment; filename=\"\(name)\""))
    return response
  }

  static func attachment(_ file: OpenFile, type: String, name: String) -> WebResponse {
    var response = attachment([], type: type, name: name)
    response.file = FileBody(file, 0..<file.size)
    return response
  }

  static func workbook(_ bytes: [UInt8], name: String) -> WebResponse {
    attachment(
      bytes, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      name: name)
  }

  package func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}
