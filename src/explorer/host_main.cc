// racelab-explore-host: explores a whole program with its own main(), built as a shared object.
//
// Usage: racelab-explore-host PROGRAM.so [options] [-- arguments of the program]
//
// Exit status: 0 no finding, 1 findings, 2 usage, 4 this machine or the program cannot be explored.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/personality.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "exploration.h"
#include "fiber_program.h"
#include "finding_report.h"
#include "program_load.h"

namespace racelab::explorer {
namespace {

constexpr const char* kUsage =
    "usage: racelab-explore-host PROGRAM.so [--json] [--replay TOKEN] [--schedules N] "
    "[--no-races]\n"
    "                            [--steps-max N] [--output] [-- ARGUMENT…]\n"
    "  --schedules N  the budget: at most about N executions\n"
    "  --steps-max N  an execution longer than this is looked at for a livelock\n"
    "  --output       show what the program prints (always with --replay)\n";

struct Arguments {
  std::string program;
  std::vector<std::string> program_arguments;
  ExploreOptions options;
  std::string replay;
  bool json = false;
  bool output = false;
};

[[noreturn]] void ExitWithUsage(const std::string& error) {
  std::fprintf(stderr, "racelab-explore-host: %s\n%s", error.c_str(), kUsage);
  std::exit(2);
}

std::int64_t PositiveNumber(const std::string& option, const std::string& text) {
  char* end = nullptr;
  const long long n = std::strtoll(text.c_str(), &end, 10);
  if (text.empty() || *end != '\0' || n <= 0) {
    ExitWithUsage(option + " wants a number above 0, not '" + text + "'");
  }
  return n;
}

Arguments Parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    const auto value = [&]() -> std::string {
      if (i + 1 >= argc) ExitWithUsage(option + " wants a value");
      return argv[++i];
    };
    if (option == "--") {
      arguments.program_arguments.assign(argv + i + 1, argv + argc);
      break;
    }
    if (option == "--json") {
      arguments.json = true;
    } else if (option == "--output") {
      arguments.output = true;
    } else if (option == "--replay") {
      arguments.replay = value();
    } else if (option == "--schedules") {
      const std::int64_t n = PositiveNumber(option, value());
      arguments.options.budget.sampled = n / 11;
      arguments.options.budget.exhaustive = n - n / 11;
    } else if (option == "--steps-max") {
      arguments.options.run.steps_max = PositiveNumber(option, value());
    } else if (option == "--no-races") {
      arguments.options.run.detect_races = false;
    } else if (option.starts_with("-") || !arguments.program.empty()) {
      ExitWithUsage("unknown argument '" + option + "'");
    } else {
      arguments.program = option;
    }
  }
  if (arguments.program.empty()) ExitWithUsage("no program given");
  return arguments;
}

// Addresses must be the same in every run: they order the program's maps, and tokens name some.
void TurnOffAddressRandomization(char** argv) {
  const int now = personality(0xffffffff);
  if (now < 0 || (now & ADDR_NO_RANDOMIZE) != 0) return;
  if (personality(static_cast<unsigned long>(now | ADDR_NO_RANDOMIZE)) < 0) return;
  if ((personality(0xffffffff) & ADDR_NO_RANDOMIZE) == 0) return;
  execv("/proc/self/exe", argv);
}

using Main = int (*)(int, char**, char**);

Main Load(const std::string& path) {
  const std::string name = path.find('/') == std::string::npos ? "./" + path : path;
  void* object = nullptr;
  {
    const ProgramLoad load;  // what its static initializers allocate is the program's
    object = dlopen(name.c_str(), RTLD_NOW);
  }
  if (object == nullptr) ExitWithUsage(dlerror());
  void* const main = dlsym(object, "main");
  if (main == nullptr) ExitWithUsage(path + " has no main(): was it linked with -shared?");
  return reinterpret_cast<Main>(main);
}

