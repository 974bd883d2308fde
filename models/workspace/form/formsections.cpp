// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formsections.h"

#include "models/mesh/kinds.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace meshdraft::workspace {

using mesh::FieldPath;
using mesh::ValueType;

namespace {

/// Fields that belong together under a name of their own, in the order of the sections.
struct Group {
    std::string_view id;
    std::initializer_list<std::string_view> fields;
};

constexpr std::array<Group, 8> routeGroups{{
    {"match", {"match", "matches"}},
    {"timing", {"timeout", "retries", "timeouts", "retry"}},
    {"features", {"fault", "headers", "corsPolicy"}},
    {"filters", {"filters"}},
    {"destinations", {"route", "backendRefs", "redirect", "directResponse", "delegate"}},
    {"rewrite", {"rewrite"}},
    {"mirror", {"mirror", "mirrors", "mirrorPercent", "mirror_percent", "mirrorPercentage"}},
    {"other", {}},
}};

/// What says where a resource applies.
constexpr std::array<std::string_view, 6> scopeFields{"hosts",      "hostnames", "gateways",
                                                      "parentRefs", "exportTo",  "addresses"};

bool isSimple(const mesh::ValueSchema& value)
{
    if (value.type == ValueType::List)
        return isSimple(*value.element) && value.element->type != ValueType::List;
    return value.type != ValueType::Object && value.type != ValueType::Map && value.type != ValueType::Any;
}

} // namespace

std::vector<FormSection> resourceSections(const FormSet& forms)
{
    std::vector<FormSection> sections;
    if (forms.isEmpty())
        return sections;
    const bool hasSpec = forms.first().kind().spec != forms.first().kind().root;
    const FieldPath spec(hasSpec ? "spec" : "");
    const auto fields = forms.fields(spec);
    const auto choices = forms.choices(spec);
    const auto choiceOf = [&](const std::string& name) {
        return std::ranges::find_if(
            choices, [&](const FormChoice& choice) { return std::ranges::contains(choice.rule->fields, name); });
    };
    const bool isRoute = forms.isSingle() && mesh::isRouteKind(forms.first().kind().group, forms.first().kind().kind);
    FormSection general{"general", spec, {}};
    std::vector<FormSection> parts;
    for (const FormField& field : fields) {
        const auto choice = choiceOf(field.name);
        if (choice != choices.end()) {
            if (choice->rule->fields.front() == field.name)
                parts.push_back({field.name, spec, choice->rule->fields});
        } else if (isSimple(*field.value) || std::ranges::contains(scopeFields, field.name)) {
            general.fields.push_back(field.name);
        } else {
            parts.push_back({field.name, spec, {field.name}});
        }
    }
    if (!general.fields.empty()) {
        if (isRoute)
            general.id = "scope";
        sections.push_back(std::move(general));
    }
    sections.insert(sections.end(), parts.begin(), parts.end());
    if (hasSpec && forms.first().kind().root->field("metadata") != nullptr)
        sections.push_back({"metadata", FieldPath("metadata"), {"labels", "annotations"}});
    return sections;
}

std::vector<FormSection> routeSections(const FormSet& forms, const FieldPath& route)
{
    std::vector<FormSection> sections;
    const mesh::ObjectSchema* object = forms.isEmpty() ? nullptr : forms.first().objectAt(route);
    if (object == nullptr)
        return sections;
    std::vector<std::string> rest;
    for (const FormField& field : forms.fields(route)) {
        const auto isListed = [&](const Group& group) { return std::ranges::contains(group.fields, field.name); };
        if (std::ranges::none_of(routeGroups, isListed))
            rest.push_back(field.name);
    }
    for (const Group& group : routeGroups) {
        FormSection section{std::string(group.id), route, {}};
        for (const std::string_view name : group.fields) {
            if (object->field(name) != nullptr)
                section.fields.emplace_back(name);
        }
        if (group.id == "other")
            section.fields = rest;
        if (!section.fields.empty())
            sections.push_back(std::move(section));
    }
    return sections;
}

FieldPath routeAround(const FormSet& forms, const FieldPath& path)
{
    const auto steps = path.steps();
    if (forms.isEmpty() || !steps || steps->size() < 3 || (*steps)[0].key != "spec" || !(*steps)[2].isIndex)
        return {};
    if (!mesh::isRouteKind(forms.first().kind().group, forms.first().kind().kind))
        return {};
    const std::string& list = (*steps)[1].key;
    if (list != "http" && list != "tls" && list != "tcp" && list != "rules")
        return {};
    return FieldPath("spec").child(list).child((*steps)[2].index);
}

} // namespace meshdraft::workspace
