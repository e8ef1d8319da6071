// SPDX-License-Identifier: EUPL-1.2
// Reading of a full table of neighbourhoods in the shape of CBS, over both of its services, as one JSON object per line;
// `fetch_bench [ROWS] [COLUMNS]`. Pages are made up in memory, one at a time; the time that this takes is left out.
#include <sys/resource.h>
#include <time.h>

#include <chrono>
#include <iostream>
#include <string>

#include "fetch/cbs.h"

namespace koers::fetch {
namespace {

using Clock = std::chrono::steady_clock;

/// Seconds on the wall, and those that the processor worked: the second does not depend on who else is working.
struct Spent {
  double wall = 0;
  double processor = 0;
  Spent operator-(const Spent& other) const { return {wall - other.wall, processor - other.processor}; }
  Spent& operator+=(const Spent& other) {
    wall += other.wall;
    processor += other.processor;
    return *this;
  }
};
Spent now() {
  timespec processor{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &processor);
  return {std::chrono::duration<double>(Clock::now().time_since_epoch()).count(),
          static_cast<double>(processor.tv_sec) + static_cast<double>(processor.tv_nsec) * 1e-9};
}

/// About as long as the names of CBS are.
std::string column_name(int column) {
  return "GemiddeldeVerzonnenWaarde" + std::to_string(column) + '_' + std::to_string(column + 5);
}
std::string measure_code(int column) { return "M" + std::to_string(100'000 + column); }
std::string area_code(std::int64_t row) {
  const std::string digits = std::to_string(100'000'000 + row);
  return "BU" + digits.substr(1);
}

/// One in seven is missing, as in small neighbourhoods; the others have a digit or five, some with decimals.
bool is_missing(std::int64_t row, int column) { return (row * 31 + column * 17) % 7 == 0; }
std::string figure(std::int64_t row, int column) {
  const std::int64_t number = (row * 7919 + column * 104'729) % 99'991;
  return column % 3 == 0 ? std::to_string(number / 10) + '.' + std::to_string(number % 10) : std::to_string(number);
}

class MadePages final : public PageSource {
 public:
  MadePages(std::int64_t rows, int columns) : rows_(rows), columns_(columns) {}

  Result<std::string> page(const std::string& address, const std::string&, const std::stop_token&) override {
    const Spent start = now();
    std::string body = make(address);
    bytes_ += body.size();
    made_ += now() - start;
    return body;
  }
  void reject(const std::string& address, const std::string&) override {
    throw BrokenWorld("a made page was rejected: " + address);
  }
  [[nodiscard]] const Spent& made() const { return made_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  static std::int64_t number_behind(const std::string& address, const std::string& name) {
    const auto at = address.find(name + '=');
    return at == std::string::npos ? 0 : std::stoll(address.substr(at + name.size() + 1));
  }
  static bool is_for(const std::string& address, const std::string& name) {
    return address.find('/' + name) != std::string::npos;
  }

  std::string make(const std::string& address) const {
    if (is_for(address, "Properties")) return R"({"Identifier":"99001NED","Title":"Verzonnen","Modified":"2026-01-01"})";
    if (is_for(address, "TableInfos")) return R"({"value":[{"Title":"Verzonnen","Modified":"2026-01-01"}]})";
    if (is_for(address, "DataProperties")) return columns_v3();
    if (is_for(address, "Dimensions")) return R"({"value":[{"Identifier":"WijkenEnBuurten","Kind":"GeoDimension"}]})";
    if (is_for(address, "MeasureCodes")) return columns_v4();
    if (is_for(address, "TypedDataSet")) return rows_v3(number_behind(address, "$skip"), number_behind(address, "$top"));
    if (is_for(address, "Observations")) return observations(number_behind(address, "from"));
    return codes(is_for(address, "WijkenEnBuurtenCodes") ? "Identifier" : "Key", number_behind(address, "$skip"),
                 number_behind(address, "$top"));
  }
  std::string columns_v3() const {
    std::string out = R"({"value":[{"Type":"GeoDetail","Key":"WijkenEnBuurten","Title":"Wijken en buurten"})";
    for (int n = 0; n < columns_; ++n)
      out += R"(,{"Type":"Topic","Key":")" + column_name(n) + R"(","Title":"T","Unit":"aantal","Decimals":1})";
    return out + "]}";
  }
  std::string columns_v4() const {
    std::string out = R"({"value":[)";
    for (int n = 0; n < columns_; ++n) {
      out += (n == 0 ? "" : ",") + std::string(R"({"Identifier":")") + measure_code(n) +
             R"(","Title":"T","Unit":"aantal","Decimals":1})";
    }
    return out + "]}";
  }
  std::string rows_v3(std::int64_t skip, std::int64_t top) const {
    std::string out = R"({"odata.metadata":"made","value":[)";
    for (std::int64_t row = skip; row < std::min(skip + top, rows_); ++row) {
      out += (row == skip ? R"({"ID":)" : R"(,{"ID":)") + std::to_string(row) + R"(,"WijkenEnBuurten":")" + area_code(row) + '"';
      for (int n = 0; n < columns_; ++n) out += ",\"" + column_name(n) + "\":" + (is_missing(row, n) ? "null" : figure(row, n));
      out += '}';
    }
    return out + "]}";
  }
  std::string observations(std::int64_t from) const {
    constexpr std::int64_t kPage = 100'000;
    const std::int64_t all = rows_ * columns_;
    std::string out = R"({"@odata.context":"made","value":[)";
    for (std::int64_t n = from; n < std::min(from + kPage, all); ++n) {
      const std::int64_t row = n / columns_;
      const int column = static_cast<int>(n % columns_);
      const bool missing = is_missing(row, column);
      out += (n == from ? R"({"Id":)" : R"(,{"Id":)") + std::to_string(n) + R"(,"Measure":")" + measure_code(column) +
             (missing ? R"(","ValueAttribute":"Confidential","Value":null)"
                      : R"(","ValueAttribute":"None","Value":)" + figure(row, column)) +
             R"(,"StringValue":null,"WijkenEnBuurten":")" + area_code(row) + "\"}";
    }
    out += ']';
    if (from + kPage < all) out += R"(,"@odata.nextLink":"Observations?from=)" + std::to_string(from + kPage) + '"';
    return out + '}';
  }
  std::string codes(const std::string& key, std::int64_t skip, std::int64_t top) const {
    std::string out = R"({"value":[)";
    for (std::int64_t row = skip; row < std::min(top == 0 ? rows_ : skip + top, rows_); ++row) {
      out += (row == skip ? "{\"" : ",{\"") + key + R"(":")" + area_code(row) + R"(","Title":"Buurt )" + std::to_string(row) +
             R"("})";
    }
    return out + "]}";
  }

  std::int64_t rows_;
  int columns_;
  Spent made_;
  std::size_t bytes_ = 0;
};

