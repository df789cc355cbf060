import Diagnostics
import Foundation
import Reports
import Store
import Testing

@testable import Web

extension WebWorld {
  /// A program that acts for an account.
  func program(_ login: String, until end: Int64 = 10_000_000) throws -> Program {
    Program(
      world: self,
      token: try #require(try store.makeToken(of: login, label: "thử", until: end, at: now)))
  }
}

/// A program that talks to the API; whatever it is told is held against the description.
struct Program {
  let world: WebWorld
  let token: String

  func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
    try await send(.get, path, nil, headers)
  }

  func post(
    _ path: String, _ body: JSONValue, _ headers: [String: String] = [:]
  ) async throws -> Answer {
    try await send(.post, path, body, headers)
  }

  func put(_ path: String, _ body: JSONValue) async throws -> Answer {
    try await send(.put, path, body, [:])
  }

  func send(
    _ method: WebRequest.Method, _ path: String, _ body: JSONValue?,
    _ headers: [String: String] = [:]
  ) async throws -> Answer {
    var json = JSONWriter(indented: false)
    body?.write(to: &json)
    return try await send(
      method, path, bytes: body == nil ? [] : json.bytes,
      headers.merging(body == nil ? [:] : ["content-type": "application/json"]) { own, _ in own })
  }

  func send(
    _ method: WebRequest.Method, _ path: String, bytes: [UInt8], _ headers: [String: String]
  ) async throws -> Answer {
    var all = ["authorization": "Bearer \(token)", "host": "parindex.test"]
    all.merge(headers) { _, new in new }
    var request = WebRequest(method, "/api/v1" + path, headers: all, body: bytes)
    if request.isStreamed {
      request.body = []
      request.stream = BodyStream { take in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          try await take(Array(bytes[start..<min(start + 64, bytes.count)]))
        }
      }
    }
    let response = await world.application.respond(to: request)
    return try Answer(response, to: request)
  }
}

struct Answer {
  let response: WebResponse
  let json: JSONValue

  var status: Int { response.status }
  /// The stable name of what is wrong.
  var code: String? { json["code"]?.text }

  init(_ response: WebResponse, to request: WebRequest) throws {
    self.response = response
    let asked = APIRoute(request.path)?.operation(request.method)
    if response.status == 200, let asked, !asked.files.isEmpty {
      json = .null
      #expect(asked.files.contains(response.header("content-type") ?? ""), "\(asked.id)")
      return
    }
    json = try JSONText.foreignValue(response.body).get()
    let type = response.header("content-type")
    guard response.status == 200 else {
      #expect(type == "application/problem+json")
      #expect(APIProblem.shape.faults(of: json) == [], "\(request.path): \(response.text)")
      // A status that is not described is none that a client looks for.
      if let operation = APIRoute(request.path)?.operation(request.method) {
        let known = operation.problems.map(\.rawValue)
        let status = response.status
        #expect(
          operation.problems.map(\.status).contains(status),
          "\(operation.id) answers \(status), and says \(known)")
      }
      return
    }
    #expect(type == "application/json")
    let operation = try #require(APIRoute(request.path)?.operation(request.method))
    #expect(operation.answers.faults(of: json) == [], "\(operation.id)")
  }

  subscript(_ path: String...) -> JSONValue? { json.at(path) }

  /// Where the faults of a request stand.
  var faults: [String] {
    guard case .array(let errors)? = json["errors"] else { return [] }
    return errors.map {
      "\($0["pointer"]?.text ?? $0["parameter"]?.text ?? ""): \($0["code"]?.text ?? "")"
    }
  }
}

extension JSONValue {
  /// What stands behind keys of objects and places of arrays.
  subscript(_ first: String, _ rest: String...) -> JSONValue? { at([first] + rest) }

  func at(_ path: [String]) -> JSONValue? {
    path.reduce(self) { value, key in
      if case .array(let elements)? = value, let place = Int(key) {
        elements.indices.contains(place) ? elements[place] : nil
      } else {
        value?[key]
      }
    }
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  var whole: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
}
