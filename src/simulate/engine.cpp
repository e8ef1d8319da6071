// SPDX-License-Identifier: EUPL-1.2
#include "simulate/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "simulate/balances.h"
#include "simulate/family.h"
#include "simulate/interventions.h"
#include "simulate/labour.h"
#include "simulate/life_tables.h"
#include "simulate/measures.h"
#include "simulate/migration.h"
#include "simulate/numerics.h"
#include "simulate/region_choice.h"
#include "simulate/unions.h"

namespace koers::simulate {
namespace {

constexpr std::uint16_t kNowhere = 0xffff;
constexpr std::uint16_t kNoStep = 0xffff;

std::vector<std::uint32_t> households_by_region(const Population& population) {
  std::vector<std::uint32_t> out(std::max<std::size_t>(1, population.regions.size()), 0);
  for (HouseholdIndex i = 0; i < population.households.rows(); ++i) {
    if (population.households.first[i] == kNone || population.households.dwelling[i] == kNone) continue;
    ++out[population.neighbourhoods[population.households.neighbourhood[i]].region];
  }
  return out;
}

std::uint64_t persons_in(const Population& population) { return population.persons.rows() - population.persons.free_rows.size(); }

std::uint64_t standing_in(const Population& population) {
  return static_cast<std::uint64_t>(std::ranges::count(population.dwellings.status, DwellingStatus::standing));
}

MarketSetting market_setting(const Population& population, const StatusScale& scale) {
  MarketSetting out;
  for (const Neighbourhood& neighbourhood : population.neighbourhoods) out.district_of.push_back(neighbourhood.district);
  out.regions = std::max<std::size_t>(1, population.regions.size());
  out.income_bounds = scale.quintiles;
  return out;
}

}  // namespace

class Engine::State {
 public:
  State(Population start, RunSetting setting, const Rates& rates)
      : population_(std::move(start)),
        setting_(std::move(setting)),
        rates_(rates),
        worth_(setting_.parameters, population_.neighbourhoods, local_mix(population_)),
        regions_(population_, households_by_region(population_)),
        start_households_(households_by_region(population_)) {
    if (!setting_.with_market) setting_.parameters.search_per_leaver = 1;  // who wants to leave finds
    year_ = {setting_.stream, 0, population_.year - 1, setting_.threads};  // the last day of it
    update_households(population_, setting_.parameters, year_, false);
    tables_ = life_tables(rates_, setting_.parameters, population_);
    scale_ = status_scale(population_, year_);
    work_ = work_table(population_, year_.calendar);
    donors_ = donors_of(population_, rates_, work_, setting_.parameters.search_per_young_arrival);
    start_labour_ = labour_of(population_, year_.calendar);
    market_ = market_setting(population_, scale_);
    refresh_status();
    open_first_chains();
    if (setting_.with_market) look_at_first_market();
    result_.years.push_back(YearResult{population_.year - 1, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0, 0, 0, 0});
    measure(population_, scale_, year_, result_.years.back().neighbourhoods);
  }

  void step() {
    begin_year();
    live();
    const Labour labour = labour_of(population_, year_.calendar);
    update_work(population_, work_, setting_.parameters, job_pressure(start_labour_, labour, plan_.jobs, plan_.jobs_of_any),
                plan_.work_fund, year_);
    update_households(population_, setting_.parameters, year_, true);
    refresh_status();
    carry_out_plan();
    if (setting_.with_market) {
      move();
      update_prices(population_, setting_.parameters, prices_);
    }
    end_year();
  }

  [[nodiscard]] bool is_done() const { return static_cast<int>(year_.index) >= setting_.years; }
  [[nodiscard]] const Population& population() const { return population_; }
  RunResult& result() { return result_; }

 private:
  [[nodiscard]] YearResult& now() { return result_.years.back(); }
  [[nodiscard]] double& flow(std::uint16_t neighbourhood, Measure measure) {
    return now().neighbourhoods[neighbourhood][static_cast<std::size_t>(measure)];
  }
  [[nodiscard]] Situation situation() const {
    return {population_, status_, mean_status_, setting_.parameters, worth_, prices_, scale_, view_, base_view_};
  }

  // — the year