void run(CbsChoice choice, std::int64_t rows, int columns) {
  MadePages pages(rows, columns);
  CbsRequest request;
  request.table = "99001NED";
  request.choice = choice;
  const Spent start = now();
  const auto table = read_cbs_table(pages, request);
  const Spent taken = now() - start - pages.made();
  if (!table) throw BrokenWorld(table.error().message);
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  std::cout << R"({"bench":"cbs_)" << (choice == CbsChoice::v3 ? "v3" : "v4") << R"(","rows":)" << table->table.rows.size()
            << R"(,"columns":)" << table->table.columns.size() << R"(,"mebibytes":)" << (pages.bytes() >> 20U) << R"(,"seconds":)"
            << taken.wall << R"(,"processor_seconds":)" << taken.processor << R"(,"peak_memory_mib":)" << usage.ru_maxrss / 1024
            << "}\n"
            << std::flush;
}

}  // namespace
}  // namespace koers::fetch

int main(int argc, char** argv) {
  const std::int64_t rows = argc > 1 ? std::stoll(argv[1]) : 18'000;
  const int columns = argc > 2 ? std::stoi(argv[2]) : 120;
  koers::fetch::run(koers::fetch::CbsChoice::v4, rows, columns);
  koers::fetch::run(koers::fetch::CbsChoice::v3, rows, columns);
}
