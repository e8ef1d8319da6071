// SPDX-License-Identifier: EUPL-1.2
#include "fetch/fake_cbs.h"

#include <algorithm>
#include <regex>

#include <nlohmann/json.hpp>

#include "fetch/page_fault.h"

namespace koers::test {
namespace {

using Json = nlohmann::ordered_json;

struct Row {
  std::string area;
  std::string period;
  int number;
};

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::vector<Row> rows_of(const FakeCbs& fake) {
  std::vector<Row> out;
  int number = 0;
  for (const std::string& area : FakeCbs::areas()) {
    ++number;
    out.push_back({area, "2022JJ00", number});
    if (fake.has_periods) out.push_back({area, "2023JJ00", number});
  }
  return out;
}

/// Each `startswith(NAME,'X')` of the filter; a row must start with one of them, where there are any.
bool passes(const std::string& filter, const std::string& name, const std::string& key) {
  const std::regex term("startswith\\(" + name + ",'([^']*)'\\)");
  bool any = false;
  for (std::sregex_iterator it(filter.begin(), filter.end(), term), end; it != end; ++it) {
    any = true;
    if (key.starts_with((*it)[1].str())) return true;
  }
  return !any;
}

bool passes(const FakeCbs& fake, const std::string& filter, const Row& row) {
  return !fake.filters || (passes(filter, "WijkenEnBuurten", row.area) && passes(filter, "Perioden", row.period));
}

Json density(const Row& row) { return row.area == "BU99010001" ? Json() : Json(row.number * 2.5); }

Json v3_row(const FakeCbs& fake, const Row& row, int id) {
  Json out{{"ID", id}, {"WijkenEnBuurten", padded(row.area, 10)}};
  if (fake.has_periods) out["Perioden"] = row.period;
  out["Codering_3"] = padded(row.area, 10);
  out["AantalInwoners_5"] = row.number * 1000;
  out["Bevolkingsdichtheid_33"] = density(row);
  out["Opmerking_34"] = row.number == 2 ? "       ." : "  goed ";
  return out;
}

std::int64_t number_in(const std::string& text, std::int64_t otherwise) { return text.empty() ? otherwise : std::stoll(text); }

Json v3_list(const FakeCbs& fake, const Asked& asked, const std::vector<Json>& all) {
  Json out{{"odata.metadata", "http://invented/$metadata"}, {"value", Json::array()}};
  const auto skip = number_in(asked.query("$skip"), 0);
  const auto top = std::min(fake.v3_most, number_in(asked.query("$top"), fake.v3_most));
  for (auto n = skip; n < std::min(skip + top, static_cast<std::int64_t>(all.size())); ++n) {
    out["value"].push_back(all[static_cast<std::size_t>(n)]);
  }
  return out;
}

std::vector<Json> v3_rows(const FakeCbs& fake, const Asked& asked) {
  std::vector<Json> out;
  const std::string select = ',' + asked.query("$select") + ',';
  for (const Row& row : rows_of(fake)) {
    if (!passes(fake, asked.query("$filter"), row)) continue;
    Json full = v3_row(fake, row, static_cast<int>(out.size()));
    Json some;
    for (const auto& [name, value] : full.items()) {
      if (select == ",," || !fake.filters || select.find(',' + name + ',') != std::string::npos) some[name] = value;
    }
    out.push_back(some);
  }
  return out;
}

std::vector<Json> v3_properties(const FakeCbs& fake) {
  std::vector<Json> out{{{"ID", 0}, {"Type", "GeoDetail"}, {"Key", "WijkenEnBuurten"}, {"Title", "Wijken en buurten"}}};
  if (fake.has_periods) out.push_back({{"ID", 1}, {"Type", "TimeDimension"}, {"Key", "Perioden"}, {"Title", "Perioden"}});
  out.push_back({{"ID", 2}, {"Type", "TopicGroup"}, {"Key", ""}, {"Title", "Bevolking"}});
  const auto topic = [&](const char* key, const char* title, const char* type, const char* unit, int decimals) {
    out.push_back({{"ID", 3},
                   {"ParentID", 2},
                   {"Type", "Topic"},
                   {"Key", key},
                   {"Title", title},
                   {"Description", "Verzonnen."},
                   {"Datatype", type},
                   {"Unit", unit},
                   {"Decimals", decimals}});
  };
  topic("Codering_3", "Codering", "String", "code", 0);
  topic("AantalInwoners_5", "Aantal inwoners", "Integer", "aantal", 0);
  topic("Bevolkingsdichtheid_33", "Bevolkingsdichtheid", "Double", "aantal inwoners per km²", 1);
  topic("Opmerking_34", "Opmerking", "String", "tekst", 0);
  return out;
}

std::vector<Json> codes(const FakeCbs& fake, const char* key, bool of_periods, std::size_t width) {
  if (of_periods) {
    return {{{key, "2022JJ00"}, {"Title", "2022"}, {"Status", "Definitief"}},
            {{key, "2023JJ00"}, {"Title", "2023"}, {"Status", "Voorlopig"}}};
  }
  std::vector<Json> out;
  for (const std::string& area : FakeCbs::areas())
    out.push_back({{key, padded(area, width)}, {"Title", "Naam van " + area}, {"Status", Json()}});
  out.push_back({{key, padded("GM9999", width)}, {"Title", "Zonder rijen"}});
  static_cast<void>(fake);
  return out;
}

Answer v3_answer(const FakeCbs& fake, const Asked& asked, const std::string& name) {
  std::vector<Json> all;
  if (name == "TableInfos") {
    all = {{{"ID", 0},
            {"Title", "Kerncijfers van een verzonnen land"},
            {"Identifier", FakeCbs::kTable},
            {"Modified", fake.modified},
            {"Period", "2022"},
            {"OutputStatus", "Regulier"},
            {"RecordCount", rows_of(fake).size()}}};
  } else if (name == "DataProperties") {
    all = v3_properties(fake);
  } else if (name == "TypedDataSet") {
    all = v3_rows(fake, asked);
  } else if (name == "WijkenEnBuurten" || (name == "Perioden" && fake.has_periods)) {
    all = codes(fake, "Key", name == "Perioden", 10);
  } else {
    return {404, "{}", {}, false, {}};
  }
  return {200, v3_list(fake, asked, all).dump(), {{"Content-Type", "application/json"}}, false, {}};
}

void add_observations(const FakeCbs& fake, const Row& row, std::vector<Json>& out) {
  const auto add = [&](const char* measure, const char* attribute, const Json& value, const Json& text) {
    Json each{{"Id", out.size()}, {"Measure", measure},  {"ValueAttribute", attribute},
              {"Value", value},   {"StringValue", text}, {"WijkenEnBuurten", row.area}};
    if (fake.has_periods) each["Perioden"] = row.period;
    out.push_back(std::move(each));
  };
  add("T001036", "None", row.number * 1000.0, Json());
  if (row.area != "NL00") add("M000100", density(row).is_null() ? "Confidential" : "None", density(row), Json());
  add("Codering", "None", Json(), row.area + "  ");
}

std::vector<Json> v4_observations(const FakeCbs& fake, const std::string& filter) {
  std::vector<Json> all;
  for (const Row& row : rows_of(fake)) {
    if (passes(fake, filter, row)) add_observations(fake, row, all);
  }
  const auto measures = filter.find("Measure in (");
  if (!fake.filters || measures == std::string::npos) return all;
  const std::string wanted = filter.substr(measures);
  std::erase_if(
      all, [&](const Json& each) { return wanted.find('\'' + each["Measure"].get<std::string>() + '\'') == std::string::npos; });
  return all;
}

Answer v4_list(const FakeCbs& fake, const Asked& asked, const std::vector<Json>& all, std::int64_t page) {
  Json out{{"@odata.context", "invented"}, {"value", Json::array()}};
  const auto skip = number_in(asked.query("$skip"), 0);
  const auto end = std::min(skip + page, static_cast<std::int64_t>(all.size()));
  for (auto n = skip; n < end; ++n) out["value"].push_back(all[static_cast<std::size_t>(n)]);
  if (fake.counts && skip == 0) out["@odata.count"] = all.size();
  if (end < static_cast<std::int64_t>(all.size())) {
    const std::string filter = asked.query("$filter");
    out["@odata.nextLink"] =
        fake.origin + asked.path() + "?$skip=" + std::to_string(end) + (filter.empty() ? "" : "&$filter=" + filter);
  }
  return {200, out.dump(), {{"Content-Type", "application/json"}}, false, {}};
}

Answer v4_answer(const FakeCbs& fake, const Asked& asked, const std::string& name) {
  const auto all = v4_observations(fake, asked.query("$filter"));
  if (name == "Properties") {
    const Json out{
        {"@odata.context", "invented"},     {"Identifier", FakeCbs::kTable}, {"Title", "Kerncijfers van een verzonnen land"},
        {"Modified", fake.modified},        {"Status", "Regulier"},          {"ObservationCount", all.size()},
        {"TemporalCoverage", Json::array()}};
    return {200, out.dump(), {}, false, {}};
  }
  std::vector<Json> list;
  if (name == "Dimensions") {
    list.push_back(
        {{"@odata.type", "#Cbs.Ccb.Models.GeoDimension"}, {"Identifier", "WijkenEnBuurten"}, {"Title", "Wijken en buurten"}});
    if (fake.has_periods) list.push_back({{"Identifier", "Perioden"}, {"Title", "Perioden"}, {"Kind", "TimeDimension"}});
  } else if (name == "MeasureCodes") {
    const auto add = [&](const char* code, const char* title, const char* unit, int decimals, const char* type) {
      list.push_back(
          {{"Identifier", code}, {"Index", 1}, {"Title", title}, {"Unit", unit}, {"Decimals", decimals}, {"DataType", type}});
    };
    add("Codering", "Codering", "code", 0, "String");
    add("T001036", "Aantal inwoners", "aantal", 0, "Long");
    add("M000100", "Bevolkingsdichtheid", "aantal inwoners per km²", 1, "Double");
  } else if (name == "WijkenEnBuurtenCodes" || (name == "PeriodenCodes" && fake.has_periods)) {
    list = codes(fake, "Identifier", name == "PeriodenCodes", 0);
  } else if (name == "Observations") {
    return v4_list(fake, asked, all, fake.v4_page);
  } else {
    return {404, "{}", {}, false, {}};
  }
  return v4_list(fake, asked, list, 100'000);
}

}  // namespace

const std::vector<std::string>& FakeCbs::areas() {
  static const std::vector<std::string> kAreas{"NL00",     "GM9901",     "WK990100", "BU99010000", "BU99010001",
                                               "WK990101", "BU99010100", "GM9902",   "WK990200",   "BU99020000"};
  return kAreas;
}

Answer FakeCbs::operator()(const Asked& asked) const {
  const std::string v3 = std::string("/v3/") + kTable + '/';
  const std::string v4 = std::string("/v4/") + kTable + '/';
  Answer answer{404, "{}", {}, false, {}};
  if (has_v3 && asked.path().starts_with(v3)) answer = v3_answer(*this, asked, asked.path().substr(v3.size()));
  if (has_v4 && asked.path().starts_with(v4)) answer = v4_answer(*this, asked, asked.path().substr(v4.size()));
  if (spoil) spoil(asked, answer);
  return answer;
}

fetch::CbsRequest request_to(const std::string& address, fetch::CbsChoice choice) {
  fetch::CbsRequest request;
  request.table = FakeCbs::kTable;
  request.choice = choice;
  request.v3_base = address + "/v3";
  request.v4_base = address + "/v4";
  return request;
}

Result<std::string> FakePages::page(const std::string& address, const std::string& edition, const std::stop_token&) {
  std::string target = address.substr(address.find('/', address.find("://") + 3));
  for (auto at = target.find("%20"); at != std::string::npos; at = target.find("%20")) target.replace(at, 3, " ");
  asked.push_back(target);
  editions.push_back(edition);
  const Answer answer = service_({target, {}});
  if (answer.status == 200) return answer.body;
  return fetch::page_fault(answer.status == 404 ? ErrorCode::not_found : ErrorCode::bad_input, "status", address, "",
                           "HTTP status " + std::to_string(answer.status), "200");
}

void FakePages::reject(const std::string& address, const std::string& edition) {
  static_cast<void>(edition);
  rejected.push_back(address);
}

}  // namespace koers::test
