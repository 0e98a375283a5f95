"""Workbooks that people fill in: opened with care, read by their own headings, written back safely.

Knows rows, columns and cells, nothing of what they mean. No Django here, so that rules in `domain/` may use it.

    opening.py   bytes -> Book, or a plain sentence why not
    stream.py    XML of a sheet -> texts of its cells, as it streams by
    meaning.py   text of a cell -> value, by type and format
    columns.py   what an application expects of a sheet
    heading.py   finds the headings and names what is wrong with them
    table.py     sheet -> rows of cells
    cell.py      cell -> text, date, number, yes or no, choice
    fault.py     what is wrong, where, and what to do about it
    writing.py   rows -> workbook that gives no formula away
"""
