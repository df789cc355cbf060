import ArgumentParser

struct WorkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: "Biểu tự chấm điểm bằng Excel: phát ra và nhận về.",
    discussion: """
      Self-assessment forms as XLSX: handed out to units, and taken back.

      VÍ DỤ
        parindex workbook export Submissions/khanh-hoa-2017 --output bieu
        parindex workbook import bieu/so-y-te.xlsx --dry-run
      """,
    subcommands: [WorkbookExportCommand.self, WorkbookImportCommand.self])
}
