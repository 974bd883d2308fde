// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/applicationset.h"

#include "models/mesh/glob.h"
#include "models/mesh/paths.h"
#include "models/mesh/readers.h"

#include <algorithm>
#include <cctype>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

constexpr int deepestElement = 4;
constexpr std::size_t mostApplications = 10'000;

/// Parameters by the name that a template asks for: "path.basename", "path[0]", "cluster".
using Parameters = Labels;

std::unexpected<Error> notCertain(const char* code, std::string_view what)
{
    return std::unexpected(Error{.code = code, .args = {std::string(what)}, .where = {}});
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0)
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
        text.remove_suffix(1);
    return text;
}

/// The parameter's name for what stands between the braces of a Go template; empty for all but a plain look-up.
std::string goParameter(std::string_view inside)
{
    constexpr std::string_view segments = "index .path.segments ";
    if (inside.starts_with(segments))
        return "path[" + std::string(trimmed(inside.substr(segments.size()))) + "]";
    const bool isPlain = inside.starts_with('.') && std::ranges::all_of(inside, [](char c) {
                             return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_';
                         });
    if (!isPlain)
        return {};
    return inside == ".path.path" ? "path" : std::string(inside.substr(1));
}

/// Fills in the parameters of a template's strings.
class Filler {
public:
    Filler(const Parameters& parameters, bool isGoTemplate)
        : m_parameters(parameters)
        , m_isGoTemplate(isGoTemplate)
    {
    }

    Expected<void> fill(ExpandedApplication& made) const
    {
        std::vector<std::string*> strings{&made.name, &made.application.destinationNamespace};
        for (DeliverySource& source : made.application.sources) {
            for (std::string* text : {&source.path.value, &source.repository, &source.revision, &source.helmChart,
                                      &source.include, &source.exclude})
                strings.push_back(text);
        }
        for (std::string* text : strings) {
            auto filled = fill(*text);
            if (!filled)
                return std::unexpected(filled.error());
            *text = std::move(*filled);
        }
        return {};
    }

private:
    Expected<std::string> fill(std::string_view text) const
    {
        std::string result;
        while (true) {
            const auto begin = text.find("{{");
            const auto end = begin == std::string_view::npos ? begin : text.find("}}", begin);
            if (end == std::string_view::npos)
                return result.append(text);
            const std::string_view inside = trimmed(text.substr(begin + 2, end - begin - 2));
            const auto found = m_parameters.find(m_isGoTemplate ? goParameter(inside) : std::string(inside));
            if (found == m_parameters.end())
                return notCertain("applicationset.parameter", inside);
            result.append(text.substr(0, begin)).append(found->second);
            text.remove_prefix(end + 2);
        }
    }

    const Parameters& m_parameters;
    bool m_isGoTemplate;
};

void addElement(YamlReader& yaml, NodeRef mapping, const std::string& prefix, Parameters& parameters, int depth)
{
    for (const auto& [key, value] : yaml.entries(mapping)) {
        const std::string name = prefix + std::string(key.value());
        const NodeRef node = value.resolved();
        if (node.isScalar()) {
            parameters.insert_or_assign(name, std::string(node.value()));
        } else if (node.isMapping() && depth < deepestElement) {
            addElement(yaml, node, name + ".", parameters, depth + 1);
        }
    }
}

/// As Argo CD makes names for Kubernetes.
std::string normalisedName(std::string_view name)
{
    std::string result;
    for (const char c : name) {
        const auto letter = static_cast<unsigned char>(c);
        const bool isKept = std::isalnum(letter) != 0 || c == '-' || c == '.';
        result += isKept ? static_cast<char>(std::tolower(letter)) : '-';
    }
    return result;
}

