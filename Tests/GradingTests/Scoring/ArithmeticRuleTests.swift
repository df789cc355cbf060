import Testing

/// Rules that compute their points.
struct ArithmeticRuleTests {
  @Test func `proportional is nothing below its floor and cut at its ceiling`() throws {
    try RuleBench(
      """
      inputs: {done: {type: count, title: a}, total: {type: count, title: b}}
      rule: {proportional: {of: done / total, floor: 80%, ceiling: 95%}}
      if_undefined: not_applicable
      """
    ).expect([
      ("{done: 80, total: 100}", "{points: 1.68}"),
      ("{done: 79, total: 100}", "{points: 0}"),
      ("{done: 95, total: 100}", "{points: 2}"),
      ("{done: 110, total: 100}", "{points: 2}"),
      ("{done: 0, total: 0}", "{state: not_applicable}"),
      ("{total: 0}", "{state: unanswered}"),
    ])
  }

  @Test func `a third three times is the whole`() throws {
    let bench = try RuleBench(
      """
      inputs: {a: {type: number, title: a}, b: {type: number, title: b}, c: {type: number, title: c}}
      rule: {proportional: {of: a + b + c}}
      """, points: "3")
    try bench.expect([
      ("{a: 1/3, b: 1/3, c: 1/3}", "{points: 3}"),
      ("{a: 1/3, b: 1/3, c: 0}", "{points: 2}"),
      ("{a: -1, b: 0, c: 0}", "{points: 0}"),
    ])
  }

  @Test func `mix weighs parts of a total and refuses more parts than total`() throws {
    try RuleBench(
      """
      inputs: {found: {type: count, title: a}, fixed: {type: count, title: b}, handling: {type: count, title: c}}
      rule: {mix: {total: found, parts: [{of: fixed, factor: 1}, {of: handling, factor: 0.5}]}}
      if_undefined: full_points
      """
    ).expect([
      ("{found: 4, fixed: 4, handling: 0}", "{points: 2}"),
      ("{found: 4, fixed: 2, handling: 1}", "{points: 1.25}"),
      ("{found: 3, fixed: 1, handling: 1}", "{points: 1}"),
      ("{found: 4, fixed: 3, handling: 2}", "{state: broken}"),
      ("{found: 0, fixed: 0, handling: 0}", "{points: 2}"),
      ("{found: 0, fixed: 1, handling: 0}", "{state: broken}"),
      ("{fixed: 1, handling: 0}", "{state: unanswered}"),
    ])
  }

  @Test func `deduction adds its parts, a share of the maximum among them, before its floor`()
    throws
  {
    try RuleBench(
      """
      rule:
        deduction:
          per: [{count: reports.late, points: 0.25}, {count: reports.missing, percent: 25%}]
          floor: -0.5
      if_missing: pending
      scored_by: register
      """,
      figures:
        "{reports: {title: a, columns: {late: {type: count, title: b}, missing: {type: count, title: c}}}}"
    ).expect([
      ("{reports.late: 0, reports.missing: 0}", "{points: 2}"),
      ("{reports.late: 1, reports.missing: 1}", "{points: 1.25}"),
      ("{reports.late: 2, reports.missing: 4}", "{points: -0.5}"),
      ("{reports.late: 3, reports.missing: 4}", "{points: -0.5}"),
      ("{reports.late: 3}", "{state: pending}"),
    ])
  }

  @Test func `per_item is cut at the maximum`() throws {
    try RuleBench(
      """
      inputs: {articles: {type: count, title: a}}
      rule: {per_item: {count: articles, points: 0.5}}
      """
    ).expect([
      ("{articles: 0}", "{points: 0}"),
      ("{articles: 3}", "{points: 1.5}"),
      ("{articles: 4}", "{points: 2}"),
      ("{articles: 5}", "{points: 2}"),
    ])
  }

  @Test func `best_of takes the best of those that have a value`() throws {
    try RuleBench(
      """
      inputs:
        ideas: {type: count, title: a}
        prize: {type: choice, title: b, options: {first: a, second: b}}
      rule:
        best_of:
          - {per_item: {count: ideas, points: 0.75}}
          - {choice: {of: prize, levels: {first: 2, second: 1}}}
      """
    ).expect([
      ("{ideas: 1, prize: second}", "{points: 1}"),
      ("{ideas: 2, prize: second}", "{points: 1.5}"),
      ("{ideas: 3, prize: first}", "{points: 2}"),
      ("{ideas: 1}", "{points: 0.75}"),
      ("{prize: first}", "{points: 2}"),
      ("{}", "{state: unanswered}"),
    ])
  }

  @Test func `a survey index is a share of the points, never above 100 percent`() throws {
    try RuleBench(
      "rule: {survey: {of: survey.overall}}\nif_missing: pending\nscored_by: survey", points: "10",
      figures: "{survey: {title: a, columns: {overall: {type: rate, title: b}}}}"
    ).expect([
      ("{survey.overall: 82.3%}", "{points: 8.23}"),
      ("{survey.overall: 100%}", "{points: 10}"),
      ("{survey.overall: 100.01%}", "{state: broken}"),
      ("{survey.overall: -1%}", "{state: broken}"),
      ("{}", "{state: pending}"),
    ])
  }

  @Test func `an input out of its range is broken, at its ends it is not`() throws {
    try RuleBench(
      """
      inputs: {factor: {type: number, title: a, range: [0, 1]}, on: {type: date, title: b, range: [~, "date(year, 12, 31)"]}}
      rule: {yes_no: "factor = 1 and on <= date(year, 6, 30)"}
      """
    ).expect([
      ("{factor: 1, on: 2017-06-30}", "{points: 2}"),
      ("{factor: 0, on: 2017-07-01}", "{points: 0}"),
      ("{factor: 1, on: 2017-12-31}", "{points: 0}"),
      ("{factor: 1.01, on: 2017-06-30}", "{state: broken}"),
      ("{factor: -0.01, on: 2017-06-30}", "{state: broken}"),
      ("{factor: 1, on: 2018-01-01}", "{state: broken}"),
    ])
  }
}
