// SPDX-License-Identifier: EUPL-1.2
#include "http/event_stream.h"

#include <gtest/gtest.h>

#include <thread>

#include "http/serving.h"

namespace koers::http {
namespace {

using Importance = EventStream::Importance;

TEST(EventStream, writes_the_form_of_the_standard) {
  EventStream stream;
  EXPECT_TRUE(stream.send("progress", "a\nb\r\nc\rd", "7\n8"));
  EXPECT_EQ(stream.take().bytes, "id: 78\nevent: progress\ndata: a\ndata: b\ndata: c\ndata: d\n\n");
  EXPECT_TRUE(stream.send("", ""));
  EXPECT_EQ(stream.take().bytes, "data: \n\n");
}

TEST(EventStream, drops_the_oldest_progress_but_never_what_matters) {
  EventStream stream(3);
  EXPECT_TRUE(stream.send("", "result", {}, Importance::keep));
  EXPECT_TRUE(stream.send("", "p1"));
  EXPECT_TRUE(stream.send("", "p2"));
  EXPECT_TRUE(stream.send("", "p3"));
  EXPECT_TRUE(stream.send("", "final", {}, Importance::keep));
  EXPECT_EQ(stream.take().bytes, "data: result\n\ndata: p3\n\ndata: final\n\n");
}

TEST(EventStream, closes_rather_than_lose_what_matters) {
  EventStream stream(2);
  EXPECT_TRUE(stream.send("", "1", {}, Importance::keep));
  EXPECT_TRUE(stream.send("", "2", {}, Importance::keep));
  EXPECT_TRUE(stream.send("", "progress"));
  EXPECT_FALSE(stream.send("", "3", {}, Importance::keep));
  EXPECT_FALSE(stream.is_open());
  const EventStream::Batch batch = stream.take();
  EXPECT_EQ(batch.bytes, "data: 1\n\ndata: 2\n\n");
  EXPECT_TRUE(batch.last);
}

TEST(EventStream, tells_once_that_it_closed) {
  EventStream stream;
  int told = 0;
  stream.on_close([&] { ++told; });
  stream.close();
  stream.abandon();
  EXPECT_EQ(told, 1);
  stream.on_close([&] { ++told; });
  EXPECT_EQ(told, 2);
  EXPECT_FALSE(stream.send("", "late"));
}

class EventServing : public test::Serving {
 protected:
  EventServing() {
    options.timeouts.heartbeat = std::chrono::milliseconds(100);
    router.add(test::route(Method::get, "/events", "events", [this](const Request& request, const PathParameters&) {
      auto stream = std::make_shared<EventStream>();
      const int from = std::atoi(std::string(request.header("Last-Event-ID").value_or("0")).c_str());
      for (int id = from + 1; id <= 3; ++id) stream->send("step", std::to_string(id), std::to_string(id), Importance::keep);
      const std::scoped_lock lock(mutex);
      latest = stream;
      return event_stream(stream);
    }));
  }
  std::shared_ptr<EventStream> stream() {
    const std::scoped_lock lock(mutex);
    return latest;
  }
  static std::string ask(const std::string& headers = "") { return "GET /events HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n"; }
  std::mutex mutex;
  std::shared_ptr<EventStream> latest;
};

TEST_F(EventServing, delivers_from_other_threads_until_closed) {
  start();
  auto listener = client();
  listener.send(ask());
  const test::Answer head = listener.receive();
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.at("content-type"), "text/event-stream");
  EXPECT_FALSE(head.headers.contains("content-length"));
  EXPECT_EQ(listener.receive_until("data: 3\n\n"),
            "id: 1\nevent: step\ndata: 1\n\nid: 2\nevent: step\ndata: 2\n\nid: 3\nevent: step\ndata: 3\n\n");
  std::thread producer([&] {
    for (int i = 0; i < 200; ++i) stream()->send("more", std::to_string(i), {}, Importance::keep);
    stream()->send("end", "all", {}, Importance::keep);
    stream()->close();
  });
  const std::string rest = listener.receive_all();
  producer.join();
  EXPECT_NE(rest.find("data: 199\n\n"), std::string::npos);
  EXPECT_TRUE(rest.ends_with("event: end\ndata: all\n\n"));
}

TEST_F(EventServing, resumes_after_the_last_event) {
  start();
  auto listener = client();
  listener.send(ask("Last-Event-ID: 2\r\n"));
  EXPECT_EQ(listener.receive().status, 200);
  EXPECT_EQ(listener.receive_until("\n\n"), "id: 3\nevent: step\ndata: 3\n\n");
}

TEST_F(EventServing, keeps_a_silent_stream_alive_with_comments) {
  start();
  auto listener = client();
  listener.send(ask("Last-Event-ID: 3\r\n"));
  listener.receive();
  EXPECT_EQ(listener.receive_until(":\n\n"), ":\n\n");
  EXPECT_EQ(listener.receive_until(":\n\n"), ":\n\n");
}

TEST_F(EventServing, notices_that_the_listener_has_gone) {
  start();
  {
    auto listener = client();
    listener.send(ask());
    listener.receive_until("data: 3\n\n");
  }
  EXPECT_TRUE(soon([&] { return !stream()->is_open(); }));
  EXPECT_TRUE(soon([&] { return server->connections() == 0; }));
}

TEST_F(EventServing, ends_streams_when_the_server_stops) {
  start();
  auto listener = client();
  listener.send(ask());
  listener.receive_until("data: 3\n\n");
  const auto kept = stream();
  server->stop(std::chrono::seconds(5));
  EXPECT_FALSE(kept->is_open());
  EXPECT_FALSE(kept->send("late", "x")) << "and a producer that outlives the server does no harm";
  EXPECT_TRUE(listener.is_closed_by_server());
}

TEST_F(EventServing, limits_the_listeners) {
  options.limits.max_event_streams = 1;
  start();
  auto first = client();
  first.send(ask());
  first.receive_until("data: 3\n\n");
  auto second = client();
  EXPECT_EQ(second.exchange(ask()).status, 503);
}

TEST_F(EventServing, does_not_open_a_stream_for_head) {
  start();
  auto asker = client();
  EXPECT_EQ(asker.exchange("HEAD /events HTTP/1.1\r\nHost: h\r\n\r\n", true).status, 200);
  EXPECT_TRUE(asker.is_closed_by_server());
  EXPECT_FALSE(stream()->is_open());
}

}  // namespace
}  // namespace koers::http
