// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schema.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace meshdraft::mesh {

namespace {

constexpr auto typeNames = std::to_array<std::string_view>(
    {"object", "list", "map", "string", "integer", "number", "boolean", "int-or-string", "any"});
constexpr auto formatNames =
    std::to_array<std::string_view>({"", "int32", "uint32", "int64", "duration", "gateway-duration", "host", "address",
                                     "cidr", "ip-or-cidr", "url", "path", "regex", "byte", "quantity"});

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Insertions, removals, replacements and swaps of neighbours that turn one name into the other, case aside.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool equal = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (equal ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::optional<double> factorOf(std::string_view unit)
{
    static constexpr auto units = std::to_array<std::pair<std::string_view, double>>(
        {{"h", 3600}, {"m", 60}, {"s", 1}, {"ms", 1e-3}, {"us", 1e-6}, {"\u00b5s", 1e-6}, {"ns", 1e-9}});
    const auto* const found = std::ranges::find(units, unit, &std::pair<std::string_view, double>::first);
    return found == units.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::string_view valueTypeName(ValueType type)
{
    return typeNames.at(std::to_underlying(type));
}

std::string_view valueFormatName(ValueFormat format)
{
    return formatNames.at(std::to_underlying(format));
}

const FieldSchema* ObjectSchema::field(std::string_view fieldName) const
{
    const auto found = std::ranges::find(fields, fieldName, &FieldSchema::name);
    return found == fields.end() ? nullptr : &*found;
}

bool KindSchema::serves(std::string_view version) const
{
    return std::ranges::contains(versions, version, &KindVersion::name);
}

SchemaPlace KindSchema::placeAt(const FieldPath& path) const
{
    const auto steps = path.steps();
    if (!steps)
        return {};
    const ObjectSchema* object = root;
    SchemaPlace place;
    for (const FieldPath::Step& step : *steps) {
        const ValueType type = place.value != nullptr ? place.value->type : ValueType::Object;
        if (step.isIndex != (type == ValueType::List))
            return {};
        if (type == ValueType::List || type == ValueType::Map) {
            place.value = place.value->element.get();
        } else {
            place.field = object != nullptr ? object->field(step.key) : nullptr;
            if (place.field == nullptr)
                return {};
            place.value = &place.field->value;
        }
        object = place.value->object;
    }
    return place;
}

const KindSchema* Schema::find(std::string_view group, std::string_view version, std::string_view kind) const
{
    const auto found = std::ranges::lower_bound(m_kinds, std::pair(group, kind), {}, [](const KindSchema& each) {
        return std::pair<std::string_view, std::string_view>(each.group, each.kind);
    });
    if (found == m_kinds.end() || found->group != group || found->kind != kind)
        return nullptr;
    return version.empty() || found->serves(version) ? &*found : nullptr;
}

std::vector<const ObjectSchema*> Schema::objects() const
{
    std::vector<const ObjectSchema*> result;
    result.reserve(m_objects.size());
    for (const auto& object : m_objects)
        result.push_back(object.get());
    return result;
}

std::string_view nearestField(const ObjectSchema& object, std::string_view name)
{
    std::string_view nearest;
    std::size_t best = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const FieldSchema& field : object.fields) {
        const std::size_t longer = std::max(field.name.size(), name.size());
        if (longer - std::min(field.name.size(), name.size()) >= best)
            continue;
        const std::size_t distance = editDistance(name, field.name);
        if (distance < best && distance < longer) {
            best = distance;
            nearest = field.name;
        }
    }
    return nearest;
}

std::optional<double> secondsOf(std::string_view duration)
{
    std::string_view rest = duration;
    const bool isNegative = rest.starts_with('-');
    if (isNegative || rest.starts_with('+'))
        rest.remove_prefix(1);
    if (rest == "0")
        return 0;
    if (rest.empty())
        return std::nullopt;
    double sum = 0;
    while (!rest.empty()) {
        double number = 0;
        const auto parsed = std::from_chars(rest.data(), rest.data() + rest.size(), number, std::chars_format::fixed);
        if (parsed.ec != std::errc() || !std::isfinite(number) || std::signbit(number))
            return std::nullopt;
        rest.remove_prefix(static_cast<std::size_t>(parsed.ptr - rest.data()));
        const std::size_t end = std::min(rest.find_first_of("0123456789."), rest.size());
        const auto factor = factorOf(rest.substr(0, end));
        if (!factor)
            return std::nullopt;
        sum += number * *factor;
        rest.remove_prefix(end);
    }
    return isNegative ? -sum : sum;
}

} // namespace meshdraft::mesh
