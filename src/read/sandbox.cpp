// SPDX-License-Identifier: EUPL-1.2
#include "read/sandbox.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>

#include <seccomp.h>

#include "base/result.h"

namespace koers::reader {
namespace {

void require(bool holds, const char* what) {
  if (!holds) throw BrokenWorld(std::string("no sandbox: ") + what);
}

/// `grace`: how far it may go over, after a signal that says why.
void limit(__rlimit_resource resource, std::int64_t most, const char* what, std::int64_t grace = 0) {
  const rlimit bound{static_cast<rlim_t>(most), static_cast<rlim_t>(most + grace)};
  require(setrlimit(resource, &bound) == 0, what);
}

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

template <class... Conditions>
void allow(const Filter& filter, int call, Conditions... conditions) {
  require(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...) == 0, "a rule was refused");
}

// The macros of libseccomp build their conditions with casts of C.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
scmp_arg_cmp is(unsigned argument, scmp_datum_t value) { return SCMP_CMP(argument, SCMP_CMP_EQ, value); }
scmp_arg_cmp has_bits(unsigned argument, scmp_datum_t mask, scmp_datum_t bits) {
  return SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, mask, bits);
}
#pragma GCC diagnostic pop

void allow_calls(const Filter& filter) {
  allow(filter, SCMP_SYS(read), is(0, STDIN_FILENO));
  allow(filter, SCMP_SYS(write), is(0, STDOUT_FILENO));
  allow(filter, SCMP_SYS(write), is(0, STDERR_FILENO));
  for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(getrandom),
                         SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(rt_sigreturn),
                         SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)}) {
    allow(filter, call);
  }
  // Memory of its own only, and never as a program.
  allow(filter, SCMP_SYS(mmap), has_bits(2, PROT_EXEC, 0), has_bits(3, MAP_ANONYMOUS, MAP_ANONYMOUS));
  allow(filter, SCMP_SYS(mprotect), has_bits(2, PROT_EXEC, 0));
  // What abort() needs to end as an abort.
  for (const int call : {SCMP_SYS(rt_sigprocmask), SCMP_SYS(getpid), SCMP_SYS(gettid)}) allow(filter, call);
  allow(filter, SCMP_SYS(tgkill), is(0, static_cast<scmp_datum_t>(getpid())));
}

}  // namespace

void enter_sandbox(const ForeignLimits& limits) {
  // A packed file has times, and what reads them looks at the time zone: with a name it does so once, here.
  require(setenv("TZ", "UTC0", 1) == 0, "the time zone");
  tzset();
  limit(RLIMIT_AS, limits.memory_bytes, "memory");
  limit(RLIMIT_CPU, limits.cpu_seconds, "processor time", 1);
  limit(RLIMIT_CORE, 0, "core dumps");
  limit(RLIMIT_NOFILE, STDERR_FILENO + 1, "open files");
  limit(RLIMIT_NPROC, 0, "processes");
  require(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, "being traced");
  const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
  require(filter != nullptr, "no filter");
  allow_calls(filter);
  require(seccomp_load(filter.get()) == 0, "the system refuses the filter");
}

}  // namespace koers::reader
