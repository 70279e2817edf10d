// racelab-contrast: measures the differences between processes and threads on this machine. The
// command `racelab contrast` executes it.
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

#include "contrast/machine.h"
#include "contrast/render.h"
#include "contrast/rows.h"
#include "contrast/timing.h"

namespace racelab::contrast {
namespace {

struct Options {
  bool json = false;
  bool markdown = false;
  bool quick = false;
  std::string html;
};

// What is being done, on standard error: one line drawn over on a terminal; elsewhere a line a
// step, and one for each quarter of the timing.
class ProgressOnStderr {
 public:
  void Step(std::string_view name) { Draw(std::string(name)); }

  void Timing(int percent, std::string_view name) {
    if (terminal_) {
      Draw("timing, " + std::to_string(percent) + " %, " + std::string(name));
    } else if (percent >= next_percent_) {
      Draw("timing, " + std::to_string(percent) + " %");
      next_percent_ = percent + 25;
    }
  }

  ~ProgressOnStderr() {
    if (terminal_) std::fprintf(stderr, "\r\033[K");
  }

 private:
  void Draw(const std::string& text) const {
    std::fprintf(stderr, terminal_ ? "\r\033[Kcontrast: %s" : "contrast: %s\n", text.c_str());
  }

  const bool terminal_ = isatty(STDERR_FILENO) == 1;
  int next_percent_ = 0;
};

void Append(Rows& rows, Rows more) {
  rows.insert(rows.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

Comparison Measure(const Options& options) {
  ProgressOnStderr progress;
  const auto begin = std::chrono::steady_clock::now();
  const LoadMeter load;
  Comparison comparison;
  comparison.machine = ThisMachine();
  progress.Step("memory");
  Append(comparison.rows, MemoryRows());
  progress.Step("resources");
  Append(comparison.rows, ResourceRows());
  progress.Step("independence");
  Append(comparison.rows, IndependenceRows());

  // One core for all but the spinning pair: where the scheduler puts a worker is not our question.
  PinTo(UsableCores().front());
  Timing timing(
      {.repetitions = options.quick ? 1 : 31,
       .progress = [&](int percent, std::string_view name) { progress.Timing(percent, name); }});
  AddCommunication(timing);
  AddPerformance(timing);
  timing.Run();
  comparison.repetitions = timing.Repetitions();
  Append(comparison.rows, CommunicationRows(timing));
  Append(comparison.rows, PerformanceRows(timing));
  progress.Step("crashes");
  Append(comparison.rows, CrashRows());
  Append(comparison.rows, UseRows(timing));
  comparison.machine.others = load.OthersCores();
  comparison.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return comparison;
}

int Columns() {
  winsize size = {};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 100;
}

bool WritePage(const std::string& path, const std::string& page) {
  std::ofstream file(path);
  file << page;
  file.close();
  if (file) return true;
  std::fprintf(stderr, "contrast: cannot write %s. Name a file in a folder you can write to.\n",
               path.c_str());
  return false;
}

int Run(const Options& options) {
  // Told before the minutes are spent: a page that cannot be written is found out at once.
  if (!options.html.empty() && !WritePage(options.html, "")) return 2;
  const Comparison comparison = Measure(options);
  if (!options.html.empty()) {
    if (!WritePage(options.html, RenderHtml(comparison))) return 2;
    std::fprintf(stderr, "contrast: wrote %s\n", options.html.c_str());
  }
  if (options.json || options.markdown || options.html.empty()) {
    const std::string text = options.json       ? RenderJson(comparison)
                             : options.markdown ? RenderMarkdown(comparison)
                                                : RenderText(comparison, Columns());
    std::fputs(text.c_str(), stdout);
  }
  return 0;
}

}  // namespace
}  // namespace racelab::contrast

int main(int argc, char** argv) {
  CLI::App app("Measures the differences between processes and threads on this machine.",
               "racelab contrast");
  racelab::contrast::Options options;
  CLI::Option* const json =
      app.add_flag("--json", options.json, "As JSON (schema racelab/contrast/v1)");
  app.add_flag("--markdown", options.markdown, "As a table in Markdown")->excludes(json);
  app.add_option("--html", options.html, "Writes a page with plots to FILE")->type_name("FILE");
  app.add_flag("--quick", options.quick, "One short repetition: to try it, not to cite it");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return racelab::contrast::Run(options);
}