  void begin_year() {
    ++year_.index;
    year_.calendar = population_.year + static_cast<int>(year_.index) - 1;
    book_ = {};
    book_.persons_before = persons_in(population_);
    book_.standing_before = standing_in(population_);
    result_.years.emplace_back();
    now().year = year_.calendar;
    now().neighbourhoods.resize(population_.neighbourhoods.size());
    for (Neighbourhood& neighbourhood : population_.neighbourhoods) {
      neighbourhood.public_space *= static_cast<float>(1 - setting_.parameters.public_space_decay);
    }
  }

  /// Steps 2 and 3.
  void live() {
    std::vector<Opening> openings;
    leavers_.clear();
    decide_life_events(population_, tables_, year_, events_);
    now().life = carry_out_life_events(population_, events_, year_, openings);
    now().unions = form_unions(population_, events_, year_, openings, leavers_);
    book_.births = now().life.births;
    book_.deaths = now().life.deaths;
    book_.persons_departed = now().life.orphans;
    if (!setting_.with_market) {
      for (const Leaver& leaver : leavers_) found_by(leaver);
    }
    for (const Opening& opening : openings) open_chain(opening.dwelling, opening.origin, kNoStep);
  }

  /// Step 5.
  void carry_out_plan() {
    const Interventions done = intervene(population_, setting_.plan, year_, plan_);
    for (const DwellingIndex dwelling : done.withdrawn) withdraw(dwelling);
    book_.built = done.built.size();
    book_.demolished = done.withdrawn.size() + done.displaced.size();
    for (const Built& built : done.built) {
      open_chain(built.dwelling, VacancyOrigin::new_building, built.step);
      ++flow(population_.dwellings.neighbourhood[built.dwelling], Measure::built);
    }
    for (const HouseholdIndex household : done.displaced)
      ++flow(population_.households.neighbourhood[household], Measure::demolished);
    for (const DwellingIndex dwelling : done.withdrawn)
      ++flow(population_.dwellings.neighbourhood[dwelling], Measure::demolished);
    displaced_.assign(population_.households.rows(), 0);
    for (const HouseholdIndex household : done.displaced) displaced_[household] = 1;
    std::ranges::sort(plan_.priorities, {}, &Priority::dwelling);
    market_.priorities = plan_.priorities;
  }

  /// Steps 6 to 9.
  void move() {
    worth_.update(population_.neighbourhoods, mean_status_);
    decide_intentions(situation(), search_, year_, intentions_);
    let_depart();
    std::vector<Searcher> searchers = searchers_of_city();
    add_arrivals(searchers);
    const auto settle = [this](const Searcher& searcher, const Vacancy& vacancy) { return this->settle_in(searcher, vacancy); };
    MarketResult outcome = clear_market(std::move(searchers), vacancies(), setting_.parameters, worth_, market_, year_, settle);
    now().filled_by_round = outcome.filled;
    view_ = view_of(outcome.expected);
    keep_open(outcome.open);
    for (const Searcher& searcher : outcome.unmet) perhaps_leave_unmet(searcher);
  }

  void end_year() {
    refresh_status();
    update_scores(population_, scale_, mean_status_);
    measure(population_, scale_, year_, now().neighbourhoods);
    check_balances();
  }

  void check_balances() {
    book_.persons_arrived = now().persons_arrived;
    book_.persons_departed += now().persons_departed;
    book_.chains_begun = result_.chains.size();
    book_.chains_absorbed = absorbed_;
    book_.chains_withdrawn = withdrawn_;
    book_.open = vacant_.size();
    const std::vector<std::string> found = violations(population_, book_);
    if (found.empty()) return;
    std::string account = "The balances of " + std::to_string(year_.calendar) + " do not hold.";
    for (const std::string& sentence : found) account += "\n- " + sentence;
    throw BrokenBalance(account);
  }

  // — chains

