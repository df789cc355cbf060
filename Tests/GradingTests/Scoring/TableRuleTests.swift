import Testing

/// Rules that look a value up: yes or no, levels, dated steps, bands, cases.
struct TableRuleTests {
  @Test func `yes_no gives all or nothing, and a no decides whatever else is blank`() throws {
    try RuleBench(
      """
      inputs: {planned: {type: yes_no, title: a}, funded: {type: yes_no, title: b}}
      rule: {yes_no: planned and funded}
      """
    ).expect([
      ("{planned: yes, funded: yes}", "{points: 2}"),
      ("{planned: yes, funded: no}", "{points: 0}"),
      ("{planned: no}", "{points: 0}"),
      ("{funded: no}", "{points: 0}"),
      ("{planned: yes}", "{state: unanswered}"),
      ("{}", "{state: unanswered}"),
    ])
  }

  @Test func `18 of 20 is 90 percent, exactly`() throws {
    try RuleBench(
      """
      inputs: {a: {type: count, title: a}, b: {type: count, title: b}}
      rule: {yes_no: a / b >= 90%}
      if_undefined: zero
      """
    ).expect([
      ("{a: 18, b: 20}", "{points: 2}"),
      ("{a: 899999999999999999, b: 1000000000000000000}", "{points: 0}"),
      ("{a: 0, b: 0}", "{points: 0}"),
    ])
  }

  @Test func `choice gives the points of its level, which may be below 0`() throws {
    try RuleBench(
      """
      inputs: {level: {type: choice, title: a, options: {done: a, late: b, none_yet: c}}}
      rule: {choice: {done: 2, late: 0.5, none_yet: -1}}
      """
    ).expect([
      ("{level: done}", "{points: 2}"),
      ("{level: late}", "{points: 0.5}"),
      ("{level: none_yet}", "{points: -1}"),
      ("{}", "{state: unanswered}"),
    ])
  }

  @Test func `timeliness counts the day of by and not the day of before`() throws {
    try RuleBench(
      """
      inputs: {on: {type: date, title: a}}
      rule:
        timeliness:
          date: on
          steps:
            - {by: "date(year - 1, 12, 31)", points: 2}
            - {before: "date(year, 2, 1)", points: 1}
            - {by: deadline.handed_in + 2 working_days, points: 0.5}
          otherwise: 0
          missing: -1
      if_missing: pending
      """
    ).expect(
      [
        ("{on: 2016-12-31}", "{points: 2}"),
        ("{on: 2016-12-31T23:59}", "{points: 2}"),
        ("{on: 2017-01-01}", "{points: 1}"),
        ("{on: 2017-01-31}", "{points: 1}"),
        // Friday 03/02/2017; two working days on it is Tuesday.
        ("{on: 2017-02-01}", "{points: 0.5}"),
        ("{on: 2017-02-07T18:00}", "{points: 0.5}"),
        ("{on: 2017-02-08}", "{points: 0}"),
        ("{on: none}", "{points: -1}"),
        ("{}", "{state: unanswered}"),
      ], deadlines: "{handed-in: 2017-02-03T17:00}")
  }

  @Test func `steps are tried from the top: 18 of 20 is in from 70 percent`() throws {
    try RuleBench(
      """
      inputs: {done: {type: count, title: a, at_most: planned}, planned: {type: count, title: b}}
      rule:
        steps:
          of: done / planned
          bands: [{above: 90%, points: 2}, {from: 70%, points: 1}, {otherwise: 0}]
      if_undefined: pending
      """
    ).expect([
      ("{done: 18, planned: 20}", "{points: 1}"),
      ("{done: 901, planned: 1000}", "{points: 2}"),
      ("{done: 14, planned: 20}", "{points: 1}"),
      ("{done: 699, planned: 1000}", "{points: 0}"),
      ("{done: 0, planned: 0}", "{state: pending}"),
      ("{done: 21, planned: 20}", "{state: broken}"),
      ("{planned: 20}", "{state: unanswered}"),
    ])
  }

  @Test func `bands may be written from below`() throws {
    try RuleBench(
      """
      rule:
        steps:
          of: reports.late
          bands: [{up_to: 0, points: 2}, {below: 3, points: 1}, {from: 3, up_to: 5, points: 0.5}, {otherwise: 0}]
      if_missing: zero
      scored_by: register
      """, figures: "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
    ).expect([
      ("{reports.late: 0}", "{points: 2}"),
      ("{reports.late: 1}", "{points: 1}"),
      ("{reports.late: 2}", "{points: 1}"),
      ("{reports.late: 3}", "{points: 0.5}"),
      ("{reports.late: 5}", "{points: 0.5}"),
      ("{reports.late: 6}", "{points: 0}"),
      ("{}", "{points: 0}"),
    ])
  }

  @Test func `a formula gives its first case, and is unknown when that case is`() throws {
    try RuleBench(
      """
      inputs: {autonomy: {type: rate, title: a}, raised: {type: yes_no, title: b}}
      rule:
        formula:
          - {when: autonomy >= 100%, points: 2}
          - {when: autonomy >= 30% or raised, points: 1}
          - {otherwise: 0}
      """
    ).expect([
      ("{autonomy: 100%}", "{points: 2}"),
      ("{autonomy: 99.99%, raised: no}", "{points: 1}"),
      ("{autonomy: 30%}", "{points: 1}"),
      ("{autonomy: 29.99%, raised: no}", "{points: 0}"),
      ("{autonomy: 0.1, raised: yes}", "{points: 1}"),
      ("{raised: yes}", "{state: unanswered}"),
      ("{autonomy: 29%}", "{state: unanswered}"),
    ])
  }

  @Test func `a formula without a true case is undefined`() throws {
    try RuleBench(
      """
      inputs: {a: {type: number, title: a}}
      rule: {formula: [{when: a > 0, points: 2}]}
      if_undefined: full_points
      """
    ).expect([
      ("{a: 1}", "{points: 2}"), ("{a: 0}", "{points: 2, state: scored}"),
    ])
  }
}
