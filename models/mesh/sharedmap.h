// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace meshdraft::mesh {

/// Hashes texts of any type alike, so that a map of strings is asked with a view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// A hash map whose copies share their entries: a copy costs nothing, a change of one entry of a copy costs the copy of
/// the part of the map that holds it. What is shared is never changed.
template <typename Key, typename Value, typename Hash = std::hash<Key>> class SharedMap {
public:
    /// The value under a key; null when there is none.
    template <typename Asked> const Value* find(const Asked& key) const
    {
        const Part* part = m_parts ? (*m_parts)[partOf(key)].get() : nullptr;
        if (part == nullptr)
            return nullptr;
        const auto found = part->find(key);
        return found == part->end() ? nullptr : &found->second;
    }
    /// The stored key that equals a key; null when there is none.
    template <typename Asked> const Key* findKey(const Asked& key) const
    {
        const Part* part = m_parts ? (*m_parts)[partOf(key)].get() : nullptr;
        if (part == nullptr)
            return nullptr;
        const auto found = part->find(key);
        return found == part->end() ? nullptr : &found->first;
    }
    template <typename Asked> bool contains(const Asked& key) const { return find(key) != nullptr; }
    bool empty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }

    /// The value under a key, of this map alone; a new one where there is none.
    Value& edit(const Key& key)
    {
        const auto [place, isNew] = ownPart(key).try_emplace(key);
        m_size += isNew ? 1 : 0;
        return place->second;
    }
    void erase(const Key& key)
    {
        if (contains(key))
            m_size -= ownPart(key).erase(key);
    }
    /// Calls `visit(key, value)` for every entry, in no order.
    template <typename Visit> void forEach(const Visit& visit) const
    {
        if (!m_parts)
            return;
        for (const std::shared_ptr<Part>& part : *m_parts) {
            if (!part)
                continue;
            for (const auto& [key, value] : *part)
                visit(key, value);
        }
    }

private:
    static constexpr std::size_t partCount = 256;
    using Part = std::unordered_map<Key, Value, Hash, std::equal_to<>>;
    using Parts = std::array<std::shared_ptr<Part>, partCount>;

    /// The upper bits: the lower ones choose the bucket within a part.
    template <typename Asked> static std::size_t partOf(const Asked& key)
    {
        return (static_cast<std::uint64_t>(Hash()(key)) * 0x9E3779B97F4A7C15U) >> 56U;
    }
    Part& ownPart(const Key& key)
    {
        if (!m_parts) {
            m_parts = std::make_shared<Parts>();
        } else if (m_parts.use_count() > 1) {
            m_parts = std::make_shared<Parts>(*m_parts);
        }
        std::shared_ptr<Part>& part = (*m_parts)[partOf(key)];
        if (!part) {
            part = std::make_shared<Part>();
        } else if (part.use_count() > 1) {
            part = std::make_shared<Part>(*part);
        }
        return *part;
    }

    std::shared_ptr<Parts> m_parts;
    std::size_t m_size = 0;
};

} // namespace meshdraft::mesh