  void open_chain(DwellingIndex dwelling, VacancyOrigin origin, std::uint16_t step) {
    if (origin != VacancyOrigin::new_building) sell(dwelling);
    const auto& dwellings = population_.dwellings;
    Chain chain;
    chain.origin = origin;
    chain.begins_in = chain.at = dwellings.neighbourhood[dwelling];
    chain.segment = segment_of(dwellings.tenure[dwelling], dwellings.type[dwelling]);
    chain.step = step;
    chain.begun = static_cast<std::int16_t>(year_.calendar);
    chain_of_.resize(dwellings.rows(), kNone);
    chain_of_[dwelling] = static_cast<std::uint32_t>(result_.chains.size());
    result_.chains.push_back(chain);
    vacant_.push_back(dwelling);
  }

  void end_chain(std::uint32_t chain, ChainEnd end) {
    result_.chains[chain].end = end;
    result_.chains[chain].ended = static_cast<std::int16_t>(year_.calendar);
    ++(end == ChainEnd::withdrawn ? withdrawn_ : absorbed_);
  }

  void withdraw(DwellingIndex dwelling) {
    end_chain(chain_of_[dwelling], ChainEnd::withdrawn);
    chain_of_[dwelling] = kNone;
    std::erase(vacant_, dwelling);
  }

  void sell(DwellingIndex dwelling) {
    if (sell_if_planned(population_.dwellings, dwelling, plan_) && !result_.years.empty()) {
      ++flow(population_.dwellings.neighbourhood[dwelling], Measure::sold);
    }
  }

  void open_first_chains() {
    for (DwellingIndex i = 0; i < population_.dwellings.rows(); ++i) {
      const bool stands = population_.dwellings.status[i] == DwellingStatus::standing;
      if (stands && population_.dwellings.occupant[i] == kNone) open_chain(i, VacancyOrigin::start, kNoStep);
    }
    chain_of_.resize(population_.dwellings.rows(), kNone);
  }

  [[nodiscard]] Vacancy vacancy_of(DwellingIndex dwelling) const {
    Offer offer = offer_of(population_.dwellings, dwelling, setting_.parameters, prices_);
    if (std::ranges::binary_search(plan_.priorities, dwelling, {}, &Priority::dwelling)) offer.segment |= kHasPriority;
    return {offer, chain_of_[dwelling], population_.neighbourhoods[offer.neighbourhood].region};
  }

  [[nodiscard]] std::vector<Vacancy> vacancies() const {
    std::vector<Vacancy> out;
    out.reserve(vacant_.size());
    for (const DwellingIndex dwelling : vacant_) out.push_back(vacancy_of(dwelling));
    return out;
  }

  void keep_open(const std::vector<Vacancy>& open) {
    vacant_.clear();
    for (const Vacancy& vacancy : open) vacant_.push_back(vacancy.offer.dwelling);
  }

  // — who searches

  [[nodiscard]] std::vector<Searcher> searchers_of_city() {
    std::vector<Searcher> out;
    const Situation now_is = situation();
    for (HouseholdIndex i = 0; i < intentions_.size(); ++i) {
      const Intention intention = intentions_[i];
      if (intention == Intention::stays || intention == Intention::departs) continue;
      const bool must_move = intention == Intention::must_move;
      out.push_back(searcher_of(now_is, i, must_move, i < displaced_.size() && displaced_[i] != 0, year_));
      if (intention == Intention::searches_elsewhere) send_elsewhere(out.back());
      count(now().searched, i);
    }
    for (std::uint32_t i = 0; i < leavers_.size(); ++i) {
      if (population_.persons.household[leavers_[i].person] != kNone) add_leaver(i, out);
    }
    return out;
  }

  void send_elsewhere(Searcher& searcher) const {
    const std::uint32_t bits = draw(year_.stream, searcher.key, year_.index, DrawSite::search, 1)[0];
    searcher.region = regions_.choose(searcher.region, unit(bits));
    searcher.demand.has_origin = false;
    searcher.reservation -= static_cast<float>(setting_.parameters.move_threshold);  // the place is the reason, not the dwelling
  }

