import Foundation
import Reports
import TestSupport
import Testing

@testable import Web

/// The description of the API, and that requests are led by it.
@Suite struct APIDescriptionTests {
  @Test func `the description is public and the same for everybody`() async throws {
    let world = try await WebWorld()
    let response = await world.get("/api/v1/openapi.json")
    #expect(response.status == 200 && response.header("content-type") == "application/json")
    #expect(response.header("content-security-policy") != nil)
    expectGolden(response.text, "openapi.json")
    let again = try await world.program("kiem-tra").get("/openapi.json")
    #expect(again.response.body == response.body)
  }

  @Test func `every operation has a name of its own, and every parameter a meaning`() {
    let all = APIOperation.all
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map { "\($0.method) \($0.path)" }).count == all.count)
    for operation in all {
      let names = operation.segments.compactMap { segment in
        if case .parameter(let name) = segment { name } else { nil }
      }
      #expect(operation.ofPath.map(\.name) == names, "\(operation.id)")
      let mayBeMissing = operation.path.contains("{") || operation.mayBeMissing
      #expect(mayBeMissing == operation.problems.contains(.missing))
    }
  }

  @Test func `each described name means one shape`() throws {
    var shapes: [(name: String, schema: JSONValue)] = []
    func look(_ shape: APIShape) {
      switch shape {
      case .named(let name, let own):
        if let known = shapes.first(where: { $0.name == name }) {
          #expect(known.schema == own.schema, "\(name)")
        } else {
          shapes.append((name, own.schema))
        }
        look(own)
      case .list(let own, _), .map(let own), .nullable(let own): look(own)
      case .object(let fields): for field in fields { look(field.shape) }
      case .text, .anyText, .word, .exact, .whole, .truth, .choice, .document: break
      }
    }
    for operation in APIOperation.all {
      look(operation.answers)
      operation.body.map(look)
    }
    #expect(shapes.count > 30)
  }

  @Test func `a path leads to what is described there, and to nothing else`() {
    #expect(
      APIRoute("/api/v1/units/so-y-te/items/1.1.2")?.operations.map(\.id) == [
        "getItem", "saveItem",
      ])
    #expect(
      APIRoute("/api/v1/units/so-y-te/items/1.1.2")?.parameters == [
        "unit": "so-y-te", "item": "1.1.2",
      ])
    for path in [
      "/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/round", "/api/v1/round/", "/api/v1//round",
      "/api/v1/units/../round", "/api/v1/units/%2e%2e/items", "/api/v1/units/a b/items",
      "/api/v1/units//items", "/api/v1/ROUND", "/api/v1/" + String(repeating: "a", count: 400),
    ] {
      #expect(APIRoute(path) == nil, "\(path)")
    }
  }
}
