import DossierCounting
import Grading
import Testing

/// Minutes as exports and people write them.
struct LocalMinuteTextTests {
  @Test(arguments: [
    ("2019-03-05T13:00", "2019-03-05T13:00"), ("2019-03-05 13:00", "2019-03-05T13:00"),
    ("2019/03/05 13:00", "2019-03-05T13:00"), ("2019-03-05T13:00:59", "2019-03-05T13:00"),
    ("2019-03-05 13:00:59.997", "2019-03-05T13:00"), ("05/03/2019 13:00", "2019-03-05T13:00"),
    ("5/3/2019 8:05", "2019-03-05T08:05"), ("05-03-2019 13:00:00", "2019-03-05T13:00"),
    ("05.03.2019", "2019-03-05T00:00"), ("5/3/2019", "2019-03-05T00:00"),
    ("5/3/2019  13:00", "2019-03-05T13:00"), ("13:00 05/03/2019", "2019-03-05T13:00"),
    ("13:00 ngày 05/03/2019", "2019-03-05T13:00"), ("2019-03-05", "2019-03-05T00:00"),
    ("29/02/2020 23:59", "2020-02-29T23:59"), ("29/02/2000", "2000-02-29T00:00"),
    ("1900-01-01T00:00", "1900-01-01T00:00"), ("2999-12-31T23:59", "2999-12-31T23:59"),
    ("31/12/1969 23:59", "1969-12-31T23:59"),
  ])
  func `what exports write is read to the minute`(_ written: String, _ minute: String) {
    #expect(LocalMinute(parsing: written)?.text == minute)
  }

  @Test(arguments: [
    "", " ", "T", "13:00", "31/02/2019", "29/02/2019", "29/02/1900", "31/04/2019", "00/03/2019",
    "05/00/2019", "05/13/2019", "2019-13-05", "2019-3-5", "5/3/19", "5/3/02019", "05/03-2019",
    "05/03/2019 24:00", "2019-03-05T24:00", "2019-03-05T23:60", "2019-03-05T13:00:60",
    "2019-03-05T13:00:", "2019-03-05T13:00:00.", "2019-03-05T13", "2019-03-05T", "2019-03-05 ",
    "2019-03-05T13:00Z", "2019-03-05T13:00+07:00", "2019-03-05T 13:00", "2019.03.05",
    "05/03/2019 1:0", "05/03/2019 13.00", "5 /3/2019", "-5/3/2019", "٥/3/2019", "20190305",
    "1899-12-31", "3000-01-01", "0219-03-05", "9999-12-31", "13:00 ngày", "13:00 05/03/2019 13:00",
  ])
  func `anything else is nothing`(_ written: String) {
    #expect(LocalMinute(parsing: written) == nil)
  }

  @Test func `an order admits its own days only`() {
    for order in DateOrder.allCases {
      let isDayFirst = order == .dayFirst
      #expect((LocalMinute(parsing: "05/03/2019 13:00", order: order) != nil) == isDayFirst)
      #expect((LocalMinute(parsing: "2019-03-05 13:00", order: order) == nil) == isDayFirst)
    }
  }

  @Test func `a day alone has a first minute, a last one and an end`() throws {
    let day = try #require(LocalMoment(parsing: "28/02/2019", order: nil))
    #expect(LocalMinute(startOf: day).text == "2019-02-28T00:00")
    #expect(LocalMinute(lastOf: day).text == "2019-02-28T23:59")
    #expect(LocalMinute(endOf: day).text == "2019-03-01T00:00")
    let minute = try #require(LocalMoment(parsing: "28/02/2019 17:00", order: nil))
    for read in [
      LocalMinute(startOf: minute), LocalMinute(lastOf: minute), LocalMinute(endOf: minute),
    ] {
      #expect(read.text == "2019-02-28T17:00")
    }
  }

  @Test func `pages write the time before the day`() {
    #expect(LocalMinute(parsing: "5/3/2019 8:05")?.vietnamese == "08:05 ngày 05/03/2019")
  }
}