  /// Both members of a pair must still be there.
  void add_leaver(std::uint32_t row, std::vector<Searcher>& out) {
    Leaver& leaver = leavers_[row];
    const Persons& persons = population_.persons;
    if (leaver.partner != kNone && persons.household[leaver.partner] == kNone) leaver.partner = kNone;
    const auto age = static_cast<int>(age_in(year_.calendar, persons.birth_year[leaver.person]));
    const int adults = leaver.partner == kNone ? 1 : 2;
    const double income = income_of(leaver, adults);
    const std::uint16_t home = population_.households.neighbourhood[persons.household[leaver.person]];
    Searcher searcher;
    searcher.key = persons.key[leaver.person];
    searcher.demand = {
        static_cast<float>(income),
        static_cast<float>(status_of(scale_, income, adults, persons.education[leaver.person], persons.work[leaver.person])),
        home,
        true,
        static_cast<std::uint8_t>(rooms_needed(adults, 0)),
        life_stage(age, adults, 0)};
    searcher.buys_to = buys_to(setting_.parameters, income, 0);
    const std::size_t fifth = income_quintile(scale_.quintiles, searcher.demand.income);
    // Who still lives with parents takes less than what the market usually offers.
    searcher.reservation = static_cast<float>(base_view_[static_cast<std::size_t>(searcher.demand.stage)][fifth] - 1);
    searcher.waiting = static_cast<float>(std::clamp(age - kComingOfAge, 0, 10));
    searcher.may_rent_social = income <= setting_.parameters.social_income_limit;
    searcher.kind = SearcherKind::leaver;
    searcher.region = population_.neighbourhoods[home].region;
    searcher.who = row;
    out.push_back(searcher);
  }

  [[nodiscard]] double income_of(const Leaver& leaver, int adults) const {
    const Persons& persons = population_.persons;
    double sum = 0;
    for (const PersonIndex person : {leaver.person, leaver.partner}) {
      if (person == kNone) continue;
      sum += earnings(static_cast<int>(age_in(year_.calendar, persons.birth_year[person])), persons.education[person],
                      persons.work[person], static_cast<double>(persons.talent[person]), adults);
    }
    return std::max(1.0, sum * exp_of(setting_.parameters.income_growth * year_.index));
  }

  void add_arrivals(std::vector<Searcher>& searchers) {
    std::vector<std::uint16_t> regions;
    arrivals_ = arrivals_of(donors_, start_households_, setting_.parameters, view_, base_view_, year_, regions);
    for (std::uint32_t i = 0; i < arrivals_.size(); ++i) {
      searchers.push_back(searcher_of(arrivals_[i], i, regions[i], donors_, situation(), year_));
    }
  }

  // — who moves

  std::optional<Vacancy> settle_in(const Searcher& searcher, const Vacancy& vacancy) {
    const DwellingIndex dwelling = vacancy.offer.dwelling;
    Chain& chain = result_.chains[vacancy.chain];
    ++chain.moves;
    chain_of_[dwelling] = kNone;
    DwellingIndex left = kNone;
    HouseholdIndex household = searcher.who;
    if (searcher.kind == SearcherKind::arrival) {
      household = take_in(population_, arrivals_[searcher.who], donors_, setting_.parameters, year_);
      now().persons_arrived += population_.households.members[household];
      chain.goes_on_elsewhere = leaves_dwelling(arrivals_[searcher.who], donors_, year_);
    } else if (searcher.kind == SearcherKind::leaver) {
      household = found_by(leavers_[searcher.who]);
      population_.households.income[household] = searcher.demand.income;
      population_.households.stage[household] = searcher.demand.stage;
    } else {
      left = population_.households.dwelling[household];
      if (left != kNone) now().stayed_years_sum += year_.calendar - population_.households.since[household];
    }
    record_move(searcher, household, left, vacancy);
    vacate(population_, household);
    settle(population_, household, dwelling, year_.calendar);
    if (tenure_of(vacancy.offer.segment) == Tenure::social_rent) {
      population_.households.registered[household] = static_cast<std::int16_t>(year_.calendar);
    }
    if (left == kNone) {
      end_chain(vacancy.chain, searcher.kind == SearcherKind::arrival ? ChainEnd::newcomer : ChainEnd::starter);
      return std::nullopt;
    }
    chain_of_[left] = vacancy.chain;
    chain.at = population_.dwellings.neighbourhood[left];
    sell(left);
    return vacancy_of(left);
  }

