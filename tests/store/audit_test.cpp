// SPDX-License-Identifier: EUPL-1.2
#include "store/audit.h"

#include "store/store_fixture.h"

namespace koers {
namespace {

class AuditTest : public StoreTest {};
KOERS_ON_BOTH_DATABASES(AuditTest);

TEST_P(AuditTest, is_listed_newest_first_in_pages) {
  AuditTrail& audit = store().audit();
  for (int n = 1; n <= 5; ++n) {
    const auto entry = audit.append({99, Instant{n * 10}, n % 2 == 1 ? "anna" : "bert", "login", "s" + std::to_string(n),
                                     "allowed", n == 5 ? std::optional<std::string>("192.0.2.0/24") : std::nullopt});
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->seq, n);
  }
  const auto page = audit.list({}, 2);
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0], (AuditEntry{5, Instant{50}, "anna", "login", "s5", "allowed", "192.0.2.0/24"}));
  EXPECT_EQ(page[1].seq, 4);
  EXPECT_EQ(audit.list({}, 9, 4).size(), 3U);
  EXPECT_EQ(audit.list({"bert", ""}, 9).size(), 2U);
  EXPECT_EQ(audit.list({"bert", "s4"}, 9).front().seq, 4);
  EXPECT_TRUE(audit.list({"eve", ""}, 9).empty());
  EXPECT_EQ(audit.append({0, Instant{1}, "anna", "login", "x", "allowed", {}})->at, Instant{50});
  EXPECT_EQ(audit.append({0, Instant{1}, "\xff", "login", "x", "allowed", {}}).error().code, ErrorCode::bad_input);
}

}  // namespace
}  // namespace koers
