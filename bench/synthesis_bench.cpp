// SPDX-License-Identifier: EUPL-1.2
// How fast a starting population is made, as one JSON object; `synthesis_bench [SCALE] [THREADS]`. Scale 1 is a drawn country of
// 18 million persons.
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include <nlohmann/json.hpp>

#include "simulate/country.h"
#include "simulate/synthesise.h"

int main(int argc, char** argv) {
  using namespace koers::simulate;
  const double scale = argc > 1 ? std::atof(argv[1]) : 1;
  const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
  const Margins margins = drawn_country({2040, 0}, scale);
  const auto start = std::chrono::steady_clock::now();
  const auto made = synthesise(margins, {2040, 0}, {threads, {}});
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!made) {
    std::cerr << made.error().message << '\n';
    return 1;
  }
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  nlohmann::ordered_json line{{"persons", made->population.persons.rows()},
                              {"dwellings", made->population.dwellings.rows()},
                              {"areas", margins.areas.size()},
                              {"threads", threads},
                              {"seconds", seconds},
                              {"peak_mib", usage.ru_maxrss / 1024}};
  for (const TableFit& fit : made->report.tables) line["srmse"][fit.name] = fit.srmse;
  std::cout << line.dump() << '\n';
}
