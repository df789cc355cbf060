import TestSupport
import Testing

@testable import Web

/// Papers, the site, the bundle and workbooks, taken away in the browser.
@Suite struct HandoutTests {
  @Test func `each is for those who may have the whole result`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    var marks: [String: Bool] = [:]
    for login in [
      "can-bo", "thu-truong", "giup-viec", "giup-viec-huyen", "hoi-dong-huyen", "to-chuc",
      "uy-ban", "kiem-tra", "giu-so",
    ] {
      let browser = try await world.signIn(login)
      let statuses = [
        await browser.get("/ho-so").status, await browser.get("/ho-so/phu-luc.zip").status,
      ]
      #expect(statuses == [200, 200] || statuses == [403, 403], "\(login)")
      marks[login] = statuses == [200, 200]
    }
    #expect(Set(marks.filter(\.value).keys) == ["to-chuc", "uy-ban", "kiem-tra"])
  }

  @Test func `every one is made, the same bytes each time, and leaves nothing`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let browser = try await world.signIn("to-chuc")
    let page = await browser.get("/ho-so")
    expectGolden(page.text.replacing(browser.token, with: "TOKEN"), "handouts.vi.html")
    for handout in Handout.all {
      let (answer, bytes) = try await browser.bytes("/ho-so/\(handout.file)")
      #expect(answer.status == 200, "\(handout.file): \(answer.text)")
      #expect(
        answer.header("content-disposition") == "attachment; filename=\"\(handout.file)\"")
      #expect(try await browser.bytes("/ho-so/\(handout.file)").bytes == bytes)
      let holds =
        switch handout.file {
        case "phu-luc.zip": "tinh.xlsx"
        case "phieu-ket-qua.zip": ".pdf"
        case "bieu-tu-cham-diem.zip": "so-y-te.xlsx"
        case "trang-web.zip": "index.html"
        case "goi-kiem-tra.tar": "manifest"
        default: ".docx"
        }
      #expect(bytes.contains(Array(holds.utf8)), "\(handout.file)")
      #expect(bytes.starts(with: handout == .bundle ? [] : [0x50, 0x4B, 3, 4]))
    }
    #expect(world.names("uploads").isEmpty)
    #expect(await browser.get("/ho-so/khac.zip").status == 404)
  }

  @Test func `a unit prints its sheet and its report, and nobody else's`() async throws {
    let world = try await WebWorld()
    let officer = try await world.signIn("can-bo")
    #expect(await officer.get("/don-vi/so-y-te/phieu-diem/tep").status == 404)
    let draft = await officer.get("/don-vi/so-y-te/bao-cao")
    #expect(draft.status == 200 && draft.body.starts(with: [0x50, 0x4B]))
    #expect(
      draft.header("content-disposition")
        == "attachment; filename=\"bao-cao-tu-danh-gia-so-y-te.docx\"")
    for path in ["phieu-diem/tep", "bao-cao"] {
      #expect(await officer.get("/don-vi/so-noi-vu/\(path)").status == 403)
    }
    let organiser = try await world.signIn("to-chuc")
    let sheet = await organiser.get("/don-vi/so-noi-vu/phieu-diem/tep")
    #expect(sheet.status == 200 && sheet.body.starts(with: Array("%PDF".utf8)))
    #expect(sheet.header("content-type") == "application/pdf")
    #expect(await organiser.get("/don-vi/so-noi-vu/bao-cao").status == 403)
  }
}
