// SPDX-License-Identifier: EUPL-1.2
#include "store/database.h"

namespace koers {

Database::Reader::Reader(Database& database) : database_(&database) {
  {
    const std::lock_guard lock(database.idle_mutex_);
    if (!database.idle_.empty()) {
      connection_ = std::move(database.idle_.back());
      database.idle_.pop_back();
    }
  }
  if (!connection_) connection_ = database.open_(Access::read);
}

Database::Reader::~Reader() {
  const std::lock_guard lock(database_->idle_mutex_);
  if (!connection_->is_usable()) {
    database_->idle_.clear();  // what broke this one has most likely broken those
  } else if (database_->idle_.size() < kMaxIdle) {
    database_->idle_.push_back(std::move(connection_));
  }
}

Database::Writer::Writer(Database& database) : database_(&database), lock_(database.writer_mutex_) {
  if (!database.writer_) database.writer_ = database.open_(Access::write);
  database.writing_thread_ = std::this_thread::get_id();
}

Database::Writer::~Writer() {
  database_->writing_thread_ = std::thread::id();
  if (database_->writer_->is_usable()) return;
  database_->writer_.reset();
  const std::lock_guard lock(database_->idle_mutex_);
  database_->idle_.clear();
}

}  // namespace koers
