// How a check process tells its judge what happened: one JSON object a line on a descriptor that
// the judge opened, each carrying the judge's nonce.
#ifndef RACELAB_SCENARIO_CHANNEL_H_
#define RACELAB_SCENARIO_CHANNEL_H_

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace racelab::channel {

// Takes RACELAB_CHANNEL="FD:NONCE" out of the environment and keeps it. Call once, before any
// thread starts. Without the variable every Emit is a no-op: the program was started by hand.
void Open();

// True when a judge listens.
bool Judged();

// Writes one record. Thread-safe; blocks while the pipe is full. `fields` must be an object.
void Emit(std::string_view type, const nlohmann::json& fields);

// Tells the judge that something moves: an execution has ended, and the next one begins. Writes a
// record at most five times a second, and allocates nothing. Not thread-safe: for the thread that
// runs the scenarios, between executions.
void Alive();

}  // namespace racelab::channel

#endif  // RACELAB_SCENARIO_CHANNEL_H_