  HouseholdIndex found_by(const Leaver& leaver) {
    const std::uint16_t home = population_.households.neighbourhood[population_.persons.household[leaver.person]];
    leave_household(population_, leaver.person, year_.calendar);
    const HouseholdIndex household = found_household(population_, leaver.person, home, year_.calendar);
    const int age = static_cast<int>(age_in(year_.calendar, population_.persons.birth_year[leaver.person]));
    population_.households.registered[household] =
        static_cast<std::int16_t>(year_.calendar - std::clamp(age - kComingOfAge, 0, 10));
    if (leaver.partner != kNone) {
      leave_household(population_, leaver.partner, year_.calendar);
      join_household(population_, household, leaver.partner, Role::partner);
    }
    return household;
  }

  void count(Flow& flow, HouseholdIndex household) const {
    const Households& households = population_.households;
    ++flow[static_cast<std::size_t>(households.stage[household])]
          [income_quintile(scale_.quintiles, households.income[household])];
  }

  [[nodiscard]] std::size_t segment_or_none(DwellingIndex dwelling) const {
    if (dwelling == kNone) return kSegments;
    return segment_of(population_.dwellings.tenure[dwelling], population_.dwellings.type[dwelling]);
  }

  void record_move(const Searcher& searcher, HouseholdIndex household, DwellingIndex left, const Vacancy& vacancy) {
    const std::uint16_t to = vacancy.offer.neighbourhood;
    ++now().segments[segment_or_none(left)][vacancy.offer.segment & 0x7fU];
    if (searcher.kind == SearcherKind::arrival) {
      count(now().arrived, household);
      ++flow(to, Measure::arrived);
    } else if (left == kNone) {
      count(now().started, household);
    } else {
      count(now().moved, household);
      ++flow(population_.households.neighbourhood[household], Measure::moved_out);
      ++flow(to, Measure::moved_in);
    }
    if (!setting_.keep_moves) return;
    result_.moves.push_back({vacancy.chain, static_cast<std::int16_t>(year_.calendar),
                             left == kNone ? kNowhere : population_.dwellings.neighbourhood[left], to,
                             population_.households.stage[household], fifth_of(household),
                             population_.households.members[household], static_cast<std::uint8_t>(segment_or_none(left)),
                             searcher.kind == SearcherKind::arrival});
  }

  [[nodiscard]] std::uint8_t fifth_of(HouseholdIndex household) const {
    return static_cast<std::uint8_t>(income_quintile(scale_.quintiles, population_.households.income[household]));
  }

  // — who leaves

  void depart(HouseholdIndex household, Flow& flows) {
    count(flows, household);
    const DwellingIndex dwelling = population_.households.dwelling[household];
    now().persons_departed += population_.households.members[household];
    ++now().segments[segment_or_none(dwelling)][kSegments];
    if (dwelling != kNone) {
      ++flow(population_.households.neighbourhood[household], Measure::departed);
      now().stayed_years_sum += year_.calendar - population_.households.since[household];
    }
    dissolve(population_, household);
    if (dwelling != kNone) open_chain(dwelling, VacancyOrigin::departure, kNoStep);
  }

  void let_depart() {
    for (HouseholdIndex i = 0; i < intentions_.size(); ++i) {
      if (intentions_[i] == Intention::departs) depart(i, now().departed);
    }
    std::erase_if(leavers_, [this](const Leaver& leaver) {
      if (population_.persons.household[leaver.person] == kNone || !looks_elsewhere(leaver.person)) return false;
      if (goes_elsewhere(leaver.person)) send_away(leaver);
      return true;
    });
  }

  /// Of those who leave home, the part of all movers of that age that go to another municipality or country. One draw for life:
  /// who looks in the city and finds nothing is not put to the question anew each year until it leaves.
  [[nodiscard]] bool looks_elsewhere(PersonIndex person) const {
    const std::size_t age = age_in(year_.calendar, population_.persons.birth_year[person]);
    const double out = search_.departure[age];
    const double within = rates_.moves_within[age];
    const Block bits = draw(year_.stream, population_.persons.key[person], 0, DrawSite::search);
    return unit(bits[1]) * (out + within) < out;
  }

  /// Who looks elsewhere finds as the published rate says; as many more look as in the city.
  [[nodiscard]] bool goes_elsewhere(PersonIndex person) const {
    const Block bits = draw(year_.stream, population_.persons.key[person], year_.index, DrawSite::search);
    return unit(bits[2]) * setting_.parameters.search_per_leaver < 1;
  }