// The program's body: its main(), with fresh arguments each time.
void CallMain(Main main, const Arguments& arguments) {
  std::vector<std::string> words = {arguments.program};
  words.insert(words.end(), arguments.program_arguments.begin(), arguments.program_arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const int status = main(static_cast<int>(words.size()), pointers.data(), environ);
  if (status == 0) return;
  const std::string message = "main returned " + std::to_string(status);
  ReportFinding("wrong-value", message.c_str());
}

// Keeps what the program prints, many thousand times over, off the terminal.
class Silence {
 public:
  explicit Silence(bool on) : on_(on) {
    if (!on_) return;
    std::fflush(nullptr);
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (int fd : {1, 2}) {
      saved_[fd] = dup(fd);
      dup2(null, fd);
    }
    close(null);
  }
  ~Silence() {
    if (!on_) return;
    // Not flushed: what is left in the program's buffers is not for anybody, and a thread that was
    // ended in the middle of printing still has their locks.
    for (int fd : {1, 2}) {
      dup2(saved_[fd], fd);
      close(saved_[fd]);
    }
  }

 private:
  const bool on_;
  int saved_[3] = {-1, -1, -1};
};

nlohmann::json ToJson(const Exploration& exploration, const std::string& verdict,
                      const Origin& origin, Symbolizer& symbolizer) {
  nlohmann::json findings = nlohmann::json::array();
  for (const Finding& finding : exploration.findings) {
    findings.push_back(FindingToJson(finding, origin, symbolizer));
  }
  return {{"verdict", verdict},
          {"program", origin.test},
          {"text", exploration.text},
          {"executions", exploration.executions},
          {"sampled", exploration.sampled},
          {"exhaustive", exploration.exhaustive},
          {"preemptions_completed", exploration.preemptions_completed},
          {"unsupported", exploration.unsupported ? exploration.unsupported->message : ""},
          {"findings", findings}};
}

std::string ToText(const Exploration& exploration, const std::string& verdict, const Origin& origin,
                   Symbolizer& symbolizer) {
  std::string text = origin.test + ": " + verdict + " (" + exploration.text + ")\n";
  if (exploration.unsupported) text += "  " + exploration.unsupported->message + "\n";
  for (const Finding& finding : exploration.findings) {
    text += "\n" + FindingToText(finding, origin, symbolizer);
  }
  return text;
}

std::string VerdictOf(const Exploration& exploration) {
  if (!exploration.findings.empty()) return exploration.findings.front().witness.finding.kind;
  return exploration.unsupported ? "unsupported" : "pass";
}

int StatusOf(const std::string& verdict) {
  if (verdict == "pass") return 0;
  return verdict == "unsupported" ? 4 : 1;
}

Exploration Replayed(Program& program, const Arguments& arguments, const Origin& origin) {
  std::string error;
  const std::optional<Token> token = DecodeToken(arguments.replay, error);
  if (!token) ExitWithUsage(error);
  if (token->test != HashOfTest(origin.test)) {
    ExitWithUsage("the token is of another program than " + origin.test);
  }
  RunOptions options = arguments.options.run;
  options.detect_races = token->detect_races;
  options.visible = token->visible;
  options.forbid_polling = token->visible.empty();
  Exploration exploration;
  exploration.executions = 1;
  exploration.text = "one schedule, replayed";
  Finding finding;
  finding.witness = RunSchedule(program, token->schedule, options);
  if (finding.witness.finding.kind == "unsupported") {
    exploration.unsupported = finding.witness.finding;
  } else if (!finding.witness.finding.kind.empty()) {
    exploration.findings.push_back(std::move(finding));
  }
  return exploration;
}

int RunHost(int argc, char** argv) {
  const Arguments arguments = Parse(argc, argv);
  TurnOffAddressRandomization(argv);
  PrepareForPrograms();
  // The buffer that stdio would allocate on first use would be the program's, and go with it.
  static char buffer[1 << 16];
  std::setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  const Main main = Load(arguments.program);
  std::string name = BaseName(arguments.program);
  if (name.ends_with(".so")) name.resize(name.size() - 3);
  const Origin origin{name, 0};
  FiberProgram program([&] { CallMain(main, arguments); });
  Symbolizer symbolizer;
  ExploreOptions options = arguments.options;
  options.retries_politely = [&](const Step& step) {
    return symbolizer.TriesInStandardLock(step.stack, step.operation.kind == OpKind::kTryLock);
  };
  options.spins_in_library = [&](const Involvement& spinner) {
    return symbolizer.InLibrarySpin(spinner.stack);
  };
  const bool silent = !arguments.output && arguments.replay.empty();
  Exploration exploration;
  {
    const Silence silence(silent);
    exploration = arguments.replay.empty() ? ExploreSchedules(program, options)
                                           : Replayed(program, arguments, origin);
  }
  const std::string verdict = VerdictOf(exploration);
  const std::string out =
      arguments.json ? ToJson(exploration, verdict, origin, symbolizer)
                               .dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
                           "\n"
                     : ToText(exploration, verdict, origin, symbolizer);
  if (!silent) std::fflush(stdout);
  for (std::size_t written = 0; written < out.size();) {
    const ssize_t bytes = write(1, out.data() + written, out.size() - written);
    if (bytes <= 0) _exit(4);
    written += static_cast<std::size_t>(bytes);
  }
  // Nothing of the program's is torn down: its threads and statics are those of an execution.
  _exit(StatusOf(verdict));
}

}  // namespace
}  // namespace racelab::explorer

int main(int argc, char** argv) { return racelab::explorer::RunHost(argc, argv); }
