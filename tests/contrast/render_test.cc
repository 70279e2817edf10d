#include "contrast/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "contrast/plot.h"

namespace racelab::contrast {
namespace {

Comparison Sample() {
  Comparison comparison;
  comparison.machine = {.processor = "a <fast> processor",
                        .cores = 2,
                        .kernel = "Linux 6.1",
                        .compiler = "g++ 12",
                        .date = "2026-01-01 12:00 UTC",
                        .others = 0.05};
  comparison.repetitions = 31;
  comparison.seconds = 6;
  comparison.rows = {
      {.id = "memory.write",
       .topic = "memory",
       .question = "is a write seen?",
       .process = {.how = "fork", .seen = "no"},
       .thread = {.how = "std::thread", .seen = "yes"},
       .observed = "a | b",
       .lab = "01-two-worlds"},
      {.id = "performance.start",
       .topic = "performance",
       .question = "start & end",
       .unit = Unit::kNanoseconds,
       .process = {.how = "fork", .seen = "", .amount = Amount{200e3, 190e3, 210e3}},
       .thread = {.how = "std::thread", .seen = "", .amount = Amount{20e3, 19e3, 21e3}},
       .observed = "ten times",
       .lab = "08-worker-pool"}};
  return comparison;
}

TEST(Text, StaysWithinTheTerminal) {
  const std::string text = RenderText(Sample(), 80);
  EXPECT_NE(text.find("×10"), std::string::npos) << text;
  EXPECT_NE(text.find("200 µs"), std::string::npos) << text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    EXPECT_LE(end - begin, 86u) << text.substr(begin, end - begin);
    begin = end + 1;
  }
}

TEST(Markdown, IsATableATopicWithLinksToLabs) {
  const std::string text = RenderMarkdown(Sample());
  EXPECT_NE(text.find("| is a write seen? | no (fork) | yes (std::thread) | – | a \\| b | "
                      "[01](../labs/01-two-worlds/README.md) |"),
            std::string::npos)
      << text;
}

TEST(Json, HoldsTheAmountsAndTheOrder) {
  const nlohmann::json json = nlohmann::json::parse(RenderJson(Sample()));
  EXPECT_EQ(json["schema"], "racelab/contrast/v1");
  EXPECT_EQ(json["rows"][1]["processes"]["median"], 200e3);
  EXPECT_EQ(json["rows"][1]["order"], "threads need less");
  EXPECT_EQ(json["rows"][0]["ratio"], nullptr);
  EXPECT_EQ(json["machine"]["busy"], false);
}

TEST(Page, NeedsNoOtherFile) {
  const std::string page = RenderHtml(Sample());
  EXPECT_EQ(page.find("http"), std::string::npos);
  EXPECT_EQ(page.find("src="), std::string::npos);
  EXPECT_NE(page.find("<svg viewBox"), std::string::npos);
  EXPECT_NE(page.find("a &lt;fast&gt; processor"), std::string::npos);
  EXPECT_NE(page.find("start &amp; end"), std::string::npos);
}

TEST(Plot, IsEmptyWithoutAmounts) {
  EXPECT_EQ(Plot(Sample().rows, Unit::kKibibytes, "memory"), "");
}

TEST(Provenance, SaysThatTheMachineWasBusy) {
  Comparison comparison = Sample();
  EXPECT_EQ(Provenance(comparison).find("busy"), std::string::npos);
  comparison.machine.others = 1.5;
  EXPECT_NE(Provenance(comparison).find("The machine was busy"), std::string::npos);
}

}  // namespace
}  // namespace racelab::contrast
