// What is observed must be what the kernel promises, on any machine. Amounts are not tested here:
// they are the machine's.
#include "contrast/rows.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "contrast/links.h"
#include "contrast/world.h"

namespace racelab::contrast {
namespace {

Row Find(const Rows& rows, const std::string& id) {
  for (const Row& row : rows) {
    if (row.id == id) return row;
  }
  ADD_FAILURE() << "there is no row " << id;
  return {};
}

TEST(Rows, AChildWritesToItsOwnMemory) {
  const Rows rows = MemoryRows();
  EXPECT_EQ(Find(rows, "memory.write").process.seen, "reads 0");
  EXPECT_EQ(Find(rows, "memory.write").thread.seen, "reads 1");
  EXPECT_EQ(Find(rows, "memory.shared-page").process.seen, "reads 1");
  // 16 MiB were copied for each child, and nothing for a thread.
  EXPECT_GT(Find(rows, "memory.private-copy").process.amount->median, 15 * 1024);
  EXPECT_LT(Find(rows, "memory.private-copy").thread.amount->median, 1024);
}

TEST(Rows, DescriptorsBelongToAProcess) {
  const Rows rows = ResourceRows();
  EXPECT_EQ(Find(rows, "resources.close").process.seen, "still open");
  EXPECT_EQ(Find(rows, "resources.close").thread.seen, "closed for all");
  EXPECT_EQ(Find(rows, "resources.open").process.seen, "none");
  EXPECT_EQ(Find(rows, "resources.open").thread.seen, "10 more");
}

TEST(Rows, AChildHasItsOwnFolderAndMask) {
  const Rows rows = IndependenceRows();
  EXPECT_EQ(Find(rows, "independence.pid").thread.seen, "its starter's");
  EXPECT_EQ(Find(rows, "independence.tid").thread.seen, "its own");
  EXPECT_EQ(Find(rows, "independence.folder").process.seen, "where it was");
  EXPECT_EQ(Find(rows, "independence.folder").thread.seen, "moved too");
  EXPECT_EQ(Find(rows, "independence.umask").thread.seen, "changed too");
}

TEST(Rows, ACrashEndsOneChildOrAllThreads) {
  const Rows rows = CrashRows();
  EXPECT_EQ(Find(rows, "crash.left").process.seen, "3 of 3");
  EXPECT_EQ(Find(rows, "crash.left").thread.seen, "0 of 3");
  EXPECT_EQ(Find(rows, "crash.told").process.seen, "SIGSEGV");
  EXPECT_EQ(Find(rows, "crash.exit").thread.seen, "0 of 3");
}

TEST(Rows, LeaveNoChildBehind) {
  CrashRows();
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

template <typename LinkType, typename... Arguments>
void ExpectAnswers(World world, Arguments... arguments) {
  LinkType link(arguments...);
  Peer peer(world, [&link] {
    for (int i = 0; i < 100; ++i) link.Send(kThere, link.Receive(kThere) + 1);
  });
  for (std::uint32_t i = 1; i <= 100; ++i) {
    link.Send(kHere, i);
    EXPECT_EQ(link.Receive(kHere), i + 1);
  }
}

TEST(Links, CarryMessagesInBothWorlds) {
  for (const World world : {World::kProcess, World::kThread}) {
    ExpectAnswers<PipeLink>(world);
    ExpectAnswers<SocketLink>(world);
    ExpectAnswers<FutexLink>(world, world);
    ExpectAnswers<ConditionLink>(world, world);
    ExpectAnswers<SpinLink>(world);
  }
}

}  // namespace
}  // namespace racelab::contrast
