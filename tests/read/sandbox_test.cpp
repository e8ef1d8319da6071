// SPDX-License-Identifier: EUPL-1.2
// The program as it is installed tries what it must not be able to do.
#include "read/sandbox.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

namespace {

/// How the program ends when it tries this: as waitpid says it.
int outcome_of(const std::string& what, const std::string& options = "") {
  return std::system(("exec " KOERS_READ " --try " + what + ' ' + options + " 2>/dev/null </dev/null").c_str());
}

TEST(Sandbox, OpeningSpeakingAndStartingAreEndedByTheSystem) {
  for (const char* what : {"open", "network", "exec", "fork", "descriptor", "code"}) {
    const int status = outcome_of(what);
    ASSERT_TRUE(WIFSIGNALED(status)) << what << ": " << status;
    EXPECT_EQ(WTERMSIG(status), SIGSYS) << what;
  }
}

TEST(Sandbox, MemoryIsBounded) {
  const int status = outcome_of("memory", "--limit memory-bytes=200000000");
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 1) << "it ran out";
}

TEST(Sandbox, ProcessorTimeIsBounded) {
  const int status = outcome_of("time", "--limit cpu-seconds=1");
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(WTERMSIG(status), SIGXCPU);
}

TEST(Sandbox, UnknownOptionsAndLimitsAreRefused) {
  for (const char* options : {"--limit rows", "--limit rows=0", "--limit maan=3", "--wat x", "--name"}) {
    const int status = std::system((std::string("exec " KOERS_READ " ") + options + " >/dev/null 2>&1 </dev/null").c_str());
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 2) << options;
  }
}

}  // namespace
