#include "sync/wait_queue.h"

#include "gtest/gtest.h"

namespace racelab::explorer {
namespace {

TEST(WaitQueue, ANotificationBeforeTheWaitIsLost) {
  WaitQueue queue;
  queue.NotifyOne();
  queue.NotifyAll();
  queue.Enter(1);
  EXPECT_FALSE(queue.MayWake(1));
}

TEST(WaitQueue, AnyOfThoseWhoWaitMayTakeANotification) {
  WaitQueue queue;
  queue.Enter(1);
  queue.Enter(2);
  queue.NotifyOne();
  EXPECT_TRUE(queue.MayWake(1));
  EXPECT_TRUE(queue.MayWake(2));
  queue.Wake(2);
  EXPECT_FALSE(queue.MayWake(1));
}

TEST(WaitQueue, WhoComesLaterMayNotTakeIt) {
  WaitQueue queue;
  queue.Enter(1);
  queue.NotifyOne();
  queue.Enter(2);
  EXPECT_FALSE(queue.MayWake(2));
}

TEST(WaitQueue, EachWaiterTakesAtMostOne) {
  WaitQueue queue;
  queue.Enter(1);
  queue.NotifyOne();
  queue.NotifyOne();
  queue.Enter(2);
  queue.Wake(1);
  EXPECT_FALSE(queue.MayWake(2));
}

TEST(WaitQueue, NotifyAllWakesAllWhoWaitNow) {
  WaitQueue queue;
  queue.Enter(1);
  queue.Enter(2);
  EXPECT_EQ(queue.NotifyAll(), 2);
  queue.Enter(3);
  queue.Wake(1);
  EXPECT_TRUE(queue.MayWake(2));
  EXPECT_FALSE(queue.MayWake(3));
}

TEST(WaitQueue, WhoIsCertainlyNotifiedMayNotLeave) {
  WaitQueue queue;
  queue.Enter(1);
  queue.Enter(2);
  EXPECT_TRUE(queue.MayLeave(1));
  queue.NotifyOne();
  EXPECT_TRUE(queue.MayLeave(1));
  queue.Leave(1);
  EXPECT_TRUE(queue.MayWake(2));
  EXPECT_FALSE(queue.MayLeave(2));
}

}  // namespace
}  // namespace racelab::explorer
