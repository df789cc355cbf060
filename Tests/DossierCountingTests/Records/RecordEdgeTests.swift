import Glibc
import Grading
import TestSupport
import Testing

@testable import DossierCounting

/// What exports hold that nobody expects.
struct RecordEdgeTests {
  private static let header = "dossier,unit,received_at,due_at,returned_at,digitised\n"

  @Test("Hạn trả 31/12/9999 không phải ngày: báo dòng, không đếm là trễ hạn")
  func farFuture() throws {
    let outcome = try CountingExample().count(
      Self.header
        + "A,S1,2019-03-01T08:00,9999-12-31T00:00,2019-03-02T08:00,1\n"
        + "B,S1,2019-03-01T08:00,2999-12-31T23:59,2019-03-02T08:00,1\n"
        + "C,S1,1899-12-31T08:00,2019-03-02T08:00,2019-03-02T08:00,1\n"
        + "D,S1,1900-01-01T00:00,2019-03-02T08:00,2019-03-02T08:00,1\n")
    #expect(
      outcome.rejects == [
        "1,2,bad_due_date,\"9999-12-31T00:00\"", "1,4,bad_received_date,\"1899-12-31T08:00\"",
      ])
    #expect(
      outcome.figures == [
        "S1: received 2, carried_over 1, newly_received 1, resolved 2, early 1, on_due_day 1, in_time 2, digitised 2"
      ])
  }

  @Test("Mốc của quy tắc ở năm 9999 là mọi ngày, không làm dừng chương trình")
  func farBounds() throws {
    let last = CountingExample.day(9999, 12, 31)
    var example = CountingExample()
    example.rules.window = MinuteSpan(from: CountingExample.day(2019, 1, 1), through: last)
    example.rules.exclusions = [CountingExample.exclusion("all", [.receivedBefore(last)])]
    let outcome = try example.count(
      Self.header + "A,S1,2019-03-01T08:00,2019-03-04T08:00,2019-03-02T08:00,1\n")
    #expect(outcome.figures == ["S1: excluded 1"])
  }

  @Test("Từ của tệp xuất đứng trước từ có sẵn")
  func ownWords() throws {
    let row = "A,S1,2019-03-01T08:00,2019-03-04T08:00,2019-03-02T08:00,x\n"
    var example = CountingExample()
    #expect(try example.count(Self.header + row).figures.first?.contains("digitised 1") == true)
    example.no = ["x"]
    #expect(try example.count(Self.header + row).figures.first?.contains("digitised") == false)
  }

  @Test("Hồ sơ còn mở: thời gian lỗi tính đến hết kỳ; tỷ lệ rất nhỏ vẫn so được")
  func openAndTinyShare() throws {
    var example = CountingExample()
    example.records.outages = [
      Outage(
        span: MinuteSpan(
          start: CountingExample.minute("2019-12-09T00:00"),
          end: CountingExample.minute("2019-12-10T00:00")))
    ]
    // Four days before the window ends, and one minute more.
    let rows =
      "A,S1,2019-12-07T00:00,2019-12-08T08:00,,0\nB,S1,2019-12-06T23:59,2019-12-08T08:00,,0\n"
    for (share, excluded) in [
      (Exact(1, over: 4), 1), (Exact(1, over: 1_000_000_000_000_000_000), 2),
    ] {
      example.rules.exclusions = [
        CountingExample.exclusion(
          "outage", [.overdue(true), .outageShare(atLeast: try #require(share), of: .elapsed)])
      ]
      let outcome = try example.count(Self.header + rows)
      #expect(outcome.figures.first?.hasSuffix("excluded \(excluded)") == true)
    }
  }

  @Test("Tệp lớn lên hay ngắn đi trong khi đọc: không treo, không đếm một nửa")
  func changedFile() throws {
    let folder = try TemporaryFolder()
    let row = "A,S1,2019-03-01T08:00,2019-03-04T08:00,2019-03-02T08:00,1\n"
    let path = try folder.write("a.csv", Self.header + row)
    var block = RecordBlock(size: 64, width: 128)
    defer { block.deallocate() }
    let grown = try #require(PlainRecordFile(path: path))
    #expect(grown.problem == 0)
    try folder.write("b.csv", Self.header + row + row)
    #expect(truncate(path, 500) == 0)
    #expect(grown.read(0, into: &block) == 0)
    #expect(grown.read(9, into: &block) == 0)
    #expect(block.count == 0)
    #expect(grown.problem == ESTALE)
    let cut = try #require(PlainRecordFile(path: path))
    #expect(truncate(path, 10) == 0)
    #expect(cut.read(0, into: &block) == ESTALE)
  }

  @Test("Phần sau không chờ phần không bao giờ tới")
  func abandonedOutput() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("out", "")
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    let output = OrderedOutput(descriptor)
    output.abandon()
    [UInt8](repeating: 65, count: 4).withUnsafeBytes { output.add($0, of: 1000) }
    #expect(output.failure == 0)
  }
}
