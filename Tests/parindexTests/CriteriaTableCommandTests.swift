import Foundation
import TestSupport
import Testing

/// Sets of criteria to a table and back, by the program.
struct CriteriaTableCommandTests {
  @Test
  func `a set goes out and comes back`() throws {
    let folder = try TemporaryFolder()
    let (table, set) = (folder.path("so.xlsx"), folder.path("so.yaml"))
    let original = "Criteria/khanh-hoa-2017/so.yaml"
    #expect(try Program().run("criteria", "export", original, "-o", table).status == 0)
    let checked = try Program().run("criteria", "import", table)
    #expect(checked.status == 0, "\(checked.problems)")
    #expect(checked.text.contains("Chưa ghi gì"))
    #expect(!FileManager.default.fileExists(atPath: set))
    let read = try Program().run("criteria", "import", table, "--output", set)
    #expect(read.status == 0, "\(read.problems)")
    #expect(read.text.hasPrefix("10 lĩnh vực, 40 tiêu chí, 97 mục được chấm, tối đa 100 điểm.\n"))
    let diff = try Program().run("criteria", "diff", original, set)
    #expect(diff.text.contains("Không có thay đổi."))
  }

  @Test
  func `files that are there stay`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("so.xlsx", "xưa")
    let out = ["criteria", "export", "Criteria/khanh-hoa-2017/so.yaml", "-o", table]
    #expect(try Program().run(out).status == 2)
    #expect(Program.bytes(table) == Array("xưa".utf8))
    #expect(try Program().run(out + ["--force"]).status == 0)
    let set = try folder.write("so.yaml", "xưa")
    #expect(try Program().run("criteria", "import", table, "-o", set).status == 2)
    #expect(Program.bytes(set) == Array("xưa".utf8))
  }

  @Test
  func `what is no table writes nothing`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("so.xlsx", "không phải bảng")
    let set = folder.path("so.yaml")
    let ended = try Program().run("criteria", "import", table, "-o", set)
    #expect(ended.status == 3)
    #expect(ended.problems.contains("not-a-workbook"))
    #expect(!FileManager.default.fileExists(atPath: set))
    #expect(try Program().run("criteria", "export", table, "-o", set).status == 3)
  }
}
