// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/strategicmerge.h"

#include <algorithm>
#include <array>

namespace meshdraft::kustomize {

using source::NodeKind;

std::string_view mergeKeyOf(std::string_view field, const Value& list)
{
    struct Row {
        std::string_view field;
        std::string_view key;
    };
    // Kubernetes' own API: x-kubernetes-patch-merge-key of the fields that meshes have.
    static constexpr auto rows = std::to_array<Row>({
        {"containers", "name"},
        {"initContainers", "name"},
        {"ephemeralContainers", "name"},
        {"env", "name"},
        {"volumes", "name"},
        {"volumeMounts", "mountPath"},
        {"volumeDevices", "devicePath"},
        {"imagePullSecrets", "name"},
        {"secrets", "name"},
        {"hostAliases", "ip"},
        {"topologySpreadConstraints", "topologyKey"},
        {"webhooks", "name"},
        {"ownerReferences", "uid"},
        {"conditions", "type"},
    });
    if (field == "ports") {
        const bool ofContainer =
            std::ranges::any_of(list.items, [](const Value& item) { return item.find("containerPort") != nullptr; });
        return ofContainer ? "containerPort" : "port";
    }
    const auto* const found = std::ranges::find(rows, field, &Row::field);
    return found == rows.end() ? std::string_view() : found->key;
}

namespace {

class Merger {
public:
    explicit Merger(bool hasSchema)
        : m_hasSchema(hasSchema)
    {
    }

    void merge(Value& target, const Value& patch)
    {
        const std::string_view directive = patch.text({"$patch"});
        if (directive == "replace") {
            target = cleaned(patch);
            return;
        }
        for (const auto& [key, value] : patch.entries) {
            if (key == "$patch")
                continue;
            if (key.starts_with('$')) {
                m_unsure = true;
            } else if (value.isNull || value.text({"$patch"}) == "delete") {
                target.remove(key);
            } else {
                mergeEntry(target.entry(key), key, value);
            }
        }
    }

    bool isUnsure() const { return m_unsure; }

private:
    void mergeEntry(Value& target, std::string_view key, const Value& patch)
    {
        const std::string_view mergeKey =
            m_hasSchema && patch.isSequence() && target.isSequence() ? mergeKeyOf(key, patch) : std::string_view();
        if (patch.isMapping() && target.isMapping()) {
            merge(target, patch);
        } else if (!mergeKey.empty()) {
            mergeList(target, patch, mergeKey);
        } else if (m_hasSchema && key == "finalizers" && target.isSequence() && patch.isSequence()) {
            m_unsure = true;
        } else {
            target = cleaned(patch);
        }
    }

    static bool isSameItem(const Value& a, const Value& b, std::string_view key)
    {
        const bool isPort = key == "containerPort" || key == "port";
        return !a.text({key}).empty() && a.text({key}) == b.text({key})
            && (!isPort || a.text({"protocol"}) == b.text({"protocol"}));
    }

    /// The patch's items come first, in its order.
    void mergeList(Value& target, const Value& patch, std::string_view key)
    {
        if (std::ranges::any_of(patch.items, [](const Value& item) { return item.text({"$patch"}) == "replace"; })) {
            target = cleaned(patch);
            return;
        }
        std::vector<Value> result;
        for (const Value& item : patch.items) {
            const auto same =
                std::ranges::find_if(target.items, [&](const Value& old) { return isSameItem(old, item, key); });
            Value merged;
            if (same != target.items.end()) {
                merged = std::move(*same);
                target.items.erase(same);
            }
            if (item.text({"$patch"}) == "delete")
                continue;
            if (merged.isMapping()) {
                merge(merged, item);
            } else {
                merged = cleaned(item);
            }
            result.push_back(std::move(merged));
        }
        std::ranges::move(target.items, std::back_inserter(result));
        target.items = std::move(result);
    }

    /// A part of a patch that becomes a part of the resource: without directives and removals.
    Value cleaned(const Value& patch)
    {
        Value value = patch;
        std::erase_if(value.entries, [](const Value::Entry& entry) {
            return entry.key.starts_with('$') || entry.value.isNull || entry.value.text({"$patch"}) == "delete";
        });
        std::erase_if(value.items, [](const Value& item) {
            return item.isMapping() && item.find("$patch") != nullptr && item.entries.size() == 1;
        });
        for (auto& [key, inner] : value.entries)
            inner = cleaned(inner);
        for (Value& item : value.items)
            item = cleaned(item);
        return value;
    }

    bool m_hasSchema;
    bool m_unsure = false;
};

} // namespace

Merged mergeStrategic(Value& target, const Value& patch, bool hasSchema)
{
    if (patch.text({"$patch"}) == "delete")
        return Merged::Deleted;
    Merger merger(hasSchema);
    merger.merge(target, patch);
    return merger.isUnsure() ? Merged::Unsure : Merged::Done;
}

} // namespace meshdraft::kustomize
