# SPDX-License-Identifier: EUPL-1.2
"""Prints the sheets of an XLSX file as another program sees them: name, then each cell as address, type and value."""
import re
import sys
import xml.etree.ElementTree as xml
import zipfile

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}

with zipfile.ZipFile(sys.argv[1]) as book:
    assert book.testzip() is None
    texts = ["".join(part.itertext()) for part in xml.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", NS)]
    names = [sheet.get("name") for sheet in xml.fromstring(book.read("xl/workbook.xml")).find("m:sheets", NS)]
    for number, name in enumerate(names, 1):
        print(f"sheet {name}")
        root = xml.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        for cell in root.iter(f"{{{NS['m']}}}c"):
            assert cell.find("m:f", NS) is None, f"a formula in {cell.get('r')}"
            value = cell.find("m:v", NS)
            if value is None:
                continue
            is_text = cell.get("t") == "s"
            shown = texts[int(value.text)] if is_text else value.text
            print(re.sub(r"\s+", " ", f"{cell.get('r')} {'text' if is_text else 'number'} {shown}"))
