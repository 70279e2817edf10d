#include "search.h"

#include <algorithm>

#include "dependence.h"

namespace racelab::explorer {
namespace {

constexpr std::size_t kMaskBits = 64;

std::uint64_t Bit(std::size_t i) { return std::uint64_t{1} << i; }

}  // namespace

bool DepthFirstSearch::Replays(const Node& node, const SchedulingPoint& point) const {
  if (node.candidates.size() != point.candidates.size()) return false;
  const auto chosen = static_cast<std::size_t>(node.chosen);
  const Candidate& now = point.candidates[chosen];
  return now.thread == node.choice().thread && now.operation.kind == node.choice().operation.kind;
}

DepthFirstSearch::Node& DepthFirstSearch::Push(const SchedulingPoint& point) {
  if (size_ == nodes_.size()) nodes_.emplace_back();
  Node& node = nodes_[size_++];
  node.candidates.assign(point.candidates.begin(), point.candidates.end());
  turns_.Price(point, node.prices);
  node.todo = node.tried = node.asleep = node.whole = 0;
  node.cut_below = false;
  node.spent = 0;
  if (size_ > 1) {
    const Node& parent = nodes_[size_ - 2];
    node.spent = parent.spent + parent.prices[static_cast<std::size_t>(parent.chosen)];
    if (options_.reduce) node.asleep = Sleepers(parent, node);
  }
  return node;
}

DepthFirstSearch::Mask DepthFirstSearch::Sleepers(const Node& parent, const Node& node) const {
  Mask sleepers = 0;
  const Mask known = parent.asleep | parent.whole;
  for (std::size_t i = 0; i < std::min(parent.candidates.size(), kMaskBits); ++i) {
    if ((known & Bit(i)) == 0) continue;
    const Candidate& sleeper = parent.candidates[i];
    if (sleeper.thread == parent.choice().thread) continue;
    if (Dependent(sleeper.operation, parent.choice().operation)) continue;
    for (std::size_t k = 0; k < std::min(node.candidates.size(), kMaskBits); ++k) {
      if (SameChoice(sleeper, node.candidates[k])) sleepers |= Bit(k);
    }
  }
  return sleepers;
}

// The cheapest candidate that is awake, or -1 when all that can be afforded are asleep.
int DepthFirstSearch::ChooseFirst(const SchedulingPoint& point, Node& node) {
  int best = Cheapest(point, node.prices);
  if (best >= static_cast<int>(kMaskBits) ||
      (node.asleep & Bit(static_cast<std::size_t>(best))) != 0) {
    best = -1;
    const std::size_t count = std::min(node.candidates.size(), kMaskBits);
    for (std::size_t i = 0; i < count; ++i) {
      if ((node.asleep & Bit(i)) != 0) continue;
      if (best < 0 || node.prices[i] < node.prices[static_cast<std::size_t>(best)]) {
        best = static_cast<int>(i);
      }
    }
  }
  if (best < 0) return -1;
  if (!Affordable(node, best)) {
    node.cut_below = cut_ = true;
    return -1;
  }
  node.chosen = best;
  node.tried = Bit(static_cast<std::size_t>(best));
  node.todo = options_.reduce ? OfThread(node, node.choice().thread) : ~Mask{0};
  return best;
}

bool DepthFirstSearch::Affordable(const Node& node, int candidate) const {
  const int price = node.prices[static_cast<std::size_t>(candidate)];
  return price < kForbidden && node.spent + price <= options_.preemptions_max;
}

int DepthFirstSearch::Pick(const SchedulingPoint& point) {
  if (depth_ == 0) turns_.Reset();
  int pick = -1;
  if (depth_ < size_) {
    if (!Replays(nodes_[depth_], point)) {
      diverged_ = true;
      return -1;
    }
    pick = nodes_[depth_].chosen;
  } else {
    pick = ChooseFirst(point, Push(point));
    if (pick < 0) return -1;
  }
  turns_.Chosen(point.candidates[static_cast<std::size_t>(pick)]);
  ++depth_;
  return pick;
}

int DepthFirstSearch::preemptions() const {
  if (depth_ == 0) return 0;
  const Node& last = nodes_[depth_ - 1];
  return last.spent + last.prices[static_cast<std::size_t>(last.chosen)];
}

DepthFirstSearch::Mask DepthFirstSearch::OfThread(const Node& node, ThreadId thread) const {
  Mask mask = 0;
  for (std::size_t i = 0; i < std::min(node.candidates.size(), kMaskBits); ++i) {
    if (node.candidates[i].thread == thread) mask |= Bit(i);
  }
  return mask;
}

// Chooses the next untried candidate of `node`, if there is one within the bound.
bool DepthFirstSearch::Advance(Node& node) {
  const std::size_t count = std::min(node.candidates.size(), kMaskBits);
  for (std::size_t i = 0; i < count; ++i) {
    if ((node.todo & ~node.tried & ~node.asleep & Bit(i)) == 0) continue;
    if (node.prices[i] >= kForbidden) continue;
    if (!Affordable(node, static_cast<int>(i))) {
      node.cut_below = cut_ = true;
      continue;
    }
    node.chosen = static_cast<int>(i);
    node.tried |= Bit(i);
    return true;
  }
  return false;
}

bool DepthFirstSearch::Next() {
  interfered_ |= turns_.interfered();
  if (diverged_) return false;
  if (options_.reduce) {
    for (; learnt_ < depth_; ++learnt_) {
      Learn(learnt_);
      const auto slot = static_cast<std::size_t>(nodes_[learnt_].choice().thread);
      if (slot >= by_thread_.size()) by_thread_.resize(slot + 1);
      by_thread_[slot].push_back(learnt_);
    }
    if (depth_ < size_) LearnUnperformed();
  }
  depth_ = 0;
  bool leaf_cut = size_ > 0 && nodes_[size_ - 1].cut_below;
  while (size_ > 0) {
    Node& node = nodes_[size_ - 1];
    node.cut_below |= leaf_cut;
    if (!leaf_cut && node.tried != 0) node.whole |= Bit(static_cast<std::size_t>(node.chosen));
    if (node.tried != 0 && Advance(node)) break;
    leaf_cut = node.cut_below;
    --size_;
  }
  learnt_ = size_ == 0 ? 0 : std::min(learnt_, size_ - 1);
  for (std::vector<std::size_t>& nodes : by_thread_) {
    while (!nodes.empty() && nodes.back() >= learnt_) nodes.pop_back();
  }
  return size_ > 0;
}

}  // namespace racelab::explorer
