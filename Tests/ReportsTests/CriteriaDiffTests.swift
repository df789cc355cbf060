import Diagnostics
import Grading
import Reports
import TestSupport
import Testing

/// Two sets compared in words.
struct CriteriaDiffTests {
  @Test(arguments: Language.allCases)
  func `every kind of change is said in words`(_ language: Language) throws {
    let diff = CriteriaDiff(
      from: try ReportCases.set("rules"), to: try ReportCases.set("rules-changed"))
    expectGolden(diff.text(language), "criteria-diff.\(language.rawValue).txt")
    expectGolden(diff.json(language), "criteria-diff.\(language.rawValue).json")
  }

  @Test(arguments: ["so", "so-thanh-tra", "huyen", "don-vi-su-nghiep"])
  func `a set compared with itself has no changes`(_ name: String) throws {
    let set = try ReportCases.shipped(name)
    #expect(CriteriaDiff(from: set, to: set).isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `an overlay is compared as it stands after its changes`(_ language: Language) throws {
    let diff = CriteriaDiff(
      from: try ReportCases.shipped("so"), to: try ReportCases.shipped("so-van-phong"))
    expectGolden(diff.text(language), "criteria-diff-overlay.\(language.rawValue).txt")
  }

  @Test func `every part of another kind of set is there or gone`() throws {
    let old = try ReportCases.shipped("xa")
    let new = try ReportCases.shipped("nganh-doc")
    let diff = CriteriaDiff(from: old, to: new)
    let added = diff.parts.filter { $0.level != .set && $0.changes.first?.aspect == .added }
    #expect(!added.isEmpty)
    #expect(added.allSatisfy { part in new.items.contains { $0.id.hasPrefix(part.id) } })
  }
}
