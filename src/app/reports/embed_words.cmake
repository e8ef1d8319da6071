# SPDX-License-Identifier: EUPL-1.2
# Writes words/*.yaml into a source file, so that the program needs no file beside it.
file(GLOB names RELATIVE ${FOLDER} ${FOLDER}/*.yaml)
list(SORT names)
set(rows "")
foreach(name ${names})
  string(REGEX REPLACE "\\.yaml$" "" language ${name})
  file(READ ${FOLDER}/${name} text)
  string(LENGTH "${text}" length)
  set(parts "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 part)
    string(APPEND parts "\n     R\"~~~(${part})~~~\"")
    math(EXPR at "${at} + 8000")
  endwhile()
  string(APPEND rows "    {\"${language}\",${parts}},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from src/app/reports/words.
#include \"app/reports/words_text.h\"

namespace koers::reports {

std::span<const WordsFile> words_files() {
  static constexpr WordsFile kFiles[] = {
${rows}  };
  return kFiles;
}

}  // namespace koers::reports
")
