# SPDX-License-Identifier: EUPL-1.2
set(openapi_source ${CMAKE_CURRENT_BINARY_DIR}/openapi_text.cpp)
add_custom_command(
  OUTPUT ${openapi_source}
  COMMAND ${CMAKE_COMMAND} -DINPUT=${PROJECT_SOURCE_DIR}/api/openapi.yaml -DOUTPUT=${openapi_source} -P
          ${CMAKE_CURRENT_SOURCE_DIR}/embed_openapi.cmake
  DEPENDS ${PROJECT_SOURCE_DIR}/api/openapi.yaml embed_openapi.cmake
  VERBATIM)
# The library belongs to another folder, where CMake does not see the command above.
add_custom_target(koers_openapi DEPENDS ${openapi_source})
add_dependencies(koers_http koers_openapi)
set_source_files_properties(${openapi_source} TARGET_DIRECTORY koers_http PROPERTIES GENERATED ON)
target_sources(koers_http PRIVATE ${openapi_source} api.cpp api_accounts.cpp api_agenda.cpp api_agenda_sheet.cpp api_documents.cpp api_imports.cpp api_jobs.cpp api_monitor.cpp api_open_data.cpp api_pages.cpp api_reports.cpp
                                  api_service.cpp api_signals.cpp api_simulations.cpp api_statistics.cpp)
