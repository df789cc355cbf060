internal import Spreadsheets

/// How a form looks: yellow cells are for typing, grey ones are filled in by others.
enum FormStyles {
  static let line: UInt32 = 0x9AA5B1
  private static let navy: UInt32 = 0x1F3864
  private static let blue: UInt32 = 0xD9E2F3
  private static let pale: UInt32 = 0xF3F6FB
  private static let yellow: UInt32 = 0xFFF9DB
  private static let grey: UInt32 = 0xECEEF0
  static let red: UInt32 = 0xB00020
  static let pink: UInt32 = 0xFDE7E9

  static let title = CellStyle().with {
    $0.size = 14
    $0.isBold = true
    $0.ink = navy
    $0.isWrapped = false
  }

  static let subtitle = CellStyle().with { $0.isWrapped = false }

  static let head = framed {
    $0.isBold = true
    $0.horizontal = .centre
    $0.ink = 0xFFFFFF
    $0.fill = navy
  }

  static let area = framed {
    $0.isBold = true
    $0.fill = blue
  }

  static let criterion = framed {
    $0.isBold = true
    $0.fill = pale
  }

  static let text = framed { $0.vertical = .top }

  static let small = text.with { $0.size = 10 }

  static let label = text.with { $0.indent = 1 }

  static let id = text.with { $0.horizontal = .centre }

  static let points = framed {
    $0.vertical = .top
    $0.horizontal = .centre
    $0.number = .decimals(atLeast: 0, atMost: 3)
  }

  /// Where nothing is to be typed.
  static let closed = framed {
    $0.fill = grey
    $0.vertical = .top
    $0.horizontal = .centre
  }

  static let input = framed {
    $0.fill = yellow
    $0.vertical = .top
    $0.isLocked = false
  }

  static let inputText = input.with { $0.number = .text }

  static let inputID = inputText.with { $0.horizontal = .centre }

  static let inputDay = input.with {
    $0.number = .day
    $0.horizontal = .centre
  }

  static let inputPoints = input.with {
    $0.number = .decimals(atLeast: 0, atMost: 3)
    $0.horizontal = .centre
  }

  static func totals(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.horizontal = .centre
      $0.number = .decimals(atLeast: 0, atMost: 3)
    }
  }

  private static func framed(_ change: (inout CellStyle) -> Void) -> CellStyle {
    CellStyle().with {
      $0.border = .thin(line)
      change(&$0)
    }
  }
}
