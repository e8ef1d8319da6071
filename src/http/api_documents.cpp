// SPDX-License-Identifier: EUPL-1.2
// Every document: reading, writing, history.
#include <charconv>

#include "app/views/documents.h"
#include "http/api.h"
#include "http/entity_tag.h"
#include "model/record_schema.h"

namespace koers::http {
namespace {

struct TransitionRequest {
  std::string to;
  std::string decision;
};
BOOST_DESCRIBE_STRUCT(TransitionRequest, (), (to, decision))

Result<Kind> kind_in(const PathParameters& parameters) {
  const auto kind = kind_from_plural(parameters.at("collection"));
  if (!kind) return failure(ErrorCode::not_found, "There is no collection `" + parameters.at("collection") + "`.");
  return *kind;
}

Result<Reference> document_in(const PathParameters& parameters) {
  const auto kind = kind_in(parameters);
  if (!kind) return std::unexpected(kind.error());
  if (!is_valid_id(parameters.at("id"))) return failure(ErrorCode::not_found, "There is no such document.");
  return Reference{*kind, parameters.at("id")};
}

/// An entity tag is `<revision>-<digest of the answer>`; a change needs only the revision.
Response with_revision_in_tag(Response response, int revision) {
  const std::string digest(opaque_tag(response.headers.find("ETag").value_or("")).value_or(""));
  return std::move(response).with_etag(std::to_string(revision) + '-' + digest);
}

/// The revision that a change is based on.
Result<int> based_on(const Request& request) {
  const auto tags = if_match_tags(request);
  if (tags.empty()) return failure(ErrorCode::precondition_needed, "Name the ETag that your change is based on in If-Match.");
  int revision = 0;
  const std::string& tag = tags.front();
  const auto parsed = std::from_chars(tag.data(), tag.data() + tag.size(), revision);
  if (tags.size() != 1 || parsed.ec != std::errc{} || revision < 1) {
    return failure(ErrorCode::stale, "If-Match names no revision of this document.");
  }
  return revision;
}

std::string schema_json(const std::vector<Field>& fields) {
  std::string out = "[";
  for (const Field& field : fields) {
    if (out.size() > 1) out += ',';
    out += "{\"name\":" + json_string(to_camel_case(field.name)) + ",\"type\":" + json_string(name_of(field.type)) +
           ",\"required\":" + (field.required ? "true" : "false") + ",\"list\":" + (field.list ? "true" : "false");
    if (field.of) out += ",\"of\":" + json_string(name_of(*field.of));
    if (!field.values.empty()) {
      out += ",\"values\":[";
      for (const auto& value : field.values) out += (out.back() == '[' ? "" : ",") + json_string(value);
      out += ']';
    }
    if (!field.fields.empty()) out += ",\"fields\":" + schema_json(field.fields);
    out += '}';
  }
  return out + ']';
}

/// A document of another day has the revision of that day.
template <class View>
void date_back(const Store& store, const Request& request, View& view) {
  const auto date = parse_date(request.query_value("asOf").value_or(""));
  const auto revision = date ? store.ledger().as_of(view.kind, view.id, end_of(*date)) : std::nullopt;
  if (!revision) return;
  view.revision = revision->rev;
  view.changed_at = revision->at;
  if constexpr (requires { view.changed_by; }) {
    if (view.changed_by) view.changed_by = revision->actor;
  }
}

/// The paths of faults in the words of the wire.
Error for_the_wire(Error error) {
  for (Fault& fault : error.faults) fault.path = to_camel_case(fault.path);
  return error;
}

}  // namespace

void Api::add_document_routes(Router& router) {
  const char* collection = "/api/v1/documents/{collection}";
  const char* document = "/api/v1/documents/{collection}/{id}";
  add(router, Method::get, collection, "list-documents", Action::read_public, Cost::worker, &Api::list_documents);
  add(router, Method::post, collection, "create-document", Action::create, Cost::worker, &Api::create_document);
  add(router, Method::get, document, "get-document", Action::read_public, Cost::worker, &Api::get_document);
  add(router, Method::put, document, "replace-document", Action::edit, Cost::worker, &Api::replace_document);
  add(router, Method::delete_, document, "withdraw-document", Action::withdraw, Cost::worker, &Api::withdraw_document);
  add(router, Method::get, "/api/v1/documents/{collection}/{id}/revisions", "list-revisions", Action::read_public, Cost::worker,
      &Api::list_revisions);
  add(router, Method::get, "/api/v1/documents/{collection}/{id}/revisions/{revision}", "get-revision", Action::read_public,
      Cost::worker, &Api::get_revision);
  add(router, Method::post, "/api/v1/documents/{collection}/{id}/transitions", "transition-document", Action::transition,
      Cost::worker, &Api::transition_document);
  add(router, Method::post, "/api/v1/documents/{collection}/{id}/restorations", "restore-document", Action::withdraw,
      Cost::worker, &Api::restore_document);
  add(router, Method::get, "/api/v1/record-schemas/{collection}", "get-record-schema", Action::read_public, Cost::inline_,
      &Api::get_record_schema);
}

std::function<std::optional<std::string>(const std::string&)> Api::names_for(const Request& request) {
  if (!may_somewhere(visitor(request).roles, Action::read_actors)) return [](const std::string&) { return std::nullopt; };
  return [this](const std::string& account) -> std::optional<std::string> {
    const auto found = workspace_.store().accounts().find(Id<Account>(account));
    return found ? found->display_name : account;
  };
}

Response Api::list_documents(const Request& request, const PathParameters& parameters) {
  const auto kind = kind_in(parameters);
  if (!kind) return problem(kind.error());
  const auto limit = query_number(request, "limit", 50, 1, 200);
  const auto start = query_number(request, "cursor", 0, 0, 1'000'000);
  if (!limit) return problem(limit.error());
  if (!start) return problem(start.error());
  return cached(request, [&](const Seen& seen) {
    auto page = views::document_page(*seen.snapshot, *seen.city, *kind, static_cast<std::size_t>(*start),
                                     static_cast<std::size_t>(*limit));
    for (auto& item : page.items) date_back(workspace_.store(), request, item);
    return to_wire(page, *seen.city);
  });
}

Response Api::document_response(const Request& request, const Seen& seen, const Reference& document, int status) {
  const auto names = names_for(request);
  const Mentions of_that_day = seen.is_past ? find_mentions(*seen.city) : Mentions{};
  const Mentions& mentions = seen.is_past ? of_that_day : seen.snapshot->mentions;
  auto view = views::document_view(*seen.snapshot, *seen.city, mentions, document, visitor(request).roles, names);
  if (!view) return problem(view.error());
  if (seen.is_past) {
    date_back(workspace_.store(), request, *view);
    if (view->changed_by) view->changed_by = names(*view->changed_by);
  }
  auto response = json(status, to_wire(*view, *seen.city)).with_content_etag();
  return seen.is_past ? std::move(response) : with_revision_in_tag(std::move(response), view->revision);
}

Response Api::get_document(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  const auto city = seen(request);
  if (!city) return problem(city.error());
  if (visitor(request).account || city->is_past) return document_response(request, *city, *document, 200);
  // Residents all get the same; what somebody with an account may do with it depends on their roles.
  auto response = cached(request, [&](const Seen& seen) -> Result<std::string> {
    const auto view = views::document_view(*seen.snapshot, *seen.city, seen.snapshot->mentions, *document, visitor(request).roles,
                                           names_for(request));
    if (!view) return std::unexpected(view.error());
    return to_wire(*view, *seen.city);
  });
  const auto version = city->snapshot->versions.find(*document);
  if (response.status != 200 || version == city->snapshot->versions.end()) return response;
  return with_revision_in_tag(std::move(response), version->second.revision);
}

Response Api::written(const Request& request, const Result<Revision>& revision, int status) {
  if (!revision) return problem(for_the_wire(revision.error()));
  const Reference document{revision->kind, revision->id};
  auto city = seen(request);
  if (!city) return problem(city.error());
  city->sees_drafts = true;  // whoever wrote it may read it
  city->city = std::shared_ptr<const City>(city->snapshot, &city->snapshot->city);
  auto response = document_response(request, *city, document, status);
  if (status != 201) return response;
  return std::move(response).with("Location", "/api/v1/documents/" + std::string(plural_of(document.kind)) + '/' + document.id);
}

Response Api::create_document(const Request& request, const PathParameters& parameters) {
  const auto kind = kind_in(parameters);
  if (!kind) return problem(kind.error());
  const auto body = json_body(request);
  if (!body) return problem(body.error());
  return written(request, koers::create_document(workspace_, *kind, *body, editor(request)), 201);
}

Response Api::replace_document(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  const auto revision = based_on(request);
  if (!revision) return problem(revision.error());
  const auto body = json_body(request);
  if (!body) return problem(body.error());
  return written(request, koers::replace_document(workspace_, *document, *body, *revision, editor(request)), 200);
}

Response Api::withdraw_document(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  const auto revision = based_on(request);
  if (!revision) return problem(revision.error());
  const auto withdrawn = koers::withdraw_document(workspace_, *document, *revision, editor(request));
  return withdrawn ? no_content() : problem(withdrawn.error());
}

Response Api::restore_document(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  const auto revision = based_on(request);
  if (!revision) return problem(revision.error());
  return written(request, koers::restore_document(workspace_, *document, *revision, editor(request)), 201);
}

Response Api::transition_document(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  const auto revision = based_on(request);
  if (!revision) return problem(revision.error());
  const auto wish = body_as<TransitionRequest>(request);
  if (!wish) return problem(wish.error());
  return written(
      request,
      koers::transition_document(workspace_, *document, wish->to, Id<Decision>(wish->decision), *revision, editor(request)), 200);
}

Response Api::list_revisions(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  const auto city = seen(request);
  if (!city) return problem(city.error());
  // History of what is hidden, or was withdrawn, is for those who may see drafts.
  if (!city->sees_drafts && !city->city->contains(*document)) return problem(ErrorCode::not_found, "There is no such document.");
  const auto list = views::revision_list(workspace_.store(), *document, names_for(request), city->sees_drafts, city->hidden());
  return list ? json(200, to_wire(*list, *city->city)).with_content_etag() : problem(list.error());
}

Response Api::get_revision(const Request& request, const PathParameters& parameters) {
  const auto document = document_in(parameters);
  if (!document) return problem(document.error());
  int revision = 0;
  const std::string& text = parameters.at("revision");
  if (std::from_chars(text.data(), text.data() + text.size(), revision).ptr != text.data() + text.size() || revision < 1) {
    return problem(ErrorCode::not_found, "There is no such revision.");
  }
  const auto city = seen(request);
  if (!city) return problem(city.error());
  if (!city->sees_drafts && !city->city->contains(*document)) return problem(ErrorCode::not_found, "There is no such document.");
  const auto body = views::revision_body(workspace_.store(), *document, revision, city->sees_drafts, city->hidden());
  return body ? json(200, to_wire(*body, *city->city)).with_content_etag() : problem(body.error());
}

Response Api::get_record_schema(const Request&, const PathParameters& parameters) {
  const auto kind = kind_in(parameters);
  if (!kind) return problem(kind.error());
  return json(200, "{\"kind\":" + json_string(name_of(*kind)) + ",\"fields\":" + schema_json(record_schema(*kind)) + '}')
      .with_content_etag();
}

}  // namespace koers::http
