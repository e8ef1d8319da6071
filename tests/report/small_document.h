// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "report/document.h"

namespace koers::report::test {

/// One of everything, with texts that would be markup or formulas if a writer let them.
inline Document small_document() {
  Table table{"areas", "Per <district>", {{"District"}, {"Value", true}}, {}, "A note & more"};
  table.rows.push_back({{"Meer\"zicht", {}, 0}, {"12,5%", 12.5, 1}});
  table.rows.push_back({{"=1+1", {}, 0}, {"\u22123", -3.0, 0}});
  table.rows.push_back({{"<script>alert(1)</script>", {}, 0}, {"@none", {}, 0}});
  IntervalPicture picture{{{"Work", "around", 0.25, -0.5, 1}}, 0, "mean", 2};
  Figure figure{"index",
                "Index & more",
                "One dot <here>",
                picture,
                {"index-table", "Index", {{"Set"}, {"Index", true}}, {{{"Work", {}, 0}, {"0,25", 0.25, 2}}}, ""}};
  LinePicture line{{{2020, 1, "2020: 1"}, {2021, 2, "2021: 2"}, {2022, 1.5, "2022: 1.5"}}, {{2030, 4, "target"}}, 1};
  Figure course{"course",
                "Course",
                "Three dots",
                line,
                {"course-table", "Course", {{"Year"}, {"Value", true}}, {{{"2020", {}, 0}, {"1", 1.0, 0}}}, ""}};
  Section inner{"inner", "Inner", {BulletList{{"first", "second & third"}}, std::move(course)}, {}};
  Section outer{"outer",
                "Outer <chapter>",
                {Paragraph{"Text with <b>no markup</b>."}, std::move(table), std::move(figure)},
                {std::move(inner)}};
  return {"nl",
          "Title & \"more\"",
          "Sub",
          {{"Licence", "CC-BY-4.0"}},
          {std::move(outer)},
          {"Contents", "Chapter", "Table", "Row", "Column", "Text", "Number"}};
}

}  // namespace koers::report::test