  void send_away(const Leaver& leaver) {
    for (const PersonIndex person : {leaver.person, leaver.partner}) {
      if (person == kNone || population_.persons.household[person] == kNone) continue;
      leave_household(population_, person, year_.calendar);
      forget_person(population_.persons, person);
      ++now().persons_departed;
    }
    ++now().departed[static_cast<std::size_t>(LifeStage::starter)][0];
  }

  void perhaps_leave_unmet(const Searcher& searcher) {
    if (searcher.kind != SearcherKind::household) return;
    const HouseholdIndex household = searcher.who;
    const bool without = population_.households.dwelling[household] == kNone;
    const Block bits = draw(year_.stream, searcher.key, year_.index, DrawSite::search);
    const bool too_long =
        without && year_.calendar - population_.households.since[household] >= setting_.parameters.homeless_years;
    if (too_long || unit(bits[3]) < setting_.parameters.unmet_leaves) depart(household, now().departed_unmet);
  }

  // — views

  void refresh_status() {
    update_status(population_, scale_, year_, status_);
    mean_status_ = mean_status(population_, status_);
  }

  /// The market of the start as all kinds of households would see it: what later markets are compared with.
  void look_at_first_market() {
    worth_.update(population_.neighbourhoods, mean_status_);
    constexpr std::size_t kMostLooking = 20'000;
    const std::size_t rows = population_.households.rows();
    std::vector<Searcher> looking;
    for (std::size_t i = 0; i < rows; i += rows / kMostLooking + 1) {
      const auto household = static_cast<HouseholdIndex>(i);
      if (population_.households.first[i] == kNone || population_.households.dwelling[i] == kNone) continue;
      looking.push_back(searcher_of(situation(), household, false, false, year_));
    }
    view_ = base_view_ = view_of(expect_of_market(std::move(looking), vacancies(), setting_.parameters, worth_, market_, year_));
    search_ = search_tables(situation(), rates_, year_);
  }

  Population population_;
  RunSetting setting_;
  const Rates& rates_;
  Worth worth_;
  RegionChoice regions_;
  std::vector<std::uint32_t> start_households_;
  Year year_;
  LifeTables tables_;
  StatusScale scale_;
  WorkTable work_;
  Donors donors_;
  MarketSetting market_;
  SearchTables search_;
  MarketView view_{};
  MarketView base_view_{};
  PriceIndex prices_;
  Labour start_labour_;
  PlanState plan_;
  YearBook book_;
  RunResult result_;
  std::vector<float> status_;
  std::vector<float> mean_status_;
  std::vector<std::uint8_t> events_;
  std::vector<std::uint8_t> displaced_;
  std::vector<Intention> intentions_;
  std::vector<Leaver> leavers_;
  std::vector<Arrival> arrivals_;
  std::vector<std::uint32_t> chain_of_;  ///< of each vacant dwelling
  std::vector<DwellingIndex> vacant_;
  std::uint64_t absorbed_ = 0;
  std::uint64_t withdrawn_ = 0;
};

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::begin(Population start, RunSetting setting, const Rates& rates) {
  std::vector<Fault> faults = check(setting.parameters);
  std::ranges::move(check(setting.plan, start, start.year, start.year + setting.years - 1), std::back_inserter(faults));
  if (!faults.empty()) return failure(ErrorCode::bad_input, "This run cannot be made.", std::move(faults));
  return Engine(std::make_unique<State>(std::move(start), std::move(setting), rates));
}

void Engine::step() { state_->step(); }
bool Engine::is_done() const { return state_->is_done(); }
const Population& Engine::population() const { return state_->population(); }
const RunResult& Engine::result() const& { return state_->result(); }
RunResult Engine::result() && { return std::move(state_->result()); }

Result<RunResult> run(Population start, RunSetting setting, const Rates& rates) {
  auto engine = Engine::begin(std::move(start), std::move(setting), rates);
  if (!engine) return std::unexpected(engine.error());
  while (!engine->is_done()) engine->step();
  return std::move(*engine).result();
}

}  // namespace koers::simulate
