import Foundation
import TestSupport
import Testing

@testable import Web

/// Every account against every act of appraisal, by posts as a forger sends them.
@Suite struct ForgedActTests {
  private static let logins = [
    "can-bo", "thu-truong", "thu-truong-so", "giup-viec", "giup-viec-so", "giup-viec-ho-so",
    "giup-viec-huyen", "hoi-dong", "hoi-dong-huyen", "to-chuc", "uy-ban", "kiem-tra",
  ]

  private static let posts: [(path: String, form: [String: String])] = [
    ("/tham-dinh/so-noi-vu/1.1.2", ["quyet-dinh": "chap-nhan"]),
    ("/tham-dinh/so-noi-vu/2.1", ["quyet-dinh": "chap-nhan"]),
    ("/tham-dinh/xa-mot/1.1", ["quyet-dinh": "chap-nhan"]),
    ("/tham-dinh/so-noi-vu/1.1.2", ["quyet-dinh": "yeu-cau", "ly-do": "x"]),
    ("/tham-dinh/so-noi-vu/1.1.2", ["quyet-dinh": "trinh"]),
    ("/hoi-dong/phien-hop", ["p.hoi-dong/01": "1", "ly-do": "x"]),
    ("/cong-bo", ["viec": "khoa", "ly-do": "x"]),
    ("/cong-bo", ["viec": "khoa", "don-vi": "xa-mot", "ly-do": "x"]),
    ("/cong-bo", ["viec": "cong-bo", "trang-thai": "passed"]),
    ("/cong-bo", ["viec": "cong-bo", "trang-thai": "submitted"]),
    ("/cong-bo", ["viec": "cong-bo", "trang-thai": "issued"]),
    ("/don-vi/so-noi-vu/muc/1.1.2/giai-trinh", ["yeu-cau": "4", "ly-do": "x"]),
    ("/ky-danh-gia/thoi-han", ["thoi-han": "buoc.council", "moc": "20/01/2018"]),
  ]

  private static let pages = [
    "/tham-dinh", "/tham-dinh/tien-do", "/tham-dinh/cho-duyet", "/tham-dinh/so-noi-vu/1.1.2",
    "/tham-dinh/xa-mot/1.1", "/hoi-dong", "/cong-bo",
  ]

  /// `.` is refused by rights; `+` is not: the rules of procedure judge it.
  @Test func `forged posts are refused, whoever sends them`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    var marks = [String](repeating: "", count: Self.posts.count)
    for login in Self.logins {
      let browser = try await world.signIn(login)
      for (place, post) in Self.posts.enumerated() {
        let form = post.form.merging(["seen": "4", "buoc": "thu"]) { own, _ in own }
        let status = await browser.post(post.path, form).status
        marks[place] += status == 403 ? "." : "+"
      }
    }
    #expect(
      marks == [
        "...+...+....", ".....+.+....", "......+.+...", "...+........", ".........+..",
        ".......+++..", ".......+.+..", "........++..", ".......+....", ".........+..",
        "..........+.", "..+.........", ".........+..",
      ])
    #expect(try world.events(of: "xa-mot").count == 1)
  }

  @Test func `pages of appraisal are shown to those whose work it is`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    var marks = [String](repeating: "", count: Self.pages.count)
    for login in Self.logins {
      let browser = try await world.signIn(login)
      for (place, path) in Self.pages.enumerated() {
        let status = await browser.get(path).status
        #expect(status == 200 || status == 403)
        marks[place] += status == 200 ? "+" : "."
      }
    }
    #expect(
      marks == [
        "...+++++++.+", "...+++++++.+", "...+++++++.+", "...+++.+.+.+", "...+++++++.+",
        "...+++++++.+", ".......+++++",
      ])
  }

  @Test func `a form without the session's token, or of another site, does nothing`() async throws {
    let world = try await WebWorld(at: "2017-12-22T08:00:00")
    let browser = try await world.signIn("giup-viec")
    let form = ["quyet-dinh": "chap-nhan", "seen": "4", "buoc": "ghi"]
    let path = "/tham-dinh/so-noi-vu/1.1.2"
    #expect(await world.post(path, form, cookie: browser.cookie).status == 403)
    let other = try await world.signIn("giup-viec-2")
    let stolen = form.merging(["token": other.token]) { own, _ in own }
    #expect(await world.post(path, stolen, cookie: browser.cookie).status == 403)
    let cross = await browser.post(path, form, headers: ["origin": "https://khac.vn"])
    #expect(cross.status == 403)
    #expect(await world.post(path, form).status == 401)
    #expect(try world.events(of: "so-noi-vu").count == 1)
  }
}
