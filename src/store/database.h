// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/connection.h"

namespace koers {

template <class T>
inline constexpr bool kIsResult = false;
template <class T>
inline constexpr bool kIsResult<Result<T>> = true;

/// The connections to one database: one writer, guarded by a mutex, and as many readers as there are threads reading. After a
/// connection was lost all idle ones are dropped, and the next piece of work opens a new one.
class Database {
 public:
  using Opener = std::function<std::unique_ptr<Connection>(Access)>;

  explicit Database(Opener open) : open_(std::move(open)) {}

  /// `work(connection)` with a connection to read from, statement by statement.
  template <class Work>
  auto read(Work work) {
    const Reader reader(*this);
    return work(*reader.connection_);
  }

  /// The same, seeing one unchanging state.
  template <class Work>
  auto read_snapshot(Work work) {
    return read([&](Connection& connection) {
      Transaction transaction(connection, Access::read);
      return work(connection);
    });
  }

  /// `work(connection)` as the only writer; committed, unless it throws or gives a Result that is an Error. A write within a
  /// write, on the same thread, is part of the outer one: whoever began that must not go on after an Error.
  template <class Work>
  auto write(Work work) {
    if (writing_thread_ == std::this_thread::get_id()) return work(*writer_);
    const Writer writer(*this);
    Transaction transaction(*writer_, Access::write);
    auto result = work(*writer_);
    if constexpr (kIsResult<decltype(result)>) {
      if (!result) return result;
    }
    transaction.commit();
    return result;
  }

 private:
  /// A connection taken from the idle ones, or a new one; given back at the end when it still works.
  class Reader {
   public:
    explicit Reader(Database& database);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    std::unique_ptr<Connection> connection_;

   private:
    Database* database_;
  };

  /// Holds the writer.
  class Writer {
   public:
    explicit Writer(Database& database);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

   private:
    Database* database_;
    std::unique_lock<std::mutex> lock_;
  };

  static constexpr std::size_t kMaxIdle = 8;

  Opener open_;
  std::mutex writer_mutex_;
  std::unique_ptr<Connection> writer_;           // guarded by writer_mutex_
  std::atomic<std::thread::id> writing_thread_;  // set by the holder of writer_mutex_; only equal to a thread that holds it
  std::mutex idle_mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;  // guarded by idle_mutex_
};

}  // namespace koers