Parameters parametersOf(std::string_view directory)
{
    Parameters parameters;
    parameters.emplace("path", directory);
    parameters.emplace("path.basename", fileName(directory));
    parameters.emplace("path.basenameNormalized", normalisedName(fileName(directory)));
    std::size_t index = 0;
    for (std::string_view rest = directory; !rest.empty(); ++index) {
        const auto slash = std::min(rest.find('/'), rest.size());
        parameters.emplace("path[" + std::to_string(index) + "]", rest.substr(0, slash));
        rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    return parameters;
}

Expected<std::vector<Parameters>> ofDirectories(YamlReader& yaml, NodeRef generator,
                                                const ApplicationSetContext& context)
{
    for (const auto& [key, value] : yaml.entries(generator)) {
        static constexpr auto followed =
            std::to_array<std::string_view>({"repoURL", "revision", "directories", "requeueAfterSeconds"});
        if (!std::ranges::contains(followed, key.value()))
            return notCertain("applicationset.field", "git." + std::string(key.value()));
    }
    const std::string url = yaml.string(generator, "repoURL").value;
    if (!context.isThisRepository(url))
        return notCertain("applicationset.repository", url);
    std::vector<Glob> taken;
    std::vector<Glob> left;
    for (const NodeRef item : yaml.items(yaml.get(generator, "directories"))) {
        const Field<std::string> path = yaml.string(item, "path");
        auto& list = yaml.isTrue(item, "exclude") ? left : taken;
        list.emplace_back(path.value, Glob::Style::Segments);
    }
    const auto matches = [](const std::vector<Glob>& globs, const std::string& directory) {
        return std::ranges::any_of(globs, [&](const Glob& glob) { return glob.matches(directory); });
    };
    std::vector<Parameters> sets;
    for (const std::string& directory : context.directories) {
        if (matches(taken, directory) && !matches(left, directory))
            sets.push_back(parametersOf(directory));
    }
    return sets;
}

Expected<std::vector<Parameters>> ofGenerator(YamlReader& yaml, NodeRef generator, const ApplicationSetContext& context)
{
    const auto entries = yaml.entries(generator);
    if (entries.size() != 1) {
        return notCertain("applicationset.generator",
                          entries.empty() ? std::string_view() : entries.back().key.value());
    }
    const std::string_view kind = entries.front().key.value();
    const NodeRef body = entries.front().value;
    if (yaml.has(body, "template"))
        return notCertain("applicationset.field", std::string(kind) + ".template");
    if (kind == "git")
        return ofDirectories(yaml, body, context);
    if (kind != "list" || yaml.has(body, "elementsYaml"))
        return notCertain("applicationset.generator", kind);
    std::vector<Parameters> sets;
    for (const NodeRef element : yaml.items(yaml.get(body, "elements")))
        addElement(yaml, element, {}, sets.emplace_back(), 0);
    return sets;
}

} // namespace

Expected<std::vector<ExpandedApplication>> expandApplicationSet(YamlReader& yaml, NodeRef root,
                                                                const ApplicationSetContext& context)
{
    const NodeRef spec = yaml.get(root, "spec");
    if (yaml.has(spec, "templatePatch"))
        return notCertain("applicationset.field", "templatePatch");
    const NodeRef pattern = yaml.get(spec, "template");
    ExpandedApplication unfilled{.name = yaml.string(yaml.get(pattern, "metadata"), "name").value,
                                 .application = readArgoApplication(yaml, pattern)};
    const bool isGoTemplate = yaml.isTrue(spec, "goTemplate");
    std::vector<ExpandedApplication> made;
    for (const NodeRef generator : yaml.items(yaml.get(spec, "generators"))) {
        const auto sets = ofGenerator(yaml, generator, context);
        if (!sets)
            return std::unexpected(sets.error());
        for (const Parameters& parameters : *sets) {
            if (made.size() == mostApplications)
                return notCertain("applicationset.field", "generators");
            ExpandedApplication next = unfilled;
            if (const auto filled = Filler(parameters, isGoTemplate).fill(next); !filled)
                return std::unexpected(filled.error());
            made.push_back(std::move(next));
        }
    }
    return made;
}

} // namespace meshdraft::mesh
