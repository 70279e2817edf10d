// Reads the records that a check process wrote to its channel.
#ifndef RACELAB_GRADER_CHANNEL_READER_H_
#define RACELAB_GRADER_CHANNEL_READER_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "grader/finding.h"

namespace racelab {

// All that a check process said. Nothing in it is trusted beyond having carried the nonce.
struct CheckRecords {
  bool began = false;
  bool ended = false;  // The check got to its own end.
  bool canary_announced = false;
  int unreadable = 0;  // Lines that were no record, or without the nonce.

  struct Test {
    bool began = false;
    bool ended = false;
    bool passed = false;
    int times = 0;  // How often it ended: more than once is a forgery.
    std::string explored;
    std::int64_t executions = 0;
    bool exhaustive = false;
  };
  std::map<std::string, Test> tests;  // By "Suite.Name".
  std::string current_test;           // Begun and not ended: where the process was; else "".
  std::vector<Finding> findings;      // Of failures and of the explorer, in order.
};

// Never fails: what is no record is counted. At most 200 findings are kept.
CheckRecords ReadChannel(std::string_view text, std::string_view nonce);

// A fresh nonce: 128 random bits in hexadecimal, from the kernel.
std::string MakeNonce();

}  // namespace racelab

#endif  // RACELAB_GRADER_CHANNEL_READER_H_
