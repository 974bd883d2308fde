// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"
#include "models/source/edit.h"

namespace meshdraft::source {

/// Gathers the splices of one plan.
class SpliceList {
public:
    /// `owner` is the node that the splice is made for.
    void add(std::uint32_t offset, std::uint32_t length, std::string text, NodeId owner);
    void insert(std::uint32_t offset, std::string text, NodeId owner) { add(offset, 0, std::move(text), owner); }
    void remove(std::uint32_t begin, std::uint32_t end, NodeId owner) { add(begin, end - begin, {}, owner); }

    /// Sorted by offset; at the same place insertions come first, those of inner nodes before those of outer ones.
    std::vector<Splice> take();

private:
    struct Planned {
        Splice splice;
        NodeId owner = 0;
    };
    std::vector<Planned> m_planned;
};

} // namespace meshdraft::source
