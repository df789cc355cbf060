"""Loads every workbook of a folder with openpyxl, looks at it, and saves it into another folder."""

import sys
from pathlib import Path

import openpyxl

source, target = Path(sys.argv[1]), Path(sys.argv[2])
target.mkdir(parents=True)
for path in sorted(source.glob("*.xlsx")):
    book = openpyxl.load_workbook(path)
    names = ["Tự chấm điểm", "Tài liệu kiểm chứng", "Hướng dẫn", "Ý kiến về số liệu", "parindex"]
    assert book.sheetnames == names, (path, book.sheetnames)
    first = book.worksheets[0]
    assert first.freeze_panes == "D6", first.freeze_panes
    assert first.print_title_rows == "$5:$5", first.print_title_rows
    assert first.page_setup.orientation == "landscape" and first.page_setup.paperSize == 9
    assert all(sheet.protection.sheet for sheet in book.worksheets), path
    assert book.worksheets[4].sheet_state == "hidden"
    assert {"whole", "list", "custom", "decimal"} <= {
        rule.type for rule in first.data_validations.dataValidation
    }
    book.save(target / path.name)
