import Foundation
import TestSupport
import Testing

@testable import Web

/// A form with a file, as browsers send it.
struct UploadForm {
  static let boundary = "----WebKitFormBoundaryAbC123"
  var parts: [(head: String, bytes: [UInt8])] = []
  var closes = true

  /// - Parameters:
  ///   - fields: texts; the token has to be among them.
  ///   - file: nil: none was chosen.
  init(_ fields: [(String, String)], file: (name: String, bytes: [UInt8])?) {
    parts = fields.map { ("Content-Disposition: form-data; name=\"\($0.0)\"", Array($0.1.utf8)) }
    parts.append(
      (
        "Content-Disposition: form-data; name=\"file\"; filename=\"\(file?.name ?? "")\"\r\n"
          + "Content-Type: application/octet-stream", file?.bytes ?? []
      ))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += Array("--\(Self.boundary)\r\n\(part.head)\r\n\r\n".utf8) + part.bytes + [13, 10]
    }
    return closes ? bytes + Array("--\(Self.boundary)--\r\n".utf8) : bytes
  }
}

extension Browser {
  /// Sends a form with a file to the shelf of so-y-te.
  /// - Parameter chunk: how many bytes come at once.
  func upload(
    _ fields: [String: String] = ["kind": "kế hoạch", "number": "7/KH-SYT"],
    file: (name: String, bytes: [UInt8])? = nil, to path: String = "/don-vi/so-y-te/tai-lieu",
    token: String? = nil, chunk: Int = 1_000, headers: [String: String] = [:],
    change: (inout UploadForm) -> Void = { _ in }
  ) async -> WebResponse {
    let sorted = fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var form = UploadForm([("token", token ?? self.token)] + sorted, file: file)
    change(&form)
    let bytes = form.bytes
    var all = [
      "content-type": "multipart/form-data; boundary=\(UploadForm.boundary)",
      "host": "parindex.test", "cookie": "parindex=\(cookie)",
    ]
    all.merge(headers) { _, new in new }
    let stream = BodyStream { take in
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        try await take(Array(bytes[start..<min(start + chunk, bytes.count)]))
      }
    }
    return await world.application.respond(
      to: WebRequest(.post, path, headers: all, stream: stream))
  }

  /// The bytes that an answer sends, file or not.
  func bytes(_ path: String, headers: [String: String] = [:]) async throws -> (
    answer: WebResponse, bytes: [UInt8]
  ) {
    var all = ["cookie": "parindex=\(cookie)"]
    all.merge(headers) { _, new in new }
    let answer = await world.application.respond(to: WebRequest(.get, path, headers: all))
    guard let file = answer.file else { return (answer, answer.body) }
    var bytes: [UInt8] = []
    while let piece = try await file.next() { bytes += piece }
    #expect(bytes.count == file.count)
    return (answer, bytes)
  }
}

extension WebWorld {
  /// What lies in a folder of the round or beside it; empty where there is none.
  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: home.path(folder))) ?? []).sorted()
  }

  static let evidence = "ky/units/so-y-te/evidence"
}

/// Small files of each kind.
enum SampleFile {
  static let pdf = Array("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".utf8)
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
  ]

  /// A ZIP file of stored entries.
  static func zip(_ entries: [(name: String, text: String)], flags: UInt8 = 0) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16) }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in entries {
      let sizes = four(text.utf8.count) + four(text.utf8.count)
      let common = [flags, 0, 0, 0, 0, 0, 0, 0] + four(0) + sizes + two(name.utf8.count) + two(0)
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common
      directory += two(0) + two(0) + two(0) + four(0) + four(bytes.count) + Array(name.utf8)
      bytes += [0x50, 0x4B, 3, 4, 20, 0] + common + Array(name.utf8) + Array(text.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + two(entries.count) + two(entries.count)
      + four(directory.count) + four(bytes.count) + two(0)
    return bytes + directory + end
  }

  /// A compound file whose directory has these names, four to a sector.
  static func compound(_ names: [String]) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16) }
    let sectors = (names.count + 3) / 4
    var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    head += [UInt8](repeating: 0, count: 16) + two(0x3E) + two(3) + two(0xFFFE) + two(9)
    head += [UInt8](repeating: 0, count: 512 - head.count)
    head.replaceSubrange(48..<52, with: four(1))
    head.replaceSubrange(76..<80, with: four(0))
    var table: [UInt8] = four(0xFFFF_FFFD)
    for sector in 1...sectors { table += four(sector == sectors ? 0xFFFF_FFFE : sector + 1) }
    table += [UInt8](repeating: 0xFF, count: 512 - table.count)
    var directory: [UInt8] = []
    for name in names {
      let units = name.utf16.flatMap { two(Int($0)) }
      directory += units + [UInt8](repeating: 0, count: 64 - units.count)
      directory += two(units.count + 2) + [UInt8](repeating: 0, count: 62)
    }
    directory += [UInt8](repeating: 0, count: sectors * 512 - directory.count)
    return head + table + directory
  }
}
