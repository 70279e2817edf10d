#include "grader/catalog.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

// Reads fields of one JSON object and remembers the first that is missing or of another type.
class Fields {
 public:
  explicit Fields(const json& object) : object_(object) {}

  std::string Text(const char* key) {
    const json* value = Get(key, &json::is_string);
    return value == nullptr ? "" : value->get<std::string>();
  }

  std::vector<std::string> Texts(const char* key) {
    std::vector<std::string> texts;
    const json* value = Get(key, &json::is_array);
    if (value == nullptr) return texts;
    for (const json& item : *value) {
      if (item.is_string()) texts.push_back(item.get<std::string>());
    }
    if (texts.size() != value->size()) wrong_ = key;
    return texts;
  }

  int Number(const char* key) {
    const json* value = Get(key, &json::is_number_integer);
    return value == nullptr ? 0 : value->get<int>();
  }

  const char* wrong() const { return wrong_; }

 private:
  const json* Get(const char* key, bool (json::*is_type)() const noexcept) {
    auto it = object_.find(key);
    if (it != object_.end() && ((*it).*is_type)()) return &*it;
    wrong_ = key;
    return nullptr;
  }

  const json& object_;
  const char* wrong_ = nullptr;
};

LabBuild ReadBuild(Fields& fields, std::string variant, std::string compiler,
                   const fs::path& tree) {
  LabBuild build;
  build.variant = std::move(variant);
  build.compiler = std::move(compiler);
  build.tree = tree;
  build.library = fields.Text("library");
  build.check_executable = fields.Text("check_executable");
  build.library_target = fields.Text("library_target");
  return build;
}

absl::StatusOr<Lab> ReadLab(const json& object, const std::string& variant,
                            const std::string& compiler, const fs::path& tree) {
  if (!object.is_object()) return absl::InvalidArgumentError("a lab is not an object");
  Fields fields(object);
  Lab lab;
  lab.name = fields.Text("name");
  lab.title = fields.Text("title");
  lab.part = fields.Text("part");
  lab.student_file = fields.Text("student_file");
  lab.contract = fields.Text("contract");
  lab.check = fields.Text("check");
  lab.lab_dir = fields.Text("lab_dir");
  lab.solutions_dir = fields.Text("solutions_dir");
  lab.variants = fields.Texts("variants");
  lab.concepts = fields.Texts("concepts");
  lab.prerequisites = fields.Texts("prerequisites");
  lab.seen_by = fields.Texts("seen_by");
  lab.tests = fields.Texts("tests");
  lab.points = fields.Number("points");
  lab.minutes = fields.Number("minutes");
  lab.time_limit_s = fields.Number("time_limit_s");
  lab.memory_mib = fields.Number("memory_mib");
  lab.processes = fields.Number("processes");
  const std::optional<Kind> verdict = KindFromName(fields.Text("starter_verdict"));
  lab.starter_verdict = verdict.value_or(Kind::kPass);
  LabBuild build = ReadBuild(fields, variant, compiler, tree);
  build.object_target = fields.Text("object_target");
  lab.builds.push_back(build);
  const char* wrong = fields.wrong();
  if (auto explore = object.find("explore"); explore != object.end() && explore->is_object()) {
    Fields explore_fields(*explore);
    LabBuild explorer = ReadBuild(explore_fields, "explore", compiler, tree);
    // The same instrumented object, linked with the explorer in place of the TSan runtime.
    explorer.object_target = build.object_target;
    lab.builds.push_back(std::move(explorer));
    if (explore_fields.wrong() != nullptr) wrong = explore_fields.wrong();
  }
  if (wrong == nullptr && !verdict) wrong = "starter_verdict";
  if (wrong != nullptr) {
    return absl::InvalidArgumentError(
        absl::StrCat("lab '", lab.name, "': field '", wrong, "' is missing or of the wrong type"));
  }
  return lab;
}

}  // namespace

absl::StatusOr<Catalog> Catalog::Load(const fs::path& tree) {
  const fs::path path = tree / "labs.json";
  std::ifstream stream(path);
  if (!stream) {
    return absl::NotFoundError(
        absl::StrCat(path.string(), " does not exist: this tree is not configured yet"));
  }
  const json document = json::parse(stream, nullptr, /*allow_exceptions=*/false);
  auto labs = document.is_object() ? document.find("labs") : document.end();
  if (document.is_discarded() || labs == document.end() || !labs->is_array()) {
    return absl::InvalidArgumentError(absl::StrCat(path.string(), " is not a list of labs"));
  }
  Fields fields(document);
  const std::string variant = fields.Text("variant");
  const std::string compiler = fields.Text("compiler");
  Catalog catalog;
  for (const json& object : *labs) {
    absl::StatusOr<Lab> lab = ReadLab(object, variant, compiler, tree);
    if (!lab.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(path.string(), ": ", lab.status().message()));
    }
    catalog.labs_.push_back(*std::move(lab));
  }
  return catalog;
}

const Lab* Catalog::Find(std::string_view name) const {
  for (const Lab& lab : labs_) {
    if (lab.name == name) return &lab;
  }
  return nullptr;
}

}  // namespace racelab
