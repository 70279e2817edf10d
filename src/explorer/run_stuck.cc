// What a run does when nobody can go on: explain it, and let each futex sleeper look again, as a
// library may have missed to wake it.
#include "run.h"
#include "stuck.h"

namespace racelab::explorer {

void Run::Stuck() {
  g_active = false;
  result_.finding = ExplainStuck(*this);
  const FutexWaiters waiters = FindFutexWaiters(*this);
  may_be_lost_wakeup_ = waiters.nobody_waits_for_a_lock;
  probing_decides_ = result_.finding->kind == "lost-wakeup" && waiters.nobody_else_was_missed;
  unprobed_.clear();
  if (probing_decides_) unprobed_ = waiters.word_changed;
  unprobed_.insert(unprobed_.end(), waiters.word_unchanged.begin(), waiters.word_unchanged.end());
  if (unprobed_.empty()) Leave();
  ProbeNext();
}

void Run::ProbeNext() {
  Thread& from = *current_;
  Thread& next = *threads_[unprobed_.back()];
  unprobed_.pop_back();
  probed_ = next.id;
  probe_steps_ = 0;
  probed_wrongly_asleep_ = SleepsInSemaphore(next);
  next.outcome = Outcome::kProceed;
  if (&next != &from) SwitchTo(next, from);
}

const Candidate* Run::Probe(const Operation* own) {
  constexpr int kProbeStepsMax = 1000;
  if (++probe_steps_ > kProbeStepsMax) Leave();
  const bool waits_again = own != nullptr && own->kind == OpKind::kWake && current_->gate.futex;
  if (waits_again && current_->id == probed_) {
    if (unprobed_.empty()) {
      if (probing_decides_) result_.finding->kind = "deadlock";
      Leave();
    }
    ProbeNext();
  }
  const OpKind kind = own != nullptr ? current_->pending.kind : OpKind::kThreadExit;
  const bool only_looks = kind == OpKind::kAtomicLoad || kind == OpKind::kAtomicRmw ||
                          kind == OpKind::kYield || kind == OpKind::kFence ||
                          kind == OpKind::kFutexWait || kind == OpKind::kWake;
  if (only_looks) {
    candidates_.assign(1, Candidate{current_->id, current_->pending});
    return &candidates_.front();
  }
  GotFurther();
  return nullptr;
}

void Run::GotFurther() {
  if (!probed_wrongly_asleep_) {
    if (may_be_lost_wakeup_) result_.finding->kind = "lost-wakeup";
    Leave();
  }
  probed_ = -1;
  result_.finding.reset();
}

}  // namespace racelab::explorer
