// SPDX-License-Identifier: EUPL-1.2
#include "store/chain.h"

#include <sodium.h>

#include <array>

#include "model/record.h"

namespace koers {

FieldHash::FieldHash(std::string_view purpose) { add(purpose); }

FieldHash& FieldHash::add(std::string_view text) {
  add_number(text.size());
  bytes_ += text;
  return *this;
}

FieldHash& FieldHash::add(std::int64_t number) {
  add_number(sizeof number);
  add_number(static_cast<std::uint64_t>(number));
  return *this;
}

FieldHash& FieldHash::add(const std::optional<std::string>& text) {
  bytes_ += text ? '\1' : '\0';
  return text ? add(std::string_view(*text)) : *this;
}

void FieldHash::add_number(std::uint64_t number) {
  for (int byte = 0; byte < 8; ++byte) bytes_ += static_cast<char>(static_cast<unsigned char>(number >> (8 * byte)));
}

std::string FieldHash::hexadecimal() const {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size(), nullptr,
                     0);
  std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
  sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
  return text.data();
}

LedgerHead read_head(Connection& connection, std::string_view chain) {
  const auto rows = connection.query("SELECT seq, hash, at FROM chain_head WHERE chain = ?", {chain});
  if (!rows->next()) throw BrokenWorld("The database has lost the end of its " + std::string(chain) + "; run verify.");
  return {rows->integer(0), rows->text(1), Instant{rows->integer(2)}};
}

void write_head(Connection& connection, std::string_view chain, const LedgerHead& head) {
  connection.run("UPDATE chain_head SET seq = ?, hash = ?, at = ? WHERE chain = ?", {head.seq, head.hash, head.at, chain});
}

std::string hash_of(const ChainedAuditEntry& chained) {
  const AuditEntry& entry = chained.entry;
  return FieldHash("koers audit entry 1")
      .add(entry.seq)
      .add(entry.at.microseconds)
      .add(std::string_view(entry.actor))
      .add(std::string_view(entry.action))
      .add(std::string_view(entry.subject))
      .add(std::string_view(entry.outcome))
      .add(entry.address_prefix)
      .add(std::string_view(chained.previous_hash))
      .hexadecimal();
}

std::string hash_of(const StoredRevision& stored) {
  const Revision& revision = stored.revision;
  return FieldHash("koers revision 1")
      .add(revision.seq)
      .add(std::string_view(stored.kind))
      .add(std::string_view(revision.id))
      .add(std::int64_t{revision.rev})
      .add(revision.at.microseconds)
      .add(std::string_view(revision.actor))
      .add(revision.decision)
      .add(revision.body)
      .add(std::string_view(revision.previous_hash))
      .hexadecimal();
}

std::string hash_of(const Revision& revision) { return hash_of(StoredRevision{revision, name_of(revision.kind)}); }

StoredRevision read_stored_revision(const Rows& rows) {
  StoredRevision stored;
  stored.kind = rows.text(1);
  Revision& revision = stored.revision;
  revision.seq = rows.integer(0);
  revision.id = rows.text(2);
  revision.rev = static_cast<int>(rows.integer(3));
  revision.at = Instant{rows.integer(4)};
  revision.actor = rows.text(5);
  revision.decision = rows.optional_text(6);
  revision.body = rows.optional_text(7);
  revision.previous_hash = rows.text(8);
  revision.hash = rows.text(9);
  return stored;
}

ChainedAuditEntry read_chained_audit_entry(const Rows& rows) {
  ChainedAuditEntry chained;
  AuditEntry& entry = chained.entry;
  entry.seq = rows.integer(0);
  entry.at = Instant{rows.integer(1)};
  entry.actor = rows.text(2);
  entry.action = rows.text(3);
  entry.subject = rows.text(4);
  entry.outcome = rows.text(5);
  entry.address_prefix = rows.optional_text(6);
  chained.previous_hash = rows.text(7);
  chained.hash = rows.text(8);
  return chained;
}

}  // namespace koers
