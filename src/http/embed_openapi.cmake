# SPDX-License-Identifier: EUPL-1.2
# Writes api/openapi.yaml into a source file, so that the program needs no file beside it.
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "// Made from api/openapi.yaml.\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"  // 65,536 is what every compiler must take; ours take more\n#include \"http/openapi_text.h\"\n\nnamespace koers::http {\nconst char* const kOpenapiText =\n")
string(LENGTH "${text}" length)
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 part)
  file(APPEND ${OUTPUT} "    R\"openapi(${part})openapi\"\n")
  math(EXPR at "${at} + 8000")
endwhile()
file(APPEND ${OUTPUT} "    ;\n}  // namespace koers::http\n")
