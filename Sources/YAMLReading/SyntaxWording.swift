internal import Diagnostics

/// libyaml's words for what it stumbled on, said in the languages that people read.
///
/// `problem` is what is wrong, `context` what was being read, `help` what to do about it.
enum SyntaxWording {
  static let stop = Wording(vi: "đến đây thì không đọc được nữa", en: "could not go on here")

  static func problem(_ words: String) -> Wording {
    problems[words]
      ?? Wording(vi: "sai cú pháp YAML (\(words))", en: "this is not YAML (\(words))")
  }

  static func context(_ words: String) -> Wording? { contexts[words] }

  static func help(_ problem: String, context: String) -> Wording? {
    switch (problem, context) {
    case ("found unexpected end of stream", _):
      Wording(vi: "thêm dấu nháy đóng", en: "add the closing quote")
    case ("did not find expected ',' or ']'", _):
      Wording(
        vi: "thêm dấu `,` giữa hai phần tử, hoặc dấu `]` ở cuối danh sách",
        en: "add `,` between two elements, or `]` at the end of the list")
    case ("did not find expected ',' or '}'", _):
      Wording(
        vi:
          "thêm dấu `,` giữa hai khóa, hoặc dấu `}` ở cuối; đặt giá trị có dấu `,` trong dấu nháy",
        en: "add `,` between two keys, or `}` at the end; put a value that holds `,` in quotes")
    case ("mapping values are not allowed in this context", _):
      Wording(
        vi: "kiểm tra thụt đầu dòng; đặt giá trị có dấu `: ` trong dấu nháy",
        en: "check the indentation; put a value that holds `: ` in quotes")
    case ("could not find expected ':'", _):
      Wording(
        vi: "viết `khóa: giá trị`, sau dấu hai chấm có một dấu cách",
        en: "write `key: value`, with a space behind the colon")
    case ("did not find expected key", _), ("did not find expected '-' indicator", _):
      Wording(
        vi:
          "các khóa cùng cấp phải thụt vào bằng nhau; đặt giá trị bắt đầu hoặc có dấu nháy trong dấu nháy",
        en: "indent keys of one level alike; put a value that begins with a quote in quotes")
    case ("found character that cannot start any token", _):
      Wording(
        vi: "đặt giá trị trong dấu nháy nếu nó bắt đầu bằng `@`, `%` hoặc dấu nháy ngược",
        en: "put the value in quotes if it begins with `@`, `%` or a backtick")
    case ("found unknown escape character", _):
      Wording(
        vi: "trong dấu nháy kép viết `\\\\` thay cho `\\`, hoặc dùng dấu nháy đơn",
        en: "write `\\\\` for `\\` in double quotes, or use single quotes")
    case ("block sequence entries are not allowed in this context", _):
      Wording(
        vi: "xuống dòng trước dấu `-`; đặt giá trị bắt đầu bằng `- ` trong dấu nháy",
        en: "begin a new line before `-`; put a value that begins with `- ` in quotes")
    case (_, "while scanning an alias"), (_, "while scanning an anchor"),
      (_, "while scanning a tag"),
      (_, "while parsing a tag"):
      Wording(
        vi: "đặt giá trị trong dấu nháy nếu nó bắt đầu bằng `*`, `&` hoặc `!`",
        en: "put the value in quotes if it begins with `*`, `&` or `!`")
    default: nil
    }
  }

  private static let contexts: [String: Wording] = [
    "while scanning a simple key": Wording(vi: "khóa bắt đầu ở đây", en: "the key begins here"),
    "while scanning a block scalar": Wording(
      vi: "đoạn văn bản bắt đầu ở đây", en: "the block of text begins here"),
    "while scanning a quoted scalar": Wording(
      vi: "dấu nháy mở ở đây", en: "the quote is opened here"),
    "while parsing a quoted scalar": Wording(
      vi: "dấu nháy mở ở đây", en: "the quote is opened here"),
    "while scanning a plain scalar": Wording(
      vi: "giá trị bắt đầu ở đây", en: "the value begins here"),
    "while scanning an anchor": Wording(vi: "mốc neo bắt đầu ở đây", en: "the anchor begins here"),
    "while scanning an alias": Wording(
      vi: "tham chiếu bắt đầu ở đây", en: "the alias begins here"),
    "while scanning a tag": Wording(vi: "thẻ kiểu bắt đầu ở đây", en: "the tag begins here"),
    "while parsing a tag": Wording(vi: "thẻ kiểu bắt đầu ở đây", en: "the tag begins here"),
    "while parsing a block mapping": Wording(
      vi: "nhóm khóa bắt đầu ở đây", en: "the mapping begins here"),
    "while parsing a flow mapping": Wording(
      vi: "dấu `{` mở ở đây", en: "`{` is opened here"),
    "while parsing a block collection": Wording(
      vi: "danh sách bắt đầu ở đây", en: "the list begins here"),
    "while parsing a flow sequence": Wording(
      vi: "dấu `[` mở ở đây", en: "`[` is opened here"),
    "while parsing a block node": Wording(
      vi: "phần này bắt đầu ở đây", en: "this part begins here"),
    "while parsing a flow node": Wording(vi: "phần này bắt đầu ở đây", en: "this part begins here"),
    "while parsing a node": Wording(vi: "phần này bắt đầu ở đây", en: "this part begins here"),
  ]

