#include "contrast/plot.h"
#include "contrast/render.h"

namespace racelab::contrast {
namespace {

constexpr char kHead[] = R"html(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Processes and threads, measured</title>
<style>
:root { --ink: #1c2430; --soft: #5b6675; --paper: #fbfbf9; --card: #ffffff; --line: #dfe3e8;
        --process: #1d5fbf; --thread: #c75c00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebef; --soft: #9aa6b5; --paper: #14181e; --card: #1b2129; --line: #333d49;
          --process: #6ea8ff; --thread: #ff9d4d; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
       font: 16px/1.55 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; margin: 2.4rem 0 .6rem; }
h2::first-letter { text-transform: uppercase; }
p { margin: .3rem 0; }
.soft { color: var(--soft); font-size: .9rem; }
.busy { border-left: 4px solid var(--thread); padding-left: .8rem; }
figure { margin: 0; padding: 1rem 1rem .6rem; background: var(--card);
         border: 1px solid var(--line); border-radius: .6rem; overflow-x: auto; }
svg { display: block; width: 100%; min-width: 46rem; height: auto; }
svg text { font: 13.5px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--ink); }
svg .name, svg .ratio { text-anchor: end; }
svg .ratio { font-weight: 600; }
svg .tick { text-anchor: middle; fill: var(--soft); font-size: 12px; }
svg .grid { stroke: var(--line); }
svg .between { stroke: var(--soft); stroke-width: 2; opacity: .45; }
svg .spread { stroke-width: 5; opacity: .35; }
svg circle.process, svg rect.thread { stroke: var(--card); stroke-width: 1.5; }
.process { fill: var(--process); stroke: var(--process); }
.thread { fill: var(--thread); stroke: var(--thread); }
.key { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; margin-bottom: .5rem; font-size: .9rem; }
.key svg { display: inline-block; width: 1rem; min-width: 1rem; height: 1rem;
           vertical-align: -.15rem; margin-right: .4rem; }
.table { overflow-x: auto; background: var(--card); border: 1px solid var(--line);
         border-radius: .6rem; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .55rem .8rem;
         border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: 600; }
td:nth-child(1) { width: 31%; }
td:nth-child(2), td:nth-child(3) { width: 17%; }
td:nth-child(4) { width: 7%; white-space: nowrap; font-variant-numeric: tabular-nums; }
td b.p { color: var(--process); } td b.t { color: var(--thread); }
td small { display: block; color: var(--soft); }
</style>
</head>
<body><main>
)html";

constexpr char kKey[] =
    R"html(<div class="key"><span><svg viewBox="0 0 16 16"><circle class="process" cx="8" cy="8" r="6"/></svg>processes</span>
<span><svg viewBox="0 0 16 16"><rect class="thread" x="3.5" y="3.5" width="9" height="9" transform="rotate(45 8 8)"/></svg>threads</span>
<span class="soft">less is to the left; a band is the middle half of the repetitions; each mark on the scale is ten times the one before</span></div>
)html";

std::string Cell(const Row& row, const Side& side, const char* color) {
  std::string cell =
      std::string("<td><b class=\"") + color + "\">" + Escape(SideInWords(row, side)) + "</b>";
  if (side.amount && side.amount->low < side.amount->high) {
    cell += "<small>" + Escape(side.how) + ", " + AmountInWords(row.unit, side.amount->low) +
            " to " + AmountInWords(row.unit, side.amount->high) + "</small>";
  } else if (!side.how.empty()) {
    cell += "<small>" + Escape(side.how) + "</small>";
  }
  return cell + "</td>";
}

std::string TableOf(const Rows& rows, const std::string& topic) {
  std::string out = "<h2>" + Escape(topic) +
                    "</h2>\n<div class=\"table\"><table>\n<thead><tr>"
                    "<th>row</th><th>processes</th><th>threads</th><th>ratio</th>"
                    "<th>what was observed</th></tr></thead>\n<tbody>\n";
  for (const Row& row : rows) {
    if (row.topic != topic) continue;
    out += "<tr><td>" + Escape(row.question) + "</td>" + Cell(row, row.process, "p") +
           Cell(row, row.thread, "t") + "<td>" + RatioInWords(row) + "</td><td>" +
           Escape(row.observed);
    if (!row.lab.empty()) out += "<small>lab " + Escape(row.lab) + "</small>";
    out += "</td></tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string Figure(const Rows& rows, Unit unit, const std::string& title) {
  const std::string plot = Plot(rows, unit, title);
  if (plot.empty()) return "";
  return "<h2>" + Escape(title) + "</h2>\n<figure>" + kKey + plot + "</figure>\n";
}

}  // namespace

std::string RenderHtml(const Comparison& comparison) {
  const Rows& rows = comparison.rows;
  std::string out = kHead;
  out += "<h1>Processes and threads, measured</h1>\n";
  out += std::string("<p class=\"soft") + (comparison.machine.busy() ? " busy" : "") + "\">" +
         Escape(Provenance(comparison)) + "</p>\n";
  out += Figure(rows, Unit::kNanoseconds, "time");
  out += Figure(rows, Unit::kKibibytes, "memory of a worker");
  std::string topic;
  for (const Row& row : rows) {
    if (row.topic == topic) continue;
    topic = row.topic;
    out += TableOf(rows, topic);
  }
  return out + "</main></body></html>\n";
}

}  // namespace racelab::contrast