  private static let problems: [String: Wording] = [
    "could not find expected ':'": Wording(
      vi: "khóa này thiếu dấu `:` và dấu cách theo sau",
      en: "this key has no `:` and space behind it"),
    "found unexpected ':'": Wording(vi: "dấu `:` không đúng chỗ", en: "`:` is out of place"),
    "found unexpected end of stream": Wording(
      vi: "dấu nháy không được đóng", en: "the quote is never closed"),
    "found unexpected document indicator": Wording(
      vi: "dấu nháy không được đóng trước dòng `---` hoặc `...`",
      en: "the quote is not closed before the line `---` or `...`"),
    "found unknown escape character": Wording(
      vi: "ký tự sau dấu `\\` không được hiểu", en: "the character behind `\\` is not understood"),
    "did not find expected hexdecimal number": Wording(
      vi: "sau `\\x`, `\\u` phải là số thập lục phân",
      en: "`\\x` and `\\u` need a hexadecimal number"),
    "found invalid Unicode character escape code": Wording(
      vi: "không có ký tự Unicode với số này", en: "there is no Unicode character of this number"),
    "block sequence entries are not allowed in this context": Wording(
      vi: "dấu `-` không đúng chỗ", en: "`-` is out of place"),
    "mapping keys are not allowed in this context": Wording(
      vi: "dấu `?` không đúng chỗ", en: "`?` is out of place"),
    "mapping values are not allowed in this context": Wording(
      vi: "dấu `:` không đúng chỗ", en: "`:` is out of place"),
    "found character that cannot start any token": Wording(
      vi: "giá trị không thể bắt đầu bằng ký tự này", en: "no value can begin with this character"),
    "found a tab character that violates indentation": Wording(
      vi: "ký tự tab không đúng chỗ", en: "a tab character is out of place"),
    "found a tab character where an indentation space is expected": Wording(
      vi: "ký tự tab không đúng chỗ", en: "a tab character is out of place"),
    "did not find expected comment or line break": Wording(
      vi: "sau dấu `|` hoặc `>` phải xuống dòng", en: "a new line must follow `|` or `>`"),
    "found an indentation indicator equal to 0": Wording(
      vi: "số cột thụt vào không thể bằng 0", en: "the indentation cannot be 0"),
    "did not find expected alphabetic or numeric character": Wording(
      vi: "sau dấu `*` hoặc `&` phải là tên không dấu", en: "`*` and `&` need a name behind them"),
    "did not find expected whitespace or line break": Wording(
      vi: "thiếu dấu cách ở đây", en: "a space is missing here"),
    "did not find expected <document start>": Wording(
      vi: "phần này đứng ngoài nội dung của tệp", en: "this stands outside the file's content"),
    "did not find expected node content": Wording(
      vi: "thiếu giá trị ở đây", en: "a value is missing here"),
    "did not find expected ',' or ']'": Wording(
      vi: "danh sách `[...]` thiếu dấu `,` hoặc `]`", en: "the list `[...]` lacks `,` or `]`"),
    "did not find expected ',' or '}'": Wording(
      vi: "nhóm `{...}` thiếu dấu `,` hoặc `}`", en: "the mapping `{...}` lacks `,` or `}`"),
    "did not find expected '-' indicator": Wording(
      vi: "dòng này không thuộc danh sách phía trên",
      en: "this line is no part of the list above it"),
    "did not find expected key": Wording(
      vi: "ở đây phải là một khóa", en: "a key should stand here"),
    "found undefined tag handle": Wording(
      vi: "thẻ kiểu không được khai báo", en: "the tag is not declared"),
    "did not find expected tag URI": Wording(
      vi: "thẻ kiểu viết không đúng", en: "the tag is not well formed"),
    "found unknown directive name": Wording(
      vi: "dòng `%` không được hiểu", en: "the line with `%` is not understood"),
    "found incompatible YAML document": Wording(
      vi: "chỉ đọc được YAML 1.1 và 1.2", en: "only YAML 1.1 and 1.2 can be read"),
  ]
}
